import * as z from 'zod/v4';
import type { GraphAccess } from '../../domain/ports';
import { toProviderPath } from '../client/addresses';
import { GraphError } from '../errors';
import type { GraphClient } from '../client/graph-request';
import { readPages, type ListRequest } from '../client/pages';
import { ALL_ENUM_MEMBERS, createActivityList } from '../learning/learning-records';
import type { Keep, Lists, ModeResult } from './teammate-lists';

/** The size of these lists is not documented; the deadline usually comes first. */
const MOST_PAGES = 1_000;

/**
 * The activities of several people from whole provider lists: each list is read once for all of them, and items of others
 * are dropped. `access` is app-only.
 */
export async function readProviderLists(
  client: GraphClient,
  { access, userIds, providerIds }: Lists & { readonly providerIds: readonly string[] },
  keep: Keep,
): Promise<ModeResult> {
  const lists = new Map(userIds.map((userId) => [userId, createActivityList()]));
  const endings = await Promise.all(providerIds.map(readOne));
  if (endings.every((ending) => ending === 'refused')) {
    const refused = userIds.map((userId) => ({ userId, reason: 'forbidden', isForGood: true }) as const);
    return { told: 0, refused, fault: undefined };
  }
  const fault = endings.find((ending) => ending instanceof GraphError);
  // An empty result must not look as if nobody had courses.
  if (!endings.some((ending) => ending === 'whole' || ending === 'cutShort')) {
    return { told: 0, refused: [], fault };
  }
  const isComplete = fault === undefined && !endings.includes('cutShort');
  for (const [userId, list] of lists) keep(userId, { kind: 'read', ...list.finish(isComplete, client.log) });
  return { told: userIds.length, refused: [], fault: undefined };

  async function readOne(providerId: string): Promise<'whole' | 'cutShort' | 'refused' | GraphError> {
    const request: ListRequest = {
      access,
      family: 'teammates',
      path: `${toProviderPath(providerId)}/learningCourseActivities`,
      options: ['$count=true'],
      headers: ALL_ENUM_MEMBERS,
    };
    let ending: 'whole' | 'cutShort' | undefined;
    try {
      for await (const { items, isLast } of readPages(client, request, MOST_PAGES)) {
        for (const item of items) lists.get(toOwnerId(item))?.add([item]);
        ending = isLast ? 'whole' : 'cutShort';
      }
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      client.log.warn({ fault: error.kind }, 'provider list not read to its end');
      return ending ?? (error.isRefusal ? 'refused' : error);
    }
    return ending ?? 'cutShort';
  }
}

const owned = z.object({ learnerUserId: z.string().toLowerCase() });
const identified = z.object({ id: z.string().min(1) });

/** The learner that an item names, also when the rest of the item cannot be read. */
function toOwnerId(item: unknown): string {
  return owned.safeParse(item).data?.learnerUserId ?? '';
}

/**
 * The providers that the manager may see; empty when Graph refuses them. Needs `LearningProvider.Read`. Throws temporary
 * faults.
 */
export async function listProviderIds(client: GraphClient, access: GraphAccess): Promise<readonly string[]> {
  const ids = new Set<string>();
  try {
    const path = '/employeeExperience/learningProviders';
    const request: ListRequest = { access, family: 'contents', path, options: [] };
    for await (const { items } of readPages(client, request)) {
      for (const item of items) {
        const { data } = identified.safeParse(item);
        if (data !== undefined) ids.add(data.id);
      }
    }
  } catch (error) {
    if (!(error instanceof GraphError) || !error.isRefusal) throw error;
    client.log.info({ fault: error.kind }, 'graph refused the list of providers');
  }
  return [...ids];
}
