import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';

import type { Question } from '../../src/domain/question';
import { understand } from '../../src/phrases/understand';

interface Sample {
  readonly phrase: string;
  readonly answer: Question;
}

// A Wednesday.
const at = { now: new Date('2026-11-18T09:00:00Z'), zone: 'Europe/Berlin', locale: 'en-US' };

function readSamples(file: string): readonly Sample[] {
  return JSON.parse(readFileSync(join(__dirname, file), 'utf8')) as readonly Sample[];
}

const given = readSamples('phrases.json');
const own = readSamples('own-phrases.json');

function dueOf(phrase: string, moment = at): string {
  const question = understand(phrase, moment);
  return 'filter' in question ? question.filter.due : question.intent;
}

describe('understand', () => {
  it.each(given)('reads the sample "$phrase"', ({ phrase, answer }) => {
    expect(understand(phrase, at)).toEqual(answer);
  });

  it.each(own)('reads "$phrase"', ({ phrase, answer }) => {
    expect(understand(phrase, at)).toEqual(answer);
  });

  it('ignores politeness, case and punctuation around a phrase', () => {
    const frame = fc.tuple(
      fc.constantFrom('', 'please ', 'Could you please ', 'hey Coursemate, ', 'hi, can you ', '  '),
      fc.constantFrom('', ' please', ', thanks', '?', '!!', ' 🙏', '…', ' thx!'),
    );
    const writing = fc.constantFrom(
      (phrase: string) => phrase,
      (phrase: string) => phrase.toUpperCase(),
      (phrase: string) => phrase.toLowerCase(),
      (phrase: string) => phrase.replaceAll("'", '’'),
    );

    fc.assert(
      fc.property(fc.constantFrom(...given), frame, writing, ({ phrase, answer }, [lead, end], write) => {
        expect(understand(`${lead}${write(phrase)}${end}`, at)).toEqual(answer);
      }),
      { numRuns: 1000 },
    );
  });

  it('tolerates one typo in a known word', () => {
    const phrases = ['overdue courses', 'completed trainings', 'mandatory courses', 'recommended trainings'];

    for (const phrase of phrases) {
      for (let index = 1; index < phrase.indexOf(' ') - 1; index++) {
        const doubled = phrase.slice(0, index) + phrase.charAt(index) + phrase.slice(index);
        const swapped =
          phrase.slice(0, index) + phrase.charAt(index + 1) + phrase.charAt(index) + phrase.slice(index + 2);
        const without = phrase.slice(0, index) + phrase.slice(index + 1);

        expect([doubled, swapped, without].map((typed) => [typed, understand(typed, at)])).toEqual(
          [doubled, swapped, without].map((typed) => [typed, understand(phrase, at)]),
        );
      }
    }
  });
});

describe('understand with dates', () => {
  it.each([
    ['what is due by Friday', 'thisWeek'],
    ['what is due by firday', 'thisWeek'],
    ['courses due on Sunday', 'thisWeek'],
    ['due on Monday', 'nextWeek'],
    ['what do I have to finish before Tuesday', 'soon'],
    ['due by November 19', 'tomorrow'],
    ['due 2026-11-18', 'today'],
    ['anything due on 27 November?', 'nextWeek'],
    ['due by 30 November', 'thisMonth'],
    ['courses due in December', 'nextMonth'],
    ['due in the next 3 days', 'thisWeek'],
    ['due in the next 5 days', 'soon'],
    ['what is due in february', 'any'],
    ['what was due last Friday', 'overdue'],
    ['due this year', 'any'],
  ])('%s → %s', (phrase, due) => {
    expect(dueOf(phrase)).toBe(due);
  });

  it('counts days in the zone of the sender', () => {
    const moment = new Date('2026-11-18T23:30:00Z');

    const answers = ['Europe/Berlin', 'America/New_York'].map((zone) =>
      dueOf('due on Nov 19', { ...at, now: moment, zone }),
    );

    expect(answers).toEqual(['today', 'tomorrow']);
  });

  it.each([
    ['due on 18/11', 'today'],
    ['due on November 18', 'today'],
    ['due on Wednesday', 'today'],
    ['due in 2 days', 'thisWeek'],
  ])('reads "%s" at any hour of the day', (phrase, due) => {
    const hours = ['00:00:00', '11:59:59', '12:00:01', '23:59:59'];

    expect(hours.map((time) => dueOf(phrase, { ...at, now: new Date(`2026-11-18T${time}+01:00`) }))).toEqual(
      hours.map(() => due),
    );
  });
});

