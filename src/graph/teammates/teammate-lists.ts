import type { CourseActivity } from '../../domain/course-activity';
import type { GraphAccess, TeammateOutcome, TeammateRecords } from '../../domain/ports';
import { GraphError } from '../errors';
import type { GraphClient } from '../client/graph-request';
import { ALL_ENUM_MEMBERS, createActivityList, type ActivityList } from '../learning/learning-records';
import { isFormRefused, startList, toForms, type ListForm, type TakePage } from '../client/pages';
import { readInBatches, type PartFailure } from '../client/batches';

/** The result of reading lists in one access mode. */
export interface ModeResult {
  /** The number of people that Graph answered for, also with "no license". */
  readonly told: number;
  readonly refused: readonly RefusedList[];
  /** A temporary fault that the rest met, if any. */
  readonly fault: GraphError | undefined;
}

/** A list that Graph refused to this token, for this person or for everyone. */
export interface RefusedList {
  readonly userId: string;
  readonly reason: 'forbidden' | 'notFound';
  /** Graph offers no such lists at all. */
  readonly isForGood: boolean;
}

/** Lists to read, of the people with these ids in lower case, with the token of `access`. */
export interface Lists {
  readonly access: GraphAccess;
  readonly userIds: readonly string[];
}

export type Keep = Parameters<TeammateRecords['readLists']>[2];

interface Part extends ListForm {
  readonly aboutId: string;
  readonly take: TakePage;
  readonly found: ActivityList;
  readonly isFirst: boolean;
}

/** Reads the lists of several people with the token of `access`, in batches, page after page, until its deadline. */
export async function readTeammateLists(
  client: GraphClient,
  { access, userIds }: Lists,
  keep: Keep,
): Promise<ModeResult> {
  const refused: RefusedList[] = [];
  let told = 0;
  let fault: GraphError | undefined;

  function tell(userId: string, outcome: TeammateOutcome): void {
    told++;
    keep(userId, outcome);
  }

  function fail(userId: string, reason: GraphError): void {
    fault = reason;
    const wait = reason.kind === 'graphThrottled' && { waitMs: reason.waitMs ?? 0 };
    keep(userId, { kind: 'unreadable', reason: 'failed', ...wait });
  }

  function onSuccess(part: Part, body: unknown): readonly Part[] {
    const { aboutId: userId, take } = part;
    try {
      const { items, isLast, nextPath } = take(body);
      part.found.add(items);
      if (nextPath !== undefined) return [{ ...part, path: nextPath, isFirst: false }];
      tell(userId, toOutcome(part, isLast, client));
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      fail(userId, error);
    }
    return [];
  }

  function onFailure({ aboutId: userId, isFirst }: Part, failure: PartFailure): void {
    const kind = failure.scope === 'part' && isFirst ? failure.fault.kind : undefined;
    if (kind === 'graphUnlicensed') {
      tell(userId, { kind: 'unreadable', reason: 'unlicensed' });
    } else if (kind === 'graphForbidden' || kind === 'graphNotFound' || kind === 'graphMethodNotAllowed') {
      const reason = kind === 'graphNotFound' ? 'notFound' : 'forbidden';
      refused.push({ userId, reason, isForGood: kind === 'graphMethodNotAllowed' });
    } else {
      fail(userId, failure.fault);
    }
  }

  /** Reads the lists in one form of the request; those that Graph refuses in this form are read in the next. */
  async function read(ids: readonly string[], formNumber = 0): Promise<void> {
    const again: string[] = [];
    await readInBatches<Part>(client, {
      access,
      family: 'teammates',
      parts: ids.flatMap((userId) => toFirstPart(client, userId, formNumber) ?? []),
      onSuccess,
      onFailure(part, failure) {
        const hasOther = toFirstPart(client, part.aboutId, formNumber + 1) !== undefined;
        const isForm = failure.scope === 'part' && part.isFirst && isFormRefused(failure.fault);
        if (isForm && hasOther) again.push(part.aboutId);
        else if (!part.isFirst && isFormRefused(failure.fault))
          tell(part.aboutId, toOutcome(part, false, client));
        else onFailure(part, failure);
      },
    });
    if (again.length > 0) await read(again, formNumber + 1);
  }

  await read(userIds);
  return { told, refused, fault };
}

function toFirstPart({ baseUrl }: GraphClient, userId: string, formNumber: number): Part | undefined {
  const path = `/users/${encodeURIComponent(userId)}/employeeExperience/learningCourseActivities`;
  const form = toForms({ path, options: ['$count=true'], headers: ALL_ENUM_MEMBERS })[formNumber];
  if (form === undefined) return undefined;
  const take = startList({ baseUrl, userId, listPath: form.path });
  return { ...form, aboutId: userId, take, found: createActivityList(), isFirst: true };
}

function toOutcome({ aboutId, found }: Part, isComplete: boolean, client: GraphClient): TeammateOutcome {
  const listed = found.finish(isComplete, client.log);
  return { kind: 'read', ...listed, activities: ownedBy(aboutId, listed.activities, client) };
}

/** The activities of this person; Graph does not check the reporting line, so those of others are dropped. */
export function ownedBy(
  userId: string,
  activities: readonly CourseActivity[],
  { log }: GraphClient,
): readonly CourseActivity[] {
  const own = activities.filter(({ learnerUserId }) => learnerUserId.toLowerCase() === userId);
  const dropped = activities.length - own.length;
  if (dropped > 0) log.error({ dropped }, 'graph sent course activities of someone else');
  return own;
}
