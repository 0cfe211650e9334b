import type { CourseActivity } from '../../domain/course-activity';
import type { ListedActivities } from '../../domain/ports';
import type { Logger } from '../../logging/logger';
import { toItemKey } from '../client/pages';
import { parseCourseActivity } from './schema';

/** Course activities of one list, collected from its pages. */
export interface ActivityList {
  /** Adds a page. Pages may overlap: a repeated item replaces the earlier one, because it was read later. */
  add(items: readonly unknown[]): void;
  /** What was gathered; how many items could not be read is logged. */
  finish(isComplete: boolean, log: Logger): ListedActivities;
}

/** `ownerId` is the owner of items that do not name one; without it, such an item counts as unreadable. */
export function createActivityList(ownerId?: string): ActivityList {
  const readable = new Map<string, CourseActivity>();
  const unreadableKeys = new Set<string>();
  return {
    add(items) {
      for (const item of items) {
        const activity = parseCourseActivity(item, ownerId);
        if (activity === undefined) unreadableKeys.add(toItemKey(item));
        else readable.set(toItemKey(item), activity);
      }
    },
    finish(isComplete, log) {
      const activities = [...readable.values()];
      const unreadable = [...unreadableKeys].filter((key) => !readable.has(key)).length;
      if (unreadable === 0) return { activities, isComplete };
      log.warn({ unreadable, kept: activities.length }, 'graph sent unreadable course activities');
      return { activities, isComplete, unreadable };
    },
  };
}
