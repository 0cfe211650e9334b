import type { CourseActivity } from '../../domain/course-activity';
import { toItemKey } from '../client/pages';
import { parseCourseActivity } from './schema';

/** Course activities of one list, gathered from its pages. */
export interface ActivityList {
  /** Pages may overlap: what comes again takes the place of what came before, since it was read later. */
  add(items: readonly unknown[]): void;
  activities(): readonly CourseActivity[];
  /** How many items could not be read. */
  unreadable(): number;
}

/** `ownerId` is whose list it is, for items that do not say so themselves; without it, such an item cannot be read. */
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
