import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';

import { DateTime } from 'luxon';

import type { CourseFilter, Question } from '../src/domain/question';
import type { Moment } from '../src/phrases/dates';
import { understand } from '../src/phrases/understand';

const usage =
  'Usage: npm run --silent explain -- [--now <ISO date-time>] [--zone <IANA zone>] [--locale <BCP 47>] ["a phrase"]';

type Order = { readonly phrase: string | undefined; readonly at: Moment } | { readonly mistake: string };

/** Reads the command line; several words are one phrase, none means lines from standard input. */
function readOrder(args: readonly string[]): Order {
  try {
    const options = {
      now: { type: 'string' },
      zone: { type: 'string' },
      locale: { type: 'string', default: 'en-US' },
    } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const zone = values.zone ?? DateTime.local().zoneName;
    if (!DateTime.utc().setZone(zone).isValid) return { mistake: `"${zone}" is not an IANA time zone.` };
    if (!isLocale(values.locale)) return { mistake: `"${values.locale}" is not a locale such as en-GB.` };
    const now = values.now === undefined ? DateTime.now() : DateTime.fromISO(values.now, { zone });
    if (!now.isValid) return { mistake: `"${values.now ?? ''}" is not an ISO date-time.` };
    const phrase = positionals.length === 0 ? undefined : positionals.join(' ');
    return { phrase, at: { now: now.toJSDate(), zone, locale: values.locale } };
  } catch {
    return { mistake: 'These arguments cannot be read.' };
  }
}

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** One line of JSON with the keys of docs/reference/phrases.md#filter in their order. */
function toLine(question: Question): string {
  return `${JSON.stringify('filter' in question ? { ...question, filter: inOrder(question.filter) } : question)}\n`;
}

function inOrder({ status, due, kind, text }: CourseFilter): CourseFilter {
  return { status, due, kind, text };
}

/** Splits at line feeds only: what else counts as a line end in Unicode is part of a phrase. */
async function* toLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

async function explain(order: Order): Promise<void> {
  if ('mistake' in order) {
    process.stderr.write(`${order.mistake} ${usage}\n`);
    process.exitCode = 2;
    return;
  }
  const { phrase, at } = order;
  if (phrase !== undefined) {
    process.stdout.write(toLine(understand(phrase, at)));
    return;
  }
  await pipeline(
    process.stdin.setEncoding('utf8'),
    async function* (chunks: AsyncIterable<string>) {
      for await (const line of toLines(chunks)) yield toLine(understand(line, at));
    },
    process.stdout,
    { end: false },
  );
}

void explain(readOrder(process.argv.slice(2)));
