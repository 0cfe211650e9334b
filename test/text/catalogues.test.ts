import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CourseFilter } from '../../src/domain/question';
import { en } from '../../src/text/en';
import { languages, textFor, type Texts } from '../../src/text/text-for';

type Leaf = string | boolean | ((...parameters: never[]) => string);
type Arguments = readonly unknown[];

const others = languages.filter((language) => language !== 'en');
const counts = [0, 1, 2, 3, 11, 100];
const kinds = Object.keys(en.course.kinds);

const anyCourse: CourseFilter = { status: 'any', due: 'any', kind: 'any', text: '' };
const filters: readonly CourseFilter[] = (
  ['any', 'open', 'notStarted', 'inProgress', 'completed'] as const
).flatMap((status) =>
  (
    ['any', 'overdue', 'today', 'tomorrow', 'thisWeek', 'nextWeek', 'thisMonth', 'nextMonth', 'soon'] as const
  ).flatMap((due) =>
    (['any', 'required', 'recommended', 'selfInitiated'] as const).map((kind) => ({
      ...anyCourse,
      status,
      due,
      kind,
    })),
  ),
);

/** Arguments of the functions that take anything but texts; whatever is not here is called with texts. */
const argumentsOf: Readonly<Record<string, readonly Arguments[]>> = {
  'course.untitled': kinds.map((kind) => [kind]),
  'course.dueIn': counts.map((count) => [count]),
  'course.overdueFor': counts.map((count) => [count]),
  'course.pages': counts.map((count) => [count]),
  'courseList.heading': filters.map((filter) => [filter]),
  'courseList.empty': filters.map((filter) => [filter, 'Kiwi1']),
  'courseList.shown': [[101, 102, 103]],
  'courseList.contentsThrottled': counts.map((count) => [count]),
  'courseList.unreadable': counts.map((count) => [count]),
  'courseList.summary': [['Kiwi1', { overdue: 101, dueSoon: 102, open: 103, completed: 104 }]],
  'faults.graphThrottled': counts.map((count) => [count]),
  'team.heading': [...filters, { ...anyCourse, text: 'yoga' }].map((filter) => [filter]),
  'team.teamSummary': [['Kiwi1', { people: 101, late: 102 }]],
  'team.courseSummary': [['Kiwi1', { finished: 101, inProgress: 102, notStarted: 103, notAssigned: 104 }]],
  'team.summary': [['Kiwi1', { overdue: 101, dueSoon: 102, open: 103, completed: 104 }]],
  'team.overdue': counts.map((count) => [count]),
  'team.open': counts.map((count) => [count]),
  'team.completed': counts.map((count) => [count]),
  'team.soFar': counts.map((count) => [101, count]),
  'team.busy': counts.map((count) => [count]),
};

const NUMBERED = [
  'course.dueIn',
  'course.pages',
  'course.overdueFor',
  'courseList.unreadable',
  'team.overdue',
  'team.open',
  'team.completed',
  'team.soFar',
];

/** Numbers which a language may say in words or in another unit. */
const UNSHOWN_COUNTS = new Set([0, 1, 2, 100]);

/** Texts that are right to be the same in English. */
const SAME_IN: Readonly<Record<string, readonly string[]>> = {
  de: ['course.pages', 'team.file.columns.status'],
  fr: ['course.pages'],
};

/** What is the same in every language, being neither words nor of a person's language. */
const COMMON =
  /^(language\.|help\.suggestions\.\w+\.phrase$|help\.topics\.\d\.example$|courseList\.chosenFilter$|followed$|labelled$)/u;

function collect(node: unknown, path = ''): readonly (readonly [path: string, leaf: Leaf])[] {
  if (typeof node !== 'object' || node === null) return [[path, node as Leaf]];
  return Object.entries(node).flatMap(([key, part]) => collect(part, path === '' ? key : `${path}.${key}`));
}

function argumentsFor(path: string, leaf: Leaf): readonly Arguments[] {
  if (typeof leaf !== 'function') return [];
  return argumentsOf[path] ?? [Array.from({ length: leaf.length }, (_, index) => `Kiwi${index + 1}`)];
}

function call(leaf: Leaf, args: Arguments): string {
  return typeof leaf === 'function' ? leaf(...(args as never[])) : String(leaf);
}

