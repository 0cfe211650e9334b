/** One word of a phrase. `from` and `to` are offsets in the cleaned phrase; the parts of a contraction share them. */
export interface Token {
  /** Lower case, without a possessive ending and without the punctuation around it. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
  /** A mention is a whole name; a handle ("@ben") was typed and may be only the first word of a name. */
  readonly kind: 'word' | 'quoted' | 'id' | 'mention' | 'handle' | 'account';
  readonly possessive: boolean;
  /** Starts with a capital inside a phrase of mixed case, other than at the start of a sentence. */
  readonly capital: boolean;
  /** Follows punctuation that separates clauses. */
  readonly clauseStart: boolean;
}

const verbsWithNot = 'have has had is are was were do does did should could would must need'.split(' ');

/** The full words of a contraction, by its letters without the apostrophe. */
// prettier-ignore
const contractions: ReadonlyMap<string, string> = new Map([
  ...verbsWithNot.map((verb) => [`${verb}nt`, `${verb} not`] as const),
  ...Object.entries({
    cant: 'can not', cannot: 'can not', wont: 'will not', havnt: 'have not', hvent: 'have not',
    dosnt: 'does not', doesent: 'does not', im: 'i am', ive: 'i have', youre: 'you are', weve: 'we have',
    whats: 'what is', wahts: 'what is', whts: 'what is', wats: 'what is', whos: 'who is', hows: 'how is',
    whens: 'when is', wheres: 'where is', theres: 'there is', lets: 'let us', gonna: 'going to',
    wanna: 'want to', gotta: 'have to', gimme: 'give me', lemme: 'let me',
  }),
]);
const suffixes = Object.entries({ "'m": 'am', "'ve": 'have', "'re": 'are', "'ll": 'will', "'d": 'would' });
const wordsWithIs = 'what who how when where that it there he she here which everything anything'.split(' ');

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
    const gap = clean.slice(end, from);
    const clauseStart = from === 0 || /[,;:.!?()]| -/.test(gap);
    const sentenceStart = from === 0 || /[.!?]/.test(gap);
    const capital = caseTells && !sentenceStart && /^@?\s?\p{Lu}(?!\p{Lu})/u.test(raw);
    end = from + raw.length;
    tokens.push(...readMatch({ from, to: end, clauseStart, capital }, match));
  }
  return tokens;
}

type Position = Pick<Token, 'from' | 'to' | 'clauseStart' | 'capital'>;

function readMatch(
  position: Position,
  [raw, mention, inDoubleQuotes, inSingleQuotes, account, handle]: RegExpExecArray,
): readonly Token[] {
  const quoted = inDoubleQuotes ?? inSingleQuotes;
  if (quoted !== undefined) return [token(position, quoted.trim(), 'quoted')];
  if (account !== undefined) return [token(position, account, 'account')];
  if (mention !== undefined)
    return [{ ...readName(position, mention.trim(), 'mention'), possessive: !raw.endsWith('>') }];
  return handle === undefined ? readWord(position, raw) : [readName(position, handle, 'handle')];
}

/** The bot's own name is a word, not a person. */
function readName(position: Position, name: string, kind: 'mention' | 'handle'): Token {
  return token(position, name, name.toLowerCase() === 'coursemate' ? 'word' : kind);
}

function token(position: Position, raw: string, kind: Token['kind']): Token {
  const lower = raw.toLowerCase();
  const possessive = kind !== 'quoted' && kind !== 'mention' && /.'s$|s'$/.test(lower);
  return { ...position, word: possessive ? lower.replace(/'s?$/, '') : lower, kind, possessive };
}

function readWord(position: Position, raw: string): readonly Token[] {
  const word = raw.replace(/^[.'_-]+|['._-]+$/g, (marks) => (marks === "'" && /s'$/i.test(raw) ? "'" : ''));
  if (word === '') return [];
  if (idPattern.test(word)) return [token(position, word, 'id')];
  const full = expand(word.toLowerCase());
  return full === undefined
    ? [token(position, word, 'word')]
    : full.split(' ').map((part) => token({ ...position, capital: false }, part, 'word'));
}

/** The full words behind a contraction, with or without its apostrophe. */
function expand(word: string): string | undefined {
  const known = contractions.get(word.replace("'", ''));
  if (known !== undefined) return known;
  const suffix = suffixes.find(([ending]) => word.endsWith(ending) && word.length > ending.length);
  if (suffix !== undefined) return `${word.slice(0, -suffix[0].length)} ${suffix[1]}`;
  const stem = word.endsWith("'s") ? word.slice(0, -2) : '';
  return wordsWithIs.includes(stem) ? `${stem} is` : undefined;
}
