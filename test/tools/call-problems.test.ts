import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCallProblems, findUnknownChoices } from '../../tools/texts/call-problems';
import { listCalls, type TextCall } from '../../tools/texts/list-calls';

const CATALOG = `
  export type TextKey = 'open' | 'due' | 'pages' | 'heading' | 'kinds.a' | 'kinds.b' | 'phrase.help' | 'say';
  export interface OwnText { readonly own: string }
  export interface Texts {
    readonly t: (key: TextKey, values?: Readonly<Record<string, string | number | OwnText>>) => string;
  }
  export declare const texts: Texts;
  export declare function t(key: string): string;`;

const english = new Map([
  ['open', 'Open'],
  ['due', 'Due {date}'],
  ['pages', '{count, plural, one {# page} other {# pages}}'],
  ['heading', '{status, select, open {Open} other {All}}'],
  ['kinds.a', 'A'],
  ['kinds.b', 'B'],
  ['phrase.help', 'help'],
  ['say', 'Say {phrase_help}'],
]);

const RIGHT = [
  "t('open')",
  "texts.t('due', { date: { own: 'x' } })",
  "t('due', { date: title })",
  "t('pages', { ...pages })",
  "t('heading', { status })",
  "t('heading', { status: pages.count > 1 ? 'any' : 'open' })",
  't(`kinds.${kind}`)',
  "t('say')",
  "other('closed')",
];

const WRONG: readonly (readonly [call: string, problem: string])[] = [
  ["t('due')", 'due needs {date}'],
  ["t('open', { date: 'x' })", 'open has no {date}'],
  ["t('due', { date: 3 })", 'due takes {date} as a text; it is given: number'],
  ["t('due', { date: maybe })", 'due takes {date} as a text; it is given: unknown'],
  ["t('pages', { count: '3' })", 'pages takes {count} as a number; it is given: literal'],
  ["t('heading', { status: title })", 'heading takes {status} as a choice; it is given: string'],
  ["t('open' as TextKey)", 'can be any text: give the key a narrower type'],
];

const DECLARATIONS = `import { texts, t as other, type TextKey } from './catalog'; const { t } = texts;
declare const kind: 'a' | 'b'; declare const status: 'open' | 'any'; declare const title: string;
declare const maybe: any; declare const pages: { readonly count: number };`;

/** The calls in a project of two files: a catalog, and one with these lines. */
function listCallsIn(lines: readonly string[]): readonly TextCall[] {
  const folder = mkdtempSync(join(tmpdir(), 'coursemate-texts-'));
  const compilerOptions = { strict: true, lib: ['es2022'], types: [] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  writeFileSync(join(folder, 'catalog.ts'), CATALOG);
  writeFileSync(join(folder, 'a.ts'), [DECLARATIONS, ...lines].join('\n'));
  const calls = listCalls(join(folder, 'tsconfig.json'));
  rmSync(folder, { recursive: true });
  return calls;
}

describe('findCallProblems', () => {
  const calls = listCallsIn([...RIGHT, ...WRONG.map(([call]) => call)]);
  const rightCalls = calls.slice(0, RIGHT.length - 1);

  it('finds nothing wrong with calls that fit their messages', () => {
    expect(findCallProblems(rightCalls, english)).toEqual([]);
  });

  it('finds calls that do not fit theirs, each at its line', () => {
    const first = DECLARATIONS.split('\n').length + RIGHT.length + 1;

    expect(findCallProblems(calls, english)).toEqual(
      WRONG.map(([, what], index) => ({ where: `a.ts:${first + index}`, what })),
    );
  });

  it('finds unused texts', () => {
    const withoutPages = rightCalls.filter(({ keys }) => keys?.includes('pages') !== true);

    expect(findCallProblems(withoutPages, english)).toEqual([
      { where: 'locales/en.json', what: 'pages is not used' },
    ]);
  });

  it('finds choices that the code never gives', () => {
    const german = new Map([['heading', '{status, select, open {Offen} opened {Offen} other {Alle}}']]);

    expect(findUnknownChoices('de', german, rightCalls)).toEqual([
      { where: 'locales/de.json', what: 'heading has an unknown choice: status opened' },
    ]);
  });
});
