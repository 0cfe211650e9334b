import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod/v4';
import { languages } from '../src/i18n/catalog';
import { findCallProblems, findUnknownChoices } from './texts/call-problems';
import { listLongTexts } from './texts/lengths';
import { listCalls } from './texts/list-calls';
import { findMessageProblems, type Locale, type Problem } from './texts/message-problems';

const ROOT = join(__dirname, '..');
const LOCALES = join(ROOT, 'locales');
const Messages = z.record(z.string(), z.string());

function readLocale(language: string): Locale {
  const json: unknown = JSON.parse(readFileSync(join(LOCALES, `${language}.json`), 'utf8'));
  return new Map(Object.entries(Messages.parse(json)));
}

function listFiles(): readonly string[] {
  return readdirSync(LOCALES)
    .filter((name) => name.endsWith('.json'))
    .map((name) => basename(name, '.json'));
}

function findRegistrationProblems(files: readonly string[]): readonly Problem[] {
  return files
    .filter((language) => !languages.includes(language))
    .map((language) => ({
      where: `locales/${language}.json`,
      what: 'is not in the list of src/i18n/languages.ts',
    }));
}

/** Checks every language and every call in the code; with a language, that one alone, with its longest texts. */
function checkTexts(only: string | undefined): number {
  const english = readLocale('en');
  const files = only === undefined ? listFiles() : [only];
  const calls = listCalls(join(ROOT, 'tsconfig.json'));
  const problems = [
    ...files.flatMap((language) => {
      const locale = readLocale(language);
      return [
        ...findMessageProblems(language, locale, english),
        ...findUnknownChoices(language, locale, calls),
      ];
    }),
    ...(only === undefined ? [...findRegistrationProblems(files), ...findCallProblems(calls, english)] : []),
  ];
  for (const { where, what } of problems) console.error(`${where}: ${what}`);
  if (only !== undefined) printLongTexts(readLocale(only), english);
  console.log(`${files.length} languages, ${english.size} texts, ${problems.length} problems.`);
  return problems.length === 0 ? 0 : 1;
}

function printLongTexts(locale: Locale, english: Locale): void {
  console.log('The texts that are longest compared with English (letters, a wide one counts as two):');
  console.table(
    listLongTexts(locale, english).map(({ key, width, englishWidth }) => ({
      key,
      english: englishWidth,
      here: width,
      text: locale.get(key)?.slice(0, 60),
    })),
  );
}

process.exitCode = checkTexts(process.argv[2]);
