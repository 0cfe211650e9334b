import type { CourseActivity } from '../../domain/course-activity';
import type { GraphAccess, LearningRecords, ListedActivities } from '../../domain/ports';
import type { Logger } from '../../logging/logger';
import { isUsableId, toKeyValue, toProviderPath } from '../client/addresses';
import { GraphError, type GraphFaultKind } from '../errors';
import type { GraphClient, GraphRequest } from '../client/graph-request';
import { isFormRefused, readPages, toItemKey } from '../client/pages';
import { parseCourseActivity } from './schema';

const OWN_ACTIVITIES = '/me/employeeExperience/learningCourseActivities';
/** Without it `peerRecommended` arrives as `unknownFutureValue` (docs/reference/graph-learning.md#enumerations). */
export const ALL_ENUM_MEMBERS = { Prefer: 'include-unknown-enum-members' };

/** The signed-in person's course activities, read with that person's own token. */
export function createLearningRecords(client: GraphClient): LearningRecords {
  return {
    async listOwn(access, notePages) {
      const list = createActivityList(access.userId);
      const isComplete = await readOwnPages(client, access, {
        ...list,
        add(items) {
          list.add(items);
          notePages?.(list.soFar());
        },
      });
      return list.finish(isComplete, client.log);
    },

    async findOwn(access, activityId) {
      if (!isUsableId(activityId)) return undefined;
      const path = `${OWN_ACTIVITIES}/${encodeURIComponent(activityId)}`;
      return read(access, path, access.userId).catch(undefinedOn('graphNotFound'));
    },

    async findOwnByExternalId(access, providerId, externalId) {
      if (!isUsableId(providerId) || !isUsableId(externalId)) return undefined;
      const list = `${toProviderPath(providerId)}/learningCourseActivities`;
      const readBy = (key: string) => read(access, `${list}(${key}=${toKeyValue(externalId)})`);
      const reading = readBy('externalCourseActivityId').catch((error: unknown) => {
        if (!isFault(error, 'graphBadRequest')) throw error;
        // The metadata's spelling (docs/reference/graph-learning.md#read-course-activities).
        return readBy('externalcourseActivityId');
      });
      // Graph refuses another learner's activity: the answer must be the same as for none.
      const activity = await reading.catch(undefinedOn('graphNotFound', 'graphForbidden'));
      return activity?.learnerUserId.toLowerCase() === access.userId.toLowerCase() ? activity : undefined;
    },
  };

  function read(access: GraphAccess, path: string, ownerId?: string): Promise<CourseActivity> {
    return readActivity(client, { access, family: 'activities', path }, ownerId);
  }
}

/** One activity by its path; `ownerId` as for `parseCourseActivity`. Throws a `GraphError`. */
export async function readActivity(
  client: GraphClient,
  request: Pick<GraphRequest, 'access' | 'family' | 'path'>,
  ownerId?: string,
): Promise<CourseActivity> {
  const wire = await client.send({ ...request, headers: ALL_ENUM_MEMBERS });
  const activity = parseCourseActivity(wire, ownerId);
  if (activity === undefined)
    throw new GraphError('graphContract', { message: 'Graph sent no course activity' });
  return activity;
}

/** Reads all pages until the deadline; returns whether that is the whole list. */
async function readOwnPages(
  client: GraphClient,
  access: GraphAccess,
  list: Pick<ActivityList, 'add'>,
): Promise<boolean> {
  const pages = readPages(client, {
    access,
    family: 'activities',
    path: OWN_ACTIVITIES,
    // The count shows when a page lacks its link. The default page is small: hundreds of activities would take longer
    // than a turn. The page size is a documented option, its bounds are not.
    options: ['$count=true&$top=100', '$count=true'],
    headers: ALL_ENUM_MEMBERS,
  });
  let pagesRead = 0;
  let isComplete = false;
  try {
    for await (const { items, isLast } of pages) {
      list.add(items);
      pagesRead++;
      isComplete = isLast;
    }
  } catch (error) {
    // The pages read so far are shown, also when Graph refuses the next one.
    const isEnd = isFault(error, 'graphTimeout') || isFormRefused(error);
    if (!isEnd || pagesRead === 0) throw error;
  }
  return isComplete;
}

/** Turns faults of these kinds into `undefined`. */
function undefinedOn(...kinds: readonly GraphFaultKind[]): (error: unknown) => undefined {
  return (error) => {
    if (!isFault(error, ...kinds)) throw error;
  };
}

function isFault(error: unknown, ...kinds: readonly GraphFaultKind[]): boolean {
  return error instanceof GraphError && kinds.includes(error.kind);
}

/** Course activities of one list, collected from its pages. */
export interface ActivityList {
  /** Adds a page. Pages may overlap: a repeated item replaces the earlier one, because it was read later. */
  add(items: readonly unknown[]): void;
  soFar(): readonly CourseActivity[];
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
    soFar: () => [...readable.values()],
    finish(isComplete, log) {
      const activities = [...readable.values()];
      const unreadable = [...unreadableKeys].filter((key) => !readable.has(key)).length;
      if (unreadable === 0) return { activities, isComplete };
      log.warn({ unreadable, kept: activities.length }, 'graph sent unreadable course activities');
      return { activities, isComplete, unreadable };
    },
  };
}
