import { refusals, type GraphAnswer, type GraphCall } from './answers';
import { refuseQuery, type QueryRules } from './odata';

type Answer = (call: GraphCall, parameters: Readonly<Record<string, string>>) => GraphAnswer;

export interface Route {
  readonly pattern: RegExp;
  readonly rules: QueryRules;
  readonly answer: Answer;
}

/** `template` is a path with `{name}` for one segment or key, e.g. `/users/{userId}`; OData paths ignore case. */
export function get(template: string, rules: QueryRules, answer: Answer): Route {
  const source = template.replace(/[()$.]/g, '\\$&').replace(/\{(\w+)\}/g, '(?<$1>[^/]+?)');
  return { pattern: new RegExp(`^${source}$`, 'i'), rules, answer };
}

/** Answers a request with the first matching route. */
export function dispatch(routes: readonly Route[], call: GraphCall): GraphAnswer {
  for (const { pattern, rules, answer } of routes) {
    const match = pattern.exec(call.path);
    if (match === null) continue;
    if (call.method !== 'GET') return refusals.wrongMethod;
    const parameters = Object.entries(match.groups ?? {}).map(([name, value]) => [
      name,
      decodeSegment(value),
    ]);
    return refuseQuery(call, rules) ?? answer(call, Object.fromEntries(parameters) as Record<string, string>);
  }
  return refusals.noSegment;
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
