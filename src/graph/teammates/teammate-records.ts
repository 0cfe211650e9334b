import type { GraphAccess, TeammateRecords } from '../../domain/ports';
import { isUsableId } from '../client/addresses';
import { MOST_BATCH_PARTS } from '../client/batch';
import { GraphHttpError } from '../errors';
import type { GraphClient } from '../client/graph-request';
import { readActivity } from '../learning/learning-records';
import { listProviderIds, readProviderLists } from '../learning/provider-lists';
import { ownedBy, readTeammateLists, type RefusedList, type WayResult } from './teammate-lists';
import type { TeammateWays, Way } from './teammate-ways';

interface TeammateRecordsOptions {
  readonly client: GraphClient;
  readonly ways: TeammateWays;
  /** Tokens of the app itself; used for nothing else (docs/decisions/0015-who-may-view-whose-courses.md). */
  readonly appTokens: { getToken(tenantId: string, signal: AbortSignal): Promise<string> };
  /** Providers to go through besides those that the manager may see. */
  readonly providerIds: readonly string[];
}

interface Lists {
  readonly access: GraphAccess;
  readonly userIds: readonly string[];
}

type Keep = Parameters<TeammateRecords['readLists']>[2];

/** Course activities of direct reports, by whichever way the tenant allows. */
export function createTeammateRecords(options: TeammateRecordsOptions): TeammateRecords {
  const { client, ways, appTokens } = options;

  async function tryWay(way: Way, { access, userIds }: Lists, keep: Keep): Promise<WayResult> {
    if (way === 'delegated') return readTeammateLists(client, { access, userIds }, keep);
    const asApp = await toAppAccess(access);
    if (way === 'application') return readTeammateLists(client, { access: asApp, userIds }, keep);
    const seen = await listProviderIds(client, access);
    const providerIds = [...new Set([...seen, ...options.providerIds])];
    return readProviderLists(client, { access: asApp, providerIds, userIds }, keep);
  }

  async function toAppAccess(access: GraphAccess): Promise<GraphAccess> {
    return { ...access, graphToken: await appTokens.getToken(access.tenantId, access.signal) };
  }

  /**
   * One way for all, once a few people have shown that the tenant allows it; gives those who are left to other ways.
   */
  async function readBy(way: Way, { access, userIds }: Lists, keep: Keep): Promise<readonly RefusedList[]> {
    const isKnown = ways.isAllowed(access.tenantId, way) || way === 'providers';
    const first = isKnown ? userIds : userIds.slice(0, MOST_BATCH_PARTS);
    const { told, refused, fault } = await tryWay(way, { access, userIds: first }, keep);
    if (told === 0) {
      if (fault !== undefined && refused.length === 0) throw fault;
      if (tellsOfEverybody(refused)) ways.refuse(access.tenantId, way);
      const unasked = userIds.slice(first.length);
      return [
        ...refused,
        ...unasked.map((userId) => ({ userId, reason: 'forbidden', isForGood: false }) as const),
      ];
    }
    if (tellsOfTenant(way, userIds)) ways.allow(access.tenantId, way);
    // Others could be read this way: what is refused now is so for these people.
    keepRefused(refused, keep);
    const rest = userIds.slice(first.length);
    return rest.length === 0 ? [] : readBy(way, { access, userIds: rest }, keep);
  }

  /** Graph's answer to the form that fits the way: by the person's path, or by the app's. */
  async function readById(way: Way, access: GraphAccess, [userId, activityId]: readonly [string, string]) {
    const family = 'teammates';
    const path = `/employeeExperience/learningCourseActivities/${encodeURIComponent(activityId)}`;
    return way === 'delegated'
      ? readActivity(client, { access, family, path: `/users/${encodeURIComponent(userId)}${path}` })
      : readActivity(client, { access: await toAppAccess(access), family, path });
  }

  return {
    async readLists(access, userIds, keep) {
      const all = userIds.map((userId) => userId.toLowerCase());
      let left = all.map((userId): RefusedList => ({ userId, reason: 'forbidden', isForGood: false }));
      const refused: Way[] = [];
      for (const way of ways.candidates(access.tenantId)) {
        const asked = left.map(({ userId }) => userId);
        left = [...(await readBy(way, { access, userIds: asked }, keep))];
        if (access.signal.aborted) return;
        if (left.length === 0) {
          // Only that another way works for the same people tells that these are refused to everybody.
          if (tellsOfTenant(way, asked)) for (const other of refused) ways.refuse(access.tenantId, other);
          return;
        }
        refused.push(way);
      }
      keepRefused(left, keep);
    },

    async find(access, userId, activityId) {
      if (!isUsableId(activityId)) return undefined;
      const person = userId.toLowerCase();
      for (const way of ways.candidates(access.tenantId)) {
        try {
          const activity = await readById(way, access, [person, activityId]);
          return ownedBy(person, [activity], client)[0];
        } catch (error) {
          if (!(error instanceof GraphHttpError)) throw error;
          if (error.kind === 'graphNotFound') return undefined;
          if (error.kind === 'graphUnlicensed') return { kind: 'unreadable', reason: 'unlicensed' };
          if (error.kind !== 'graphForbidden' && error.kind !== 'graphMethodNotAllowed') throw error;
        }
      }
      return { kind: 'unreadable', reason: 'forbidden' };
    },
  };
}

/** A provider's list says nothing of why one person's own was refused, and the slow way must not be everybody's for that. */
function tellsOfTenant(way: Way, userIds: readonly string[]): boolean {
  return way !== 'providers' || userIds.length > 1;
}

/** One person may be refused, and several unknown to Graph, for reasons of their own. */
function tellsOfEverybody(refused: readonly RefusedList[]): boolean {
  const forbidden = refused.filter(({ reason }) => reason === 'forbidden');
  return forbidden.length > 1 || refused.some(({ isForGood }) => isForGood);
}

function keepRefused(refused: readonly RefusedList[], keep: Keep): void {
  for (const { userId, reason } of refused) keep(userId, { kind: 'unreadable', reason });
}
