import type { CoursePattern } from '../../config/values';
import { decodePart } from './course-links';

/** The course that a web address refers to. */
export interface MatchedCourse {
  readonly providerId: string;
  readonly kind: CoursePattern['placeholder'];
  readonly id: string;
}

const MOST_CHARACTERS = 200;
/** Marker that the URL parser leaves unchanged and that occurs in no real address. */
const MARK = '-placeholder-7c1f-';

/** Returns the course that the first matching pattern finds in an address; ignores extra query parameters. */
export function matchCourse(url: URL, patterns: readonly CoursePattern[]): MatchedCourse | undefined {
  for (const { providerId, address, placeholder } of patterns) {
    const id = findId(url, new URL(address.replace(`{${placeholder}}`, MARK)));
    if (id !== undefined) return { providerId, kind: placeholder, id };
  }
  return undefined;
}

function findId(url: URL, pattern: URL): string | undefined {
  if (url.origin !== pattern.origin) return undefined;
  const pairs = [
    [pattern.pathname, url.pathname] as const,
    ...[...pattern.searchParams].map(([name, value]) => [value, url.searchParams.get(name) ?? ''] as const),
  ];
  let id: string | undefined;
  for (const [wanted, given] of pairs) {
    if (!wanted.includes(MARK)) {
      if (wanted !== given) return undefined;
      continue;
    }
    const [before = '', after = ''] = wanted.split(MARK);
    if (!given.startsWith(before) || !given.endsWith(after)) return undefined;
    id = given.slice(before.length, given.length - after.length);
  }
  return id === undefined ? undefined : toId(id);
}

function toId(part: string): string | undefined {
  const id = decodePart(part) ?? '';
  return id !== '' && id.length <= MOST_CHARACTERS && !id.includes('/') ? id : undefined;
}