/** Every text of a catalogue, its functions called with arguments. */
function textsOf(language: string): readonly (readonly [path: string, text: string, args: Arguments])[] {
  return collect(textFor(language)).flatMap(([path, leaf]) =>
    typeof leaf === 'function'
      ? argumentsFor(path, leaf).map((args) => [path, call(leaf, args), args] as const)
      : [[path, String(leaf), []] as const],
  );
}

/** What Teams shows of the app in a language, but for what is typed in English. */
function manifestTextsOf(language: string): readonly (readonly [path: string, text: string])[] {
  const file = join(__dirname, `../../appPackage/${language}.json`);
  const texts = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
  return Object.entries(texts).filter(([path]) => !/\.prompt$|^\$schema$/.test(path));
}

/** The numbers and texts that a sentence must show of what it was given. */
function mustShow(args: Arguments): readonly string[] {
  return args.flatMap((value) => {
    if (typeof value === 'number') return UNSHOWN_COUNTS.has(value) ? [] : [String(value)];
    if (typeof value === 'string') return kinds.includes(value) ? [] : [value];
    return Object.values(value as object)
      .filter((part) => typeof part === 'number')
      .map(String);
  });
}

/** What people ask for most; English has a warmer sentence for these. */
function isUsual({ status, due, kind }: CourseFilter): boolean {
  if (due !== 'any') return status === 'open' && ['overdue', 'soon'].includes(due) && kind === 'any';
  if (kind === 'required') return status === 'open';
  return kind === 'any' && ['any', 'open', 'completed'].includes(status);
}

function commonStart(texts: readonly string[]): string {
  const [first = ''] = texts;
  let end = 0;
  while (end < first.length && texts.every((text) => text.charAt(end) === first.charAt(end))) end += 1;
  return first.slice(0, end);
}

function reversed(text: string): string {
  return Array.from(text).reverse().join('');
}

