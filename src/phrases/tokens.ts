/** One word of a phrase. `from` and `to` are offsets in the cleaned phrase; the parts of a contraction share them. */
export interface Token {
  /** Lower case, without a possessive ending and without the punctuation around it. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
  /** A mention is one name, whatever its words; a handle ("@ben") is one that was only typed, or the first word of it. */
  readonly kind: 'word' | 'quoted' | 'id' | 'mention' | 'handle' | 'account';
  readonly possessive: boolean;
  /** Written with one capital where that tells something: inside a phrase of mixed case. */
  readonly capital: boolean;
  /** Punctuation that parts clauses stands before this token. */
  readonly clauseStart: boolean;
}

const shortNegations = 'have has had is are was were do does did wo ca should could would must need'.split(
  ' ',
);
const shortNot = new Map(shortNegations.map((verb) => [`${verb}nt`, verb]));
shortNot.delete('want');

const contractions: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cannot: 'can not',
    havnt: 'have not',
    hvent: 'have not',
    dosnt: 'does not',
    doesent: 'does not',
    wahts: 'what is',
    whts: 'what is',
    im: 'i am',
    ive: 'i have',
    whats: 'what is',
    wats: 'what is',
    whos: 'who is',
    hows: 'how is',
    whens: 'when is',
    wheres: 'where is',
    theres: 'there is',
    lets: 'let us',
    youre: 'you are',
    weve: 'we have',
    gonna: 'going to',
    wanna: 'want to',
    gimme: 'give me',
    lemme: 'let me',
    gotta: 'have to',
  }),
);

const fullVerbs: ReadonlyMap<string, string> = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
]);
const suffixes: readonly (readonly [string, string])[] = [
  ["'m", 'am'],
  ["'ve", 'have'],
  ["'re", 'are'],
  ["'ll", 'will'],
  ["'d", 'would'],
];
const wordsWithIs = new Set(
  'what who how when where that it there he she here which everything anything'.split(' '),
);

// Mentions first, then quoted titles, accounts (ben@contoso.com), handles, ids such as urn:li:123 and ACT-20931, and words with their inner marks.
const pattern =
  /<([^<>]*[\p{L}\p{N}][^<>]*)>(?:'s?)?|"([^"]+)"|(?<![\p{L}\p{N}])'([^' ][^']{2,}[^' ])'(?![\p{L}\p{N}])|([\p{L}\p{N}][\p{L}\p{N}._+'!#^~&-]*@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:'s)?)|@\s?([\p{L}\p{M}][\p{L}\p{M}\p{N}'-]*)|urn:[\p{L}\p{N}:._-]*[\p{L}\p{N}]|[\p{L}\p{N}.][\p{L}\p{N}\p{M}'_+#-]*(?:[./][\p{L}\p{N}][\p{L}\p{N}\p{M}'_+#-]*)*|&/giu;
const idPattern = /^\p{L}{1,10}[-_]\d[\p{L}\d]*(?:[-_][\p{L}\d]+)*$|^\p{L}{2,6}\d{3,}$|^urn:/iu;

export function toTokens(clean: string): readonly Token[] {
  const caseTells = /\p{Lu}/u.test(clean) && /\s\p{Ll}/u.test(clean);
  const tokens: Token[] = [];
  let end = 0;
  for (const match of clean.matchAll(pattern)) {
    const raw = match[0];
    const from = match.index;
    const to = from + raw.length;
    const gap = clean.slice(end, from);
    const clauseStart = from === 0 || /[,;:.!?()]| -/.test(gap);
    const sentenceStart = from === 0 || /[.!?]/.test(gap);
    const capital = caseTells && !sentenceStart && /^@?\s?\p{Lu}(?!\p{Lu})/u.test(raw);
    const place = { from, to, clauseStart, capital };
    tokens.push(...readMatch(place, match));
    end = to;
  }
  return tokens;
}

type Place = Pick<Token, 'from' | 'to' | 'clauseStart' | 'capital'>;

function readMatch(
  place: Place,
  [raw, mention, inDoubleQuotes, inSingleQuotes, account, handle]: RegExpExecArray,
): readonly Token[] {
  const quoted = inDoubleQuotes ?? inSingleQuotes;
  if (quoted !== undefined) return [token(place, quoted.trim(), 'quoted')];
  if (account !== undefined) return [token(place, account, 'account')];
  if (mention !== undefined)
    return [{ ...readName(place, mention.trim(), 'mention'), possessive: !raw.endsWith('>') }];
  return handle === undefined ? readWord(place, raw) : [readName(place, handle, 'handle')];
}

/** The bot's own name is nobody's. */
function readName(place: Place, name: string, kind: 'mention' | 'handle'): Token {
  return token(place, name, name.toLowerCase() === 'coursemate' ? 'word' : kind);
}

function token(place: Place, raw: string, kind: Token['kind']): Token {
  const lower = raw.toLowerCase();
  const possessive = kind !== 'quoted' && kind !== 'mention' && /.'s$|s'$/.test(lower);
  return { ...place, word: possessive ? lower.replace(/'s?$/, '') : lower, kind, possessive };
}

function readWord(place: Place, raw: string): readonly Token[] {
  const word = raw.replace(/^[.'_-]+|['._-]+$/g, (marks) => (marks === "'" && /s'$/i.test(raw) ? "'" : ''));
  if (word === '') return [];
  if (idPattern.test(word)) return [token(place, word, 'id')];
  const full = expand(word.toLowerCase());
  return full === undefined
    ? [token(place, word, 'word')]
    : full.split(' ').map((part) => token({ ...place, capital: false }, part, 'word'));
}

/** The full words behind a contraction, with or without its apostrophe. */
function expand(word: string): string | undefined {
  const plain = word.replace("'", '');
  const known = contractions.get(plain);
  if (known !== undefined) return known;
  const verb = shortNot.get(plain);
  if (verb !== undefined) return `${fullVerbs.get(verb) ?? verb} not`;
  const suffix = suffixes.find(([ending]) => word.endsWith(ending) && word.length > ending.length);
  if (suffix !== undefined) return `${word.slice(0, -suffix[0].length)} ${suffix[1]}`;
  const stem = word.endsWith("'s") ? word.slice(0, -2) : '';
  return wordsWithIs.has(stem) ? `${stem} is` : undefined;
}
