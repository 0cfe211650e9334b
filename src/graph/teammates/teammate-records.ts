import type { CourseActivity } from '../../domain/course-activity';
import type { GraphAccess, TeammateRecords } from '../../domain/ports';
import { isUsableId } from '../client/addresses';
import { MOST_BATCH_PARTS } from '../client/batches';
import { GraphError } from '../errors';
import type { GraphClient } from '../client/graph-request';
import { readActivity } from '../learning/learning-records';
import { listProviderIds, readProviderLists } from './provider-lists';
import {
  ownedBy,
  readTeammateLists,
  type Keep,
  type Lists,
  type ModeResult,
  type RefusedList,
} from './teammate-lists';
import type { AccessModes, AccessMode } from './access-modes';

interface TeammateRecordsOptions {
  readonly client: GraphClient;
  readonly modes: AccessModes;
  /** Tokens of the app itself, used only here (docs/decisions/0015-who-may-view-whose-courses.md). */
  readonly appTokens: { getToken(tenantId: string, signal: AbortSignal): Promise<string> };
  /** Providers to read besides those that the manager may see. */
  readonly providerIds: readonly string[];
}

/** Course activities of direct reports, read in an access mode that the tenant allows. */
export function createTeammateRecords(options: TeammateRecordsOptions): TeammateRecords {
  const { client, modes, appTokens } = options;

  async function tryMode(mode: AccessMode, { access, userIds }: Lists, keep: Keep): Promise<ModeResult> {
    if (mode === 'delegated') return readTeammateLists(client, { access, userIds }, keep);
    const asApp = await toAppAccess(access);
    if (mode === 'application') return readTeammateLists(client, { access: asApp, userIds }, keep);
    const seen = await listProviderIds(client, access);
    const providerIds = [...new Set([...seen, ...options.providerIds])];
    return readProviderLists(client, { access: asApp, providerIds, userIds }, keep);
  }

  async function toAppAccess(access: GraphAccess): Promise<GraphAccess> {
    return { ...access, graphToken: await appTokens.getToken(access.tenantId, access.signal) };
  }

  /**
   * Reads in one mode: a first batch while it is not known whether the tenant allows it, then the rest. Returns the people
   * who are left for other modes.
   */
  async function readBy(
    mode: AccessMode,
    { access, userIds }: Lists,
    keep: Keep,
  ): Promise<readonly RefusedList[]> {
    const isKnown = modes.isAllowed(access.tenantId, mode) || mode === 'providers';
    const first = isKnown ? userIds : userIds.slice(0, MOST_BATCH_PARTS);
    const { told, refused, fault } = await tryMode(mode, { access, userIds: first }, keep);
    if (told === 0) {
      if (fault !== undefined && refused.length === 0) throw fault;
      if (refusesTenant(refused)) modes.learn(access.tenantId, mode, 'refused');
      return [...refused, ...toUnread(userIds.slice(first.length))];
    }
    if (isTenantEvidence(mode, userIds)) modes.learn(access.tenantId, mode, 'allowed');
    // The mode works for others, so these refusals are about these people.
    keepRefused(refused, keep);
    const rest = userIds.slice(first.length);
    return rest.length === 0 ? [] : readBy(mode, { access, userIds: rest }, keep);
  }

  /** One activity by its id: by the person's path with the manager's token, else by the app's path. */
  async function readById(
    mode: AccessMode,
    access: GraphAccess,
    [userId, activityId]: readonly [string, string],
  ): Promise<CourseActivity> {
    const family = 'teammates';
    const path = `/employeeExperience/learningCourseActivities/${encodeURIComponent(activityId)}`;
    return mode === 'delegated'
      ? readActivity(client, { access, family, path: `/users/${encodeURIComponent(userId)}${path}` })
      : readActivity(client, { access: await toAppAccess(access), family, path });
  }

  return {
    async readLists(access, userIds, keep) {
      let left = toUnread(userIds.map((userId) => userId.toLowerCase()));
      const refused: AccessMode[] = [];
      for (const mode of modes.candidates(access.tenantId)) {
        const asked = left.map(({ userId }) => userId);
        left = await readBy(mode, { access, userIds: asked }, keep);
        if (access.signal.aborted) return;
        if (left.length === 0) {
          // A mode that works for the same people shows that the tenant refuses the earlier ones.
          if (isTenantEvidence(mode, asked))
            for (const other of refused) modes.learn(access.tenantId, other, 'refused');
          return;
        }
        refused.push(mode);
      }
      keepRefused(left, keep);
    },

    async find(access, userId, activityId) {
      if (!isUsableId(activityId)) return undefined;
      const person = userId.toLowerCase();
      for (const mode of modes.candidates(access.tenantId)) {
        try {
          const activity = await readById(mode, access, [person, activityId]);
          return ownedBy(person, [activity], client)[0];
        } catch (error) {
          if (!(error instanceof GraphError)) throw error;
          if (error.kind === 'graphNotFound') return undefined;
          if (error.kind === 'graphUnlicensed') return { kind: 'unreadable', reason: 'unlicensed' };
          if (error.kind !== 'graphForbidden' && error.kind !== 'graphMethodNotAllowed') throw error;
        }
      }
      return { kind: 'unreadable', reason: 'forbidden' };
    },
  };
}

/**
 * Whether a success tells something about the whole tenant. One person's success in a provider's list does not: the slow mode
 * must not become everyone's for that.
 */
function isTenantEvidence(mode: AccessMode, userIds: readonly string[]): boolean {
  return mode !== 'providers' || userIds.length > 1;
}

/** Whether refusals are about the tenant: one person may be refused, and several not found, for reasons of their own. */
function refusesTenant(refused: readonly RefusedList[]): boolean {
  const forbidden = refused.filter(({ reason }) => reason === 'forbidden');
  return forbidden.length > 1 || refused.some(({ isForGood }) => isForGood);
}

/** People whose list no mode has given yet. */
function toUnread(userIds: readonly string[]): readonly RefusedList[] {
  return userIds.map((userId) => ({ userId, reason: 'forbidden', isForGood: false }));
}

function keepRefused(refused: readonly RefusedList[], keep: Keep): void {
  for (const { userId, reason } of refused) keep(userId, { kind: 'unreadable', reason });
}
