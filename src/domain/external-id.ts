import type { Course, CourseActivity } from './course-activity';
import type { GraphAccess, LearningRecords } from './ports';

/** Most providers that are asked for one id. */
const MOST_PROVIDERS = 5;

/** An id: one run of letters, digits and the signs between them, with two digits in it or one behind a sign ("ACT-7"). */
const EXTERNAL_ID = /^[a-z0-9](?=.*\d.*\d)[\w.:-]{4,99}$|^[a-z]{1,10}[-_]\d[\w-]{0,99}$/i;

/** Whether somebody typed the id under which a provider knows an activity ("ACT-20931"), rather than words. */
export function isExternalId(text: string): boolean {
  return EXTERNAL_ID.test(text);
}

/**
 * The learner's activity with that external id, asked of the providers that their courses come from: for activities
 * that the list does not hold (any more). Throws as Graph does when no provider answers at all.
 */
export async function findByExternalId(
  { findOwnByExternalId }: Pick<LearningRecords, 'findOwnByExternalId'>,
  access: GraphAccess,
  { courses, externalId }: { readonly courses: readonly Course[]; readonly externalId: string },
): Promise<CourseActivity | undefined> {
  const providerIds = [...new Set(courses.flatMap(({ activity }) => activity.providerId ?? []))];
  const answers = await Promise.allSettled(
    providerIds
      .slice(0, MOST_PROVIDERS)
      .map((providerId) => findOwnByExternalId(access, providerId, externalId)),
  );
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? (answer.value ?? []) : []));
  const failure = answers.find((answer) => answer.status === 'rejected');
  if (found.length === 0 && failure !== undefined && answers.every(({ status }) => status === 'rejected')) {
    throw failure.reason;
  }
  return found[0];
}
