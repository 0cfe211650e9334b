import type { Course, CourseActivity } from './course-activity';
import type { GraphAccess, LearningRecords } from './ports';

/** The number of providers that are asked for one id. */
const MOST_PROVIDERS = 5;

/** Letters, digits and signs without spaces, with two digits or one after a sign ("ACT-7"). */
const EXTERNAL_ID = /^[a-z0-9](?=.*\d.*\d)[\w.:-]{4,99}$|^[a-z]{1,10}[-_]\d[\w-]{0,99}$/i;

/** Whether a text looks like a provider's id of an activity ("ACT-20931"), not like words. */
export function isExternalId(text: string): boolean {
  return EXTERNAL_ID.test(text);
}

/**
 * The learner's activity with this external id, from the providers of their courses: for activities that are not on
 * their list. Throws Graph's fault when no provider answers.
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
  const read = answers.filter((answer) => answer.status === 'fulfilled');
  const failure = answers.find((answer) => answer.status === 'rejected');
  if (read.length === 0 && failure !== undefined) throw failure.reason;
  return read.find(({ value }) => value !== undefined)?.value;
}
