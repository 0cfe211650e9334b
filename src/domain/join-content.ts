import { toContentRef, type Course, type CourseActivity, type CourseContent } from './course-activity';
import { contentKey } from './ports';

/** An activity with its content, if that is among `contents` (by `contentKey`). */
export function joinContent(activity: CourseActivity, contents: ReadonlyMap<string, CourseContent>): Course {
  const ref = toContentRef(activity);
  const content = ref && contents.get(contentKey(ref));
  return content === undefined ? { activity } : { activity, content };
}
