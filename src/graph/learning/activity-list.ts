import type { CourseActivity } from '../../domain/course-activity';
import type { ListedActivities } from '../../domain/ports';
import type { Logger } from '../../logging/logger';
import { toItemKey } from '../client/pages';
import { parseCourseActivity } from './schema';

/** Course activities of one list, gathered from its pages. */
export interface ActivityList {
  /** Pages may overlap: what comes again takes the place of what came before, since it was read later. */
  add(items: readonly unknown[]): void;
  /** What was gathered; how many items could not be read is logged. */
  finish(isComplete: boolean, log: Logger): ListedActivities;
}

/** `ownerId` is whose list it is, for items that do not say so themselves; without it, such an item cannot be read. */
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
