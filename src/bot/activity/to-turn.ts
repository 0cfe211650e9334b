import { randomBytes } from 'node:crypto';
import type { Activity, TurnContext } from 'botbuilder';
import type * as z from 'zod/v4';
import { findZone } from '../../domain/time-zone';
import type { Turn } from '../turn';
import { turnActivity } from './wire';

/** Handles an activity whose sender is known. */
export type TurnHandler = (context: TurnContext, turn: Turn) => Promise<void>;

/** No look-alike letters or digits: people may read the id aloud. */
const ID_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Oldest `timestamp` that counts; an older one means that the clocks disagree. */
const MOST_AGO_MS = 30_000;

/** Returns a new reference id of 8 letters and digits. */
export function createTurnId(): string {
  return Array.from(randomBytes(8), (byte) => ID_LETTERS[byte % ID_LETTERS.length]).join('');
}

/** Converts a verified bot activity; `undefined` if it lacks the Entra user id or tenant id of its sender. */
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

/** When Teams received the activity; `now` if that time is in the future or older than `MOST_AGO_MS`. */
function toAskedAt(sentAt: Date | undefined, now: Date): Date {
  const agoMs = sentAt === undefined ? 0 : now.getTime() - sentAt.getTime();
  return sentAt !== undefined && agoMs > 0 && agoMs < MOST_AGO_MS ? sentAt : now;
}

/** The client's zone, else the activity's, else the UTC offset of the client's local time. */
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

/** Ignores a zero offset unless the activity names a zone: services such as Copilot send it, not a user's clock. */
function toOffsetZone(localTimestamp: string | undefined, namesZone: boolean): string | undefined {
  const offset = /[+-]\d\d:?\d\d$/.exec(localTimestamp ?? '')?.[0] ?? '';
  return namesZone || /[1-9]/.test(offset) ? findZone(offset) : undefined;
}
