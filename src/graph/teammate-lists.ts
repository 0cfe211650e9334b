import type { CourseActivity } from '../domain/course-activity';
import type { GraphAccess, TeammateOutcome } from '../domain/ports';
import type { GraphFault } from './errors';
import type { GraphClient } from './graph-request';
import { ALL_ENUM_MEMBERS, parseActivities } from './learning-records';
import { parsePage, type ListPlace } from './pages';
import { readInBatches } from './read-in-batches';

/** At ten items a page, 500 activities of one person. */
const MOST_PAGES = 50;

/** What one way of reading came to. */
export interface WayResult {
  /** How many people it told something of, be it that they have no licence. */
  readonly told: number;
  readonly refused: readonly RefusedList[];
  /** What went wrong in passing for everybody else, if anything. */
  readonly fault: GraphFault | undefined;
}

/** A list that Graph did not give to this token, be it for this person or for everybody. */
export interface RefusedList {
  readonly userId: string;
  readonly reason: 'forbidden' | 'notFound';
  /** Graph offers no such lists at all. */
  readonly isForGood: boolean;
}

type Keep = (userId: string, outcome: TeammateOutcome) => void;

interface Part {
  readonly userId: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly place: ListPlace;
  readonly activities: readonly CourseActivity[];
  readonly pages: number;
}

/** Reads the lists of several people with the token of `access`, in batches, page after page, until its deadline. */
export async function readTeammateLists(
  client: GraphClient,
  { access, userIds }: { readonly access: GraphAccess; readonly userIds: readonly string[] },
  keep: Keep,
): Promise<WayResult> {
  const refused: RefusedList[] = [];
  let told = 0;
  let fault: GraphFault | undefined;

  function tell(userId: string, outcome: TeammateOutcome): void {
    told++;
    keep(userId, outcome);
  }

  function onSuccess(part: Part, body: unknown): readonly Part[] {
    const { items, place, nextPath } = parsePage(body, part.place);
    const activities = [...part.activities, ...ownedBy(part.userId, parseActivities(items, client), client)];
    const pages = part.pages + 1;
    if (nextPath === undefined || nextPath === part.path || pages === MOST_PAGES) {
      tell(part.userId, { kind: 'read', activities, isComplete: nextPath === undefined });
      return [];
    }
    return [{ ...part, path: nextPath, place, activities, pages }];
  }

  await readInBatches<Part>(client, {
    access,
    family: 'teammates',
    parts: userIds.map((userId) => toFirstPart(client, userId)),
    onSuccess,
    onFailure({ userId, pages }, failure) {
      const kind = failure.scope === 'part' && pages === 0 ? failure.fault.kind : undefined;
      if (kind === 'graphUnlicensed') {
        tell(userId, { kind: 'unreadable', reason: 'unlicensed' });
        return;
      }
      if (kind === 'graphForbidden' || kind === 'graphNotFound' || kind === 'graphMethodNotAllowed') {
        const reason = kind === 'graphNotFound' ? 'notFound' : 'forbidden';
        refused.push({ userId, reason, isForGood: kind === 'graphMethodNotAllowed' });
        return;
      }
      fault = failure.fault;
      keep(userId, { kind: 'unreadable', reason: 'failed' });
    },
  });
  return { told, refused, fault };
}

function toFirstPart({ baseUrl }: GraphClient, userId: string): Part {
  const path = `/users/${encodeURIComponent(userId)}/employeeExperience/learningCourseActivities?$count=true`;
  const place = { baseUrl, access: { userId }, listPath: path, received: 0, count: undefined };
  return { userId, path, headers: ALL_ENUM_MEMBERS, place, activities: [], pages: 0 };
}

/** Graph does not check the reporting line, so nothing counts that names somebody else. */
export function ownedBy(
  userId: string,
  activities: readonly CourseActivity[],
  { log }: GraphClient,
): readonly CourseActivity[] {
  const own = activities.filter(({ learnerUserId }) => learnerUserId.toLowerCase() === userId);
  const dropped = activities.length - own.length;
  if (dropped > 0) log.error({ dropped }, 'graph sent course activities of somebody else');
  return own;
}
