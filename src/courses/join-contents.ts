import { joinContent, toContentRef, type Course, type CourseActivity } from '../domain/course-activity';
import type { Directory, GraphAccess, LearningCatalog, MissingContents } from '../domain/ports';

type Catalog = Pick<LearningCatalog, 'findContents'>;

/** The activities with their contents, as far as the caller may read them. */
export async function joinContents(
  catalog: Catalog,
  access: GraphAccess,
  activities: readonly CourseActivity[],
): Promise<{ readonly courses: readonly Course[]; readonly missing: MissingContents | undefined }> {
  const refs = activities.flatMap((activity) => toContentRef(activity) ?? []);
  const { contents, missing } = await catalog.findContents(access, refs);
  return { courses: activities.map((activity) => joinContent(activity, contents)), missing };
}

/** One activity with its content. */
export async function toCourse(
  catalog: Catalog,
  access: GraphAccess,
  activity: CourseActivity,
): Promise<Course> {
  return (await joinContents(catalog, access, [activity])).courses[0] ?? { activity };
}

/** What the caller may read about an activity's provider and assigner; the account is what a chat link addresses. */
export async function findNames(
  sources: {
    readonly catalog: Pick<LearningCatalog, 'findProviderName'>;
    readonly directory: Pick<Directory, 'findPerson'>;
  },
  access: GraphAccess,
  { providerId, assignerUserId }: CourseActivity,
): Promise<Record<'providerName' | 'assignerName' | 'assignerAccount', string | undefined>> {
  const [providerName, assigner] = await Promise.all([
    providerId === undefined ? undefined : sources.catalog.findProviderName(access, providerId),
    assignerUserId === undefined ? undefined : sources.directory.findPerson(access, assignerUserId),
  ]);
  return { providerName, assignerName: assigner?.displayName, assignerAccount: assigner?.account };
}
