/** Maximum length of an address: longer ones make a card too large to send, and many servers refuse them. */
const MOST_CHARACTERS = 2048;

/** Returns the address if a card may link to it: https, not too long, and without a user name that looks like a host. */
export function toHttpsUrl(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const { href, protocol, username, password } = new URL(text);
  const isPlain = protocol === 'https:' && username === '' && password === '';
  return isPlain && href.length <= MOST_CHARACTERS ? href : undefined;
}