describe('understand with numeric dates', () => {
  const dayFirst = ['en-GB', 'en-AU', 'en-ZA', 'de-DE', 'fr-FR', 'fr-CA', 'es-MX', 'ar-SA', 'sv-SE'];
  const monthFirst = ['en-US', 'en', 'en-PH', 'ja-JP', 'zh-CN', 'ko-KR', 'xx', 'not a locale', ''];
  const onFirstOfDecember = (phrase: string, locale: string): string =>
    dueOf(phrase, { now: new Date('2026-11-30T09:00:00Z'), zone: 'Europe/London', locale });

  // December 1 is tomorrow, January 12 is past or of the next month.
  it.each(dayFirst)('reads the day first in %s', (locale) => {
    expect(onFirstOfDecember('what is due on 01/12/2026?', locale)).toBe('tomorrow');
    expect(onFirstOfDecember('what is due on 12/01/2026?', locale)).toBe('overdue');
    expect(onFirstOfDecember('what is due on 1/12?', locale)).toBe('tomorrow');
    expect(onFirstOfDecember('what is due by 12/1?', locale)).toBe('any');
  });

  it.each(monthFirst)('reads the month first in "%s"', (locale) => {
    expect(onFirstOfDecember('what is due on 12/01/2026?', locale)).toBe('tomorrow');
    expect(onFirstOfDecember('what is due on 01/12/2026?', locale)).toBe('overdue');
    expect(onFirstOfDecember('what is due on 12/1?', locale)).toBe('tomorrow');
    expect(onFirstOfDecember('what is due by 1/12?', locale)).toBe('any');
  });

  it.each([
    'due 01.12.2026',
    'due on 1.12.2026',
    'what is due by 1.12.?',
    'due until 1.12.26',
    'courses with deadline 1.12.2026',
    'due 1-12-2026',
    'due by 1-12',
    'due 1/12/26, please',
    'is anything due before 1/12.',
    'due １/１２/２０２６',
  ])('reads the day in "%s"', (phrase) => {
    expect(onFirstOfDecember(phrase, 'de-DE')).toBe('tomorrow');
  });

  it.each(['en-US', 'en-GB', 'ja-JP'])('reads an unambiguous date in %s', (locale) => {
    const inDecember = [
      '12/31',
      '31/12',
      '12/31/2026',
      '31.12.2026',
      '2026-12-31',
      '2026/12/31',
      '2026.12.31',
    ];

    expect(inDecember.map((date) => onFirstOfDecember(`due on ${date}`, locale))).toEqual(
      inDecember.map(() => 'nextMonth'),
    );
    expect(onFirstOfDecember('due on 2026-12-01', locale)).toBe('tomorrow');
    expect(onFirstOfDecember('due by December 1', locale)).toBe('tomorrow');
    expect(onFirstOfDecember('due by December 10', locale)).toBe('nextWeek');
  });

  it.each(['excel 1.12', 'chapter 1-12'])('does not read versions or pages as dates: "%s"', (text) => {
    expect(understand(`tell me about ${text}`, { ...at, locale: 'de-DE' })).toEqual({
      intent: 'courseDetails',
      text,
    });
  });
});

describe('understand with explicit names', () => {
  it.each([
    ['status of <at>Grace Law</at>', 'grace law'],
    ["<at>Grace Law</at>'s overdue courses", 'grace law'],
    ['how is <at>Doe, John (HR)</at> doing?', 'doe, john (hr)'],
    ['what is overdue for <at>April June</at>', 'april june'],
    ['has <at>Will May</at> finished fire safety?', 'will may'],
    ['<at id="1">My Course</at> status', 'my course'],
    ["status of sean.o'brien@contoso.example", "sean.o'brien@contoso.example"],
    ["sean.o’brien@contoso.example's courses", "sean.o'brien@contoso.example"],
    ['status of ben_x.example#EXT#@contoso.example', 'ben_x.example#ext#@contoso.example'],
  ])('reads all of it as the person: %s', (phrase, person) => {
    expect(understand(phrase, at)).toMatchObject({ intent: 'teammateStatus', person });
  });

  it('ignores words next to a mention, and does not read a second mention as a course', () => {
    expect(understand('status of <at>Ben</at> fire safety', at)).toMatchObject({
      person: 'ben',
      filter: { text: 'fire safety' },
    });
    expect(understand('has <at>Ben</at> finished <at>Ana</at>', at)).toEqual({ intent: 'unknown' });
  });

  it.each([
    '@Coursemate my courses',
    '<at>Coursemate</at> my courses',
    '@coursemate, my courses',
    'my courses @Coursemate',
  ])('does not read the bot’s name as a person: %s', (phrase) => {
    expect(understand(phrase, at)).toEqual(understand('my courses', at));
  });
});

