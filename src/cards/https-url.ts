/** Longer ones would make a card too big to be sent; browsers and servers give up on many of them besides. */
const MOST_CHARACTERS = 2048;

/** The address when a card may link to it: https, of usual length, and no user name dressed up as a host. */
export function toHttpsUrl(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const { href, protocol, username, password } = new URL(text);
  const isPlain = protocol === 'https:' && username === '' && password === '';
  return isPlain && href.length <= MOST_CHARACTERS ? href : undefined;
}