describe.each(languages)('the catalogue of %s', (language) => {
  it('has a text for everything, and leaves none empty', () => {
    expect(
      collect(textFor(language))
        .map(([path]) => path)
        .sort(),
    ).toEqual(
      collect(en)
        .map(([path]) => path)
        .sort(),
    );
    for (const [path, text] of textsOf(language)) {
      expect([path, text.trim()]).not.toEqual([path, '']);
      expect([path, text]).toEqual([path, expect.not.stringMatching(/undefined|NaN|\[object|#|\$\{/u)]);
    }
  });

  it('takes as many parameters as the English one, and shows them', () => {
    const english = new Map(collect(en));
    for (const [path, leaf] of collect(textFor(language))) {
      const englishLeaf = english.get(path);
      if (typeof leaf === 'function' && typeof englishLeaf === 'function') {
        expect([path, leaf.length]).toEqual([path, englishLeaf.length]);
      }
    }
    for (const [path, text, args] of textsOf(language)) {
      for (const shown of mustShow(args))
        expect([path, text]).toEqual([path, expect.stringContaining(shown)]);
    }
  });

  it('tells numbers apart', () => {
    for (const path of NUMBERED) {
      const texts = textsOf(language).filter(([candidate]) => candidate === path);

      expect(new Set(texts.map(([, text]) => text)).size).toBe(counts.length);
    }
  });

  it('tells filters apart exactly where English does', () => {
    for (const list of ['courseList', 'team'] as const) {
      const firstLike = (texts: Texts): readonly number[] => {
        const all = [...filters, { ...anyCourse, text: 'yoga' }].map(texts[list].heading);
        return all.map((text) => all.indexOf(text));
      };

      expect([list, firstLike(textFor(language))]).toEqual([list, firstLike(en)]);
    }
  });

  it('has a sentence of its own for each of the usual lists when it is empty', () => {
    const { empty, heading } = textFor(language).courseList;
    const usualHeadings = new Set(filters.filter(isUsual).map(heading));
    const unusual = filters.filter((filter) => !usualHeadings.has(heading(filter)));
    const [before, after] = [
      commonStart(unusual.map((filter) => empty(filter, ''))),
      commonStart(unusual.map((filter) => reversed(empty(filter, '')))),
    ];

    const usual = filters.filter(isUsual).map((filter) => empty(filter, ''));

    expect(usual).toHaveLength(6);
    expect(usual.filter((text) => text.startsWith(before) && reversed(text).startsWith(after))).toEqual([]);
  });

  it('shows no status code and no word of the machine room', () => {
    for (const [path, text, args] of textsOf(language)) {
      // The pages about privacy call what is read and kept by its name.
      if (args.length > 0 || path.startsWith('about.')) continue;
      expect([path, text]).toEqual([
        path,
        expect.not.stringMatching(/\b[1-5]\d\d\b|\b(exception|token|HTTP|Graph|API|null)\b/iu),
      ]);
    }
  });

  it('ends each sentence about a fault as a sentence', () => {
    for (const [path, text] of textsOf(language)) {
      if (path.startsWith('faults.')) expect([path, text]).toEqual([path, expect.stringMatching(/[.。]$/u)]);
    }
  });

  it('keeps foreign text to itself where its direction is another', () => {
    const texts = textFor(language);
    const foreign = texts.language.rtl ? 'Kiwi (2)!' : 'كيوي (2)!';

    for (const sentence of [
      texts.labelled('x', foreign),
      texts.followed(foreign, 'x'),
      texts.courseList.matching(foreign),
      texts.courseList.empty(anyCourse, foreign),
      texts.search.nothingFound(foreign),
      texts.outcomes.courseNotFound(foreign),
      texts.notice.reference(foreign),
    ]) {
      expect(sentence).toContain(`\u2068${foreign}\u2069`);
    }
  });
});

describe.each(others)('the translation into %s', (language) => {
  it('leaves nothing in English', () => {
    const english = new Map(
      textsOf('en').map(([path, text, args]) => [`${path} ${JSON.stringify(args)}`, text]),
    );
    const same = textsOf(language)
      .filter(([path, text, args]) => english.get(`${path} ${JSON.stringify(args)}`) === text)
      .map(([path]) => path)
      .filter((path) => !COMMON.test(path) && SAME_IN[language]?.includes(path) !== true);

    expect([...new Set(same)]).toEqual([]);
  });

  it('gives the phrases that are typed in English, and no other', () => {
    const phrases = (topics: readonly { readonly example: string }[]): readonly string[] =>
      topics.map(({ example }) => example.replace(/[^a-z?· ]/gu, '').trim());

    expect(phrases(textFor(language).help.topics)).toEqual(phrases(en.help.topics));
  });
});

describe.each(['ja', 'ar'])('the translation into %s', (language) => {
  it('uses Latin letters for names and phrases alone', () => {
    for (const [path, text] of textsOf(language)) {
      if (/\.(example|phrase)$|^language\./u.test(path)) continue;
      const words = text
        .replace(
          /Viva( Learning)?|Coursemate|Teams|Microsoft( Graph)?|MIT|ID|JavaScript|CSV|Excel|OneDrive|Kiwi\d|(all )?my (courses|team)|what is overdue|help|sign out|who looked at (?=my courses)/gu,
          '',
        )
        .match(/[a-z]+/giu);
      expect([path, words]).toEqual([path, null]);
    }
  });
});

/** What a language does not have: other signs than its own, and the other form of address than Teams uses in it. */
const FOREIGN_TO: Readonly<Record<string, RegExp>> = {
  ar: /[\u0600-\u06FF][,;?]/u,
  de: /\b(?:du|dich|dir|dein\w*)\b|"/iu,
  es: /\b(?:usted(?:es)?|pregunte|obtenga|encuentre|añada|escriba|inténtelo)\b|"/iu,
  fr: /(?<!\u00A0)[:;?!»](?=\s|$)|«(?!\u00A0)|'|(?<!\p{L})(?:tu|toi|ton|tes)(?!\p{L})/iu,
  ja: /[？！（）：，．]/u,
};

/** English phrases keep the signs of English. */
const TYPED_IN_FRENCH = /(?<=«\u00A0)[a-z ]+\?(?=\u00A0»)/gu;

describe.each(Object.entries(FOREIGN_TO))('what people read in %s', (language, foreign) => {
  it('is written and addressed as is usual there, by the bot and by the manifest alike', () => {
    const read = [
      ...textsOf(language).filter(([path]) => !/\.(?:example|phrase)$/.test(path)),
      ...manifestTextsOf(language),
    ];

    expect(read.filter(([, text]) => foreign.test(text.replaceAll(TYPED_IN_FRENCH, '')))).toEqual([]);
  });
});
