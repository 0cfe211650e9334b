const JWT = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;
const SHOWN_CHARACTERS = 12;

const QUOTED_CHARACTERS = 60;

/** Quotes a person's text for the title of a line in the wire log. */
export function quote(text: string): string {
  const safe = withoutTokens(text);
  return `"${safe.length > QUOTED_CHARACTERS ? `${safe.slice(0, QUOTED_CHARACTERS)}…` : safe}"`;
}

/** A copy for the wire log in which no token is whole. */
export function shortenTokens(value: unknown): unknown {
  if (typeof value === 'string') return withoutTokens(value);
  if (Array.isArray(value)) return value.map(shortenTokens);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortenTokens(inner)]));
}

function withoutTokens(text: string): string {
  return text.replace(JWT, (token) => `${token.slice(0, SHOWN_CHARACTERS)}…`);
}
