import type { CourseActivity } from '../domain/course-activity';
import type { GraphAccess, LearningRecords } from '../domain/ports';
import { isUsableId, toKeyValue, toProviderPath } from './addresses';
import { GraphContractError, GraphHttpError, GraphTimeoutError, type GraphHttpFaultKind } from './errors';
import type { GraphClient, GraphRequest } from './graph-request';
import { readPages } from './pages';
import { parseCourseActivity } from './schema';

const OWN_ACTIVITIES = '/me/employeeExperience/learningCourseActivities';
/** Without it `peerRecommended` arrives as `unknownFutureValue` (graph-learning 2.4). */
export const ALL_ENUM_MEMBERS = { Prefer: 'include-unknown-enum-members' };

/** The signed-in person's course activities, read with that person's own token. */
export function createLearningRecords(client: GraphClient): LearningRecords {
  return {
    async listOwn(access) {
      const list = (options: string): ReturnType<LearningRecords['listOwn']> =>
        listActivities(client, access, `${OWN_ACTIVITIES}?${options}`);
      // The count shows when a page lacks its link. The size of a page is documented to be an option, but not its
      // bounds, and by itself it is small: hundreds of activities would take longer than a turn.
      return list('$count=true&$top=100').catch((error: unknown) => {
        if (!isFault(['graphBadRequest'], error)) throw error;
        return list('$count=true');
      });
    },

    async findOwn(access, activityId) {
      if (!isUsableId(activityId)) return undefined;
      const path = `${OWN_ACTIVITIES}/${encodeURIComponent(activityId)}`;
      return undefinedOn(['graphNotFound'], read(access, path));
    },

    async findOwnByExternalId(access, providerId, externalId) {
      if (!isUsableId(providerId) || !isUsableId(externalId)) return undefined;
      const readBy = (key: string): Promise<CourseActivity> => {
        const list = `${toProviderPath(providerId)}/learningCourseActivities`;
        return read(access, `${list}(${key}=${toKeyValue(externalId)})`);
      };
      const reading = readBy('externalCourseActivityId').catch((error: unknown) => {
        if (!isFault(['graphBadRequest'], error)) throw error;
        // The metadata's spelling (graph-learning 1.1).
        return readBy('externalcourseActivityId');
      });
      // Graph refuses another learner's activity; that must look as if there were none.
      const activity = await undefinedOn(['graphNotFound', 'graphForbidden'], reading);
      return activity?.learnerUserId.toLowerCase() === access.userId.toLowerCase() ? activity : undefined;
    },
  };

  function read(access: GraphAccess, path: string): Promise<CourseActivity> {
    return readActivity(client, { access, family: 'activities', path });
  }
}

/** One activity by its path. Throws a `GraphFault`. */
export async function readActivity(
  client: GraphClient,
  request: Pick<GraphRequest, 'access' | 'family' | 'path'>,
): Promise<CourseActivity> {
  const activity = parseCourseActivity(await client.send({ ...request, headers: ALL_ENUM_MEMBERS }));
  if (activity === undefined) throw new GraphContractError('Graph sent no course activity');
  return activity;
}

/** All pages of a list, as far as the deadline lets it. */
async function listActivities(
  client: GraphClient,
  access: GraphAccess,
  path: string,
): ReturnType<LearningRecords['listOwn']> {
  const pages = readPages(client, { access, family: 'activities', path, headers: ALL_ENUM_MEMBERS });
  const activities: CourseActivity[] = [];
  let pagesRead = 0;
  let isComplete = false;
  try {
    for await (const { items, isLast } of pages) {
      activities.push(...parseActivities(items, client));
      pagesRead++;
      isComplete = isLast;
    }
  } catch (error) {
    if (!(error instanceof GraphTimeoutError) || pagesRead === 0) throw error;
  }
  return { activities, isComplete };
}

/** Takes the faults of these kinds as the answer that there is none. */
async function undefinedOn<T>(
  kinds: readonly GraphHttpFaultKind[],
  reading: Promise<T>,
): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (isFault(kinds, error)) return undefined;
    throw error;
  }
}

function isFault(kinds: readonly GraphHttpFaultKind[], error: unknown): boolean {
  return error instanceof GraphHttpError && kinds.includes(error.kind);
}

/** What can be read of a page of activities; the rest is logged. */
export function parseActivities(items: readonly unknown[], { log }: GraphClient): CourseActivity[] {
  const activities = items.map(parseCourseActivity).filter((activity) => activity !== undefined);
  const dropped = items.length - activities.length;
  if (dropped > 0) log.warn({ dropped, kept: activities.length }, 'graph sent unreadable course activities');
  return activities;
}