describe('understand with known people', () => {
  const people = [
    'Grace Law',
    'Will May',
    'April June',
    'My Nguyen',
    'Doe, John (Sales)',
    "Seán O'Brien",
    'Jürgen Müller',
    'Cher',
    'Ana María Ruiz',
  ];

  it.each([
    ['status of Grace Law', 'grace law'],
    ['has Grace Law finished fire safety?', 'grace law'],
    ["Will May's overdue courses", 'will may'],
    ['what is overdue for april june', 'april june'],
    ['status of My Nguyen', 'my nguyen'],
    ['status of Doe, John', 'doe, john'],
    ['how is John Doe doing', 'john doe'],
    ['sean o’brien courses', "sean o'brien"],
    ['status of “Will May”', 'will may'],
    ['status of juergen muller', 'juergen muller'],
    ['status of Ruiz Ana María', 'ruiz ana maría'],
    ['Grace Law', 'grace law'],
  ])('reads a full name as that person: %s', (phrase, person) => {
    expect(understand(phrase, at, people)).toMatchObject({ intent: 'teammateStatus', person });
  });

  it.each([
    'status of Grace',
    'is there law training',
    'what is due in april',
    'what will be due in May',
    'my courses',
    'cher',
    'what is due in april? june is fine',
    'status of <at>Will May Smith</at>',
  ])('reads part of a name as without known people: %s', (phrase) => {
    expect(understand(phrase, at, people)).toEqual(understand(phrase, at));
  });
});

describe('understand with quotation marks around a question', () => {
  it.each([
    ['“my courses”', 'my courses'],
    ['"what is overdue?"', 'what is overdue?'],
    ["'my team'", 'my team'],
    ['„my courses“.', 'my courses'],
    ['« what is overdue? »', 'what is overdue?'],
    ['「help」', 'help'],
  ])('%s is %s', (quoted, phrase) => {
    expect(understand(quoted, at)).toEqual(understand(phrase, at));
  });

  it('keeps them around a title that is no question', () => {
    expect(understand('“Who moved my cheese?”', at)).toEqual({
      intent: 'courseDetails',
      text: 'who moved my cheese?',
    });
  });
});

describe('understand with hostile input', () => {
  it('never throws and always answers in a complete shape', () => {
    const words = fc.constantFrom(
      ...'who what my ben Ben\'s overdue courses team due by friday "open status of not finished will an 🎉 ? @ACT-1'.split(
        ' ',
      ),
      ...['\u202e', '\u200b', '\u0000', '\ud800', '<at>', "'"],
    );
    const phrases = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.array(words, { maxLength: 30 }).map((parts) => parts.join(' ')),
    );

    fc.assert(
      fc.property(phrases, (phrase) => {
        const question = understand(phrase, at);

        expect(Object.values(question)).not.toContain(undefined);
        if ('filter' in question) {
          expect(Object.keys(question.filter)).toEqual(['status', 'due', 'kind', 'text']);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('reads inherited property names as ordinary words', () => {
    const inherited = Object.getOwnPropertyNames(Object.prototype);
    const around = ['', 'my ', 'course ', 'status of ', 'due ', 'constructor ', '"'];

    for (const name of inherited) {
      expect(understand(`course ${name}`, at).intent).toBe('courseDetails');
      for (const lead of around) expect(() => understand(`${lead}${name}`, at)).not.toThrow();
    }
  });

  it('reads through direction marks, zero-width and control characters', () => {
    const phrase = '\u202ewhat\u200b is\u0000 over\u00addue\u202c\u2069?';

    expect(understand(phrase, at)).toEqual(understand('what is overdue?', at));
  });

  it.each([
    ['words', 'overdue courses '],
    ['quotes', `"'`],
    ['unknown words', 'xq zt '],
    ['names', 'Ben '],
    ['brackets', '<at'],
    ['mentions', '<at>Ben</at>'],
    ['letters that compose to eighteen', '\ufdfa'],
  ])('reads 100,000 characters of %s as it reads their beginning', (_, part) => {
    const phrase = part.repeat(Math.ceil(100_000 / part.length));

    expect(understand(phrase, at)).toEqual(understand(phrase.slice(0, 10_000), at));
  });
});
