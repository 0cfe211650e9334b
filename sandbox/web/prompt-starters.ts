import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/v4';
import type { ConversationType, Suggestion } from '../teams/timeline';

const APP_PACKAGE = join(__dirname, '../../appPackage');
/** As many as fit above the message box. */
const MOST_STARTERS = 3;
const SCOPES = { personal: 'personal', groupChat: 'groupChat', channel: 'team' } as const;

const manifest = z.object({
  bots: z.tuple([
    z.object({
      commandLists: z.array(
        z.object({
          scopes: z.array(z.string()),
          commands: z.array(z.object({ title: z.string(), prompt: z.string().optional() })),
        }),
      ),
    }),
  ]),
});
const translations = z.record(z.string(), z.string());

/** The first commands of the app's manifest for a kind of conversation, in the language of a locale. */
export function readPromptStarters(type: ConversationType, locale: string): readonly Suggestion[] {
  const { bots } = manifest.parse(readJson('manifest.json'));
  const texts = readTranslation(locale);
  return bots[0].commandLists.flatMap(({ scopes, commands }, list) =>
    scopes.includes(SCOPES[type])
      ? commands.slice(0, MOST_STARTERS).map(({ title, prompt }, command) => {
          const path = `bots[0].commandLists[${list}].commands[${command}]`;
          return {
            title: texts.get(`${path}.title`) ?? title,
            text: texts.get(`${path}.prompt`) ?? prompt ?? title,
          };
        })
      : [],
  );
}

function readTranslation(locale: string): ReadonlyMap<string, string> {
  const file = `${new Intl.Locale(locale).language}.json`;
  const isTranslated = existsSync(join(APP_PACKAGE, file));
  return new Map(isTranslated ? Object.entries(translations.parse(readJson(file))) : []);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(APP_PACKAGE, file), 'utf8'));
}
