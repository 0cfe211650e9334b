import { toContentRef, type Course, type CourseActivity } from '../domain/course-activity';
import { joinContent } from '../domain/join-content';
import type { GraphAccess, LearningCatalog, MissingContents } from '../domain/ports';

type Catalog = Pick<LearningCatalog, 'findContents'>;

/** The activities with their contents, as far as the caller may read them. */
export async function joinContents(
  catalog: Catalog,
  access: GraphAccess,
  activities: readonly CourseActivity[],
): Promise<{ readonly courses: readonly Course[]; readonly missing?: MissingContents }> {
  const refs = activities.flatMap((activity) => toContentRef(activity) ?? []);
  const { contents, missing } = await catalog.findContents(access, refs);
  const courses = activities.map((activity) => joinContent(activity, contents));
  return { courses, ...(missing !== undefined && { missing }) };
}

/** One activity with its content. */
export async function toCourse(
  catalog: Catalog,
  access: GraphAccess,
  activity: CourseActivity,
): Promise<Course> {
  return (await joinContents(catalog, access, [activity])).courses[0] ?? { activity };
}
