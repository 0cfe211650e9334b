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

/** The names of an activity's provider and assigner, as far as the caller may read them. */
export async function findNames(
  sources: {
    readonly catalog: Pick<LearningCatalog, 'findProviderName'>;
    readonly directory: Pick<Directory, 'findDisplayName'>;
  },
  access: GraphAccess,
  { providerId, assignerUserId }: CourseActivity,
): Promise<Record<'providerName' | 'assignerName', string | undefined>> {
  const [providerName, assignerName] = await Promise.all([
    providerId === undefined ? undefined : sources.catalog.findProviderName(access, providerId),
    assignerUserId === undefined ? undefined : sources.directory.findDisplayName(access, assignerUserId),
  ]);
  return { providerName, assignerName };
}
