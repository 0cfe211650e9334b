import { randomBytes } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type * as z from 'zod/v4';
import { findZone } from '../../domain/time-zone';
import type { Turn } from '../turn';
import { turnActivity } from './wire';

/** No look-alike letters or digits: people read the id out to somebody. */
const ID_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const MOST_AGO_MS = 30_000;

/** A fresh reference id, 8 letters and digits. */
export function createTurnId(): string {
  return Array.from(randomBytes(8), (byte) => ID_LETTERS[byte % ID_LETTERS.length]).join('');
}

/** A verified bot activity as a turn; `undefined` when it does not say which Entra user of which tenant sent it. */
export function toTurn(
  activity: Partial<Activity>,
  { id, signal }: Pick<Turn, 'id' | 'signal'>,
): Turn | undefined {
  const parsed = turnActivity.safeParse(activity);
  if (!parsed.success) return undefined;
  const { from, conversation, channelData, locale } = parsed.data;
  const tenantId = conversation.tenantId ?? channelData?.tenant?.id;
  if (tenantId === undefined) return undefined;
  const now = new Date();
  return {
    id,
    userId: from.aadObjectId.toLowerCase(),
    tenantId: tenantId.toLowerCase(),
    locale: locale ?? 'en-US',
    zone: findTurnZone(parsed.data) ?? 'UTC',
    isPersonalChat: conversation.conversationType === 'personal',
    now,
    askedAt: toAskedAt(parsed.data.timestamp, now),
    signal,
  };
}

/**
 * When Teams took the activity in. That is before we read anything for it, however many others came at the same moment;
 * what a clock that is far from ours says does not count.
 */
function toAskedAt(sentAt: Date | undefined, now: Date): Date {
  const agoMs = sentAt === undefined ? 0 : now.getTime() - sentAt.getTime();
  return sentAt !== undefined && agoMs > 0 && agoMs < MOST_AGO_MS ? sentAt : now;
}

/** The client's own zone, else the activity's, else the offset of the time that the client sent. */
function findTurnZone({
  entities,
  localTimezone,
  rawLocalTimestamp,
}: z.infer<typeof turnActivity>): string | undefined {
  const client = entities?.find(({ type }) => type === 'clientInfo');
  const names = [client?.timezone, localTimezone].filter((name) => name !== undefined);
  const zone = names.map(findZone).find((known) => known !== undefined);
  return zone ?? toOffsetZone(rawLocalTimestamp, names.length > 0);
}

/** An offset of zero where no zone is named comes from a service, Copilot's for example, and from nobody's clock. */
function toOffsetZone(localTimestamp: string | undefined, isOfClock: boolean): string | undefined {
  const offset = /[+-]\d\d:?\d\d$/.exec(localTimestamp ?? '')?.[0] ?? '';
  return isOfClock || /[1-9]/.test(offset) ? findZone(offset) : undefined;
}
