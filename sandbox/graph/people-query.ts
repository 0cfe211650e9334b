import type { GraphUser } from '../world/world';
import { failure, type GraphAnswer, type GraphCall } from './answers';
import { badQuery, isAdvanced } from './odata';

type Person = Readonly<Record<string, unknown>>;
type Test = (person: Person) => boolean;

/** The people that match a query, in its order, or the reason for a refusal. */
export type FoundPeople =
  | { readonly kind: 'found'; readonly people: readonly GraphUser[] }
  | { readonly kind: 'refused'; readonly answer: GraphAnswer };

/**
 * `$filter`, `$search` and `$orderby` of people (docs/reference/graph-learning.md#find-a-person). The local Graph takes
 * the filters `eq` and
 * `startswith`, joined by `and` or by `or`, and refuses others, even if Graph itself might take them.
 */
export function queryPeople(call: GraphCall, people: readonly GraphUser[]): FoundPeople {
  const { query } = call;
  const filter = query.get('$filter') ?? '';
  const search = query.get('$search') ?? '';
  const order = query.get('$orderby') ?? '';
  if (needsIndex({ filter, search, order }) && !isAdvanced(call))
    return refused(unsupported('This query needs the header ConsistencyLevel: eventual.'));
  const isMatch = readClauses(filter, readFilter);
  if (isMatch === undefined) return refused(badQuery(`Invalid filter clause: '${filter}'.`));
  const isHit = readClauses(search, readSearch);
  if (isHit === undefined) return refused(badQuery(`Syntax error in the $search clause '${search}'.`));
  const found = people.filter((person) => isMatch({ ...person }) && isHit({ ...person }));
  const sorted = sort(found, order);
  return sorted === undefined
    ? refused(unsupported(`Sorting by '${order}' is not supported.`))
    : { kind: 'found', people: sorted };
}

function needsIndex({
  filter,
  search,
  order,
}: Readonly<Record<'filter' | 'search' | 'order', string>>): boolean {
  return search !== '' || (filter !== '' && order !== '');
}

function refused(answer: GraphAnswer): FoundPeople {
  return { kind: 'refused', answer };
}

/** Parses `displayName desc`; `undefined` for an order that Graph does not support for people. */
function sort(people: readonly GraphUser[], order: string): readonly GraphUser[] | undefined {
  if (order === '') return people;
  const [, property, isDescending] =
    /^(displayName|userPrincipalName)(?: (?:asc|(desc)))?$/.exec(order) ?? [];
  if (property === undefined) return undefined;
  const keyOf = (person: Person): string => textOf(person, property);
  const sorted = people.toSorted((a, b) => keyOf({ ...a }).localeCompare(keyOf({ ...b })));
  return isDescending === undefined ? sorted : sorted.reverse();
}

export function unsupported(message: string): GraphAnswer {
  return failure(400, 'Request_UnsupportedQuery', message);
}

/** Clauses joined by `and` or by `or`; none for an empty text, `undefined` when one is invalid. */
function readClauses(text: string, read: (clause: string) => Test | undefined): Test | undefined {
  if (text === '') return () => true;
  const [, word] = / (and|or) /i.exec(text) ?? [];
  const clauses = word === undefined ? [text] : text.split(new RegExp(` ${word} `, 'i'));
  const tests = clauses.flatMap((clause) => read(clause.trim()) ?? []);
  if (tests.length < clauses.length) return undefined;
  return word?.toLowerCase() === 'or'
    ? (person) => tests.some((test) => test(person))
    : (person) => tests.every((test) => test(person));
}

/** `startswith(displayName,'Ann')`, `mail eq 'ann@…'`, `accountEnabled eq true`; an inner quote is doubled. */
function readFilter(clause: string): Test | undefined {
  const [, prefixed, prefix] = /^startswith\((\w+), ?'((?:[^']|'')*)'\)$/i.exec(clause) ?? [];
  if (prefixed !== undefined && prefix !== undefined)
    return startsWith(prefixed, prefix.replaceAll("''", "'"));
  const [, property, text, literal] = /^(\w+) eq (?:'((?:[^']|'')*)'|(true|false|null))$/.exec(clause) ?? [];
  if (property === undefined) return undefined;
  const wanted = text?.replaceAll("''", "'") ?? literal;
  return (person) => textOf(person, property).toLowerCase() === wanted?.toLowerCase();
}

/** `"displayName:ann"` matches the start of any word of the name; other properties match at their start. */
function readSearch(clause: string): Test | undefined {
  const [, property, escaped] = /^"(\w+):((?:[^"\\]|\\.)+)"$/.exec(clause) ?? [];
  if (property === undefined || escaped === undefined) return undefined;
  const text = escaped.replace(/\\(.)/g, '$1');
  if (property !== 'displayName') return startsWith(property, text);
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return ({ displayName }) => {
    const tokens = String(displayName)
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u);
    return words.every((word) => tokens.some((token) => token.startsWith(word)));
  };
}

function textOf(person: Person, property: string): string {
  return String(new Map(Object.entries(person)).get(property));
}

function startsWith(property: string, prefix: string): Test {
  return (person) => textOf(person, property).toLowerCase().startsWith(prefix.toLowerCase());
}
