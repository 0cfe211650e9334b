import { understand } from '../../src/phrases/understand';
import type { Manifest } from './manifest';
import type { Problem } from './problem';

type Finding = Omit<Problem, 'file'>;

/**
 * Checks that the bot understands what its commands send. A `prompt` command puts its prompt into the compose box, a
 * `basic` one its title. Titles are checked for both in the manifest itself, since older clients know no prompts.
 */
export function checkCommands({ bots }: Manifest): readonly Finding[] {
  return bots.flatMap(({ commandLists }, bot) =>
    commandLists.flatMap(({ commands }, list) =>
      commands.flatMap(({ title, type, prompt }, command) => {
        const path = `bots[${bot}].commandLists[${list}].commands[${command}]`;
        const sent = new Map([[`${path}.title`, title]]);
        if (type === 'prompt') sent.set(`${path}.prompt`, prompt);
        return checkPhrases(sent);
      }),
    ),
  );
}

/** Checks the same for a translation, where titles of `prompt` commands are only shown. */
export function checkTranslatedCommands(
  { bots }: Manifest,
  texts: ReadonlyMap<string, string>,
): readonly Finding[] {
  const prompts = [...texts].filter(([path]) => /\.commands\[\d+\]\.prompt$/.test(path));
  const titles = [...texts].filter(([path]) => {
    const [, list = '', command = ''] =
      /^bots\[0\]\.commandLists\[(\d)\]\.commands\[(\d+)\]\.title$/.exec(path) ?? [];
    return bots[0]?.commandLists[Number(list)]?.commands[Number(command)]?.type === 'basic' && command !== '';
  });
  return checkPhrases(new Map([...prompts, ...titles]));
}

function checkPhrases(phrases: ReadonlyMap<string, string>): readonly Finding[] {
  const at = { now: new Date(), zone: 'UTC', locale: 'en-US' };
  return [...phrases]
    .filter(([, phrase]) => understand(phrase, at).intent === 'unknown')
    .map(([path, phrase]) => ({
      path,
      what: `The bot doesn’t answer "${phrase}".`,
      remedy: 'Use an English phrase that the bot understands. Try it with npm run explain -- "…".',
    }));
}
