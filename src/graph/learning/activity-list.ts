import type { CourseActivity } from '../../domain/course-activity';
import { toItemKey } from '../client/pages';
import { parseCourseActivity } from './schema';

/** Course activities of one list, collected from its pages. */
export interface ActivityList {
  /** Adds a page. Pages may overlap: a repeated item replaces the earlier one, because it was read later. */
  add(items: readonly unknown[]): void;
  activities(): readonly CourseActivity[];
  /** How many items could not be read. */
  unreadable(): number;
}

/** `ownerId` is the owner of items that do not name one; without it, such an item counts as unreadable. */
export function createActivityList(ownerId?: string): ActivityList {
  const readable = new Map<string, CourseActivity>();
  const unreadable = new Set<string>();
  return {
    add(items) {
      for (const item of items) {
        const activity = parseCourseActivity(item, ownerId);
        if (activity === undefined) unreadable.add(toItemKey(item));
        else readable.set(toItemKey(item), activity);
      }
    },
    activities: () => [...readable.values()],
    unreadable: () => [...unreadable].filter((key) => !readable.has(key)).length,
  };
}
