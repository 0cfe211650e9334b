import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningWorld } from './start-world';
import { toGuid } from './world/guid';

const TOKEN_LIFETIME_S = 7 * 86_400;
/** Enough for everyone with a story; a crowd gets no tokens. */
const MOST_TOKENS = 20;

/**
 * Writes the files with which `npm run doctor` checks the local world like a tenant: the bot's environment (`bot.env`)
 * and the SSO token of each person (`amara.token`). Returns their folder, a new one when none is given. Only the user of
 * this process can read it, since it holds a secret; it is removed when the process exits.
 */
export function writeDoctorFiles(
  { botEnv, bot, clock, entra, world }: RunningWorld,
  folder = createFolder(),
): string {
  const write = (name: string, content: string): void => {
    writeFileSync(join(folder, name), `${content}\n`, { mode: 0o600 });
  };
  const env = {
    ...botEnv,
    PORT: new URL(bot?.messagesUrl ?? 'http://localhost:3978').port,
    TEAMS_APP_ID: toGuid('app package'),
    ...(clock.offsetMs !== 0 && {
      NODE_OPTIONS: `--require ${JSON.stringify(join(__dirname, 'shift-clock.cjs'))}`,
      SANDBOX_CLOCK_OFFSET_MS: String(clock.offsetMs),
    }),
  };
  write(
    'bot.env',
    Object.entries(env)
      .map(([key, value]) => `${key}=${value}`)
      .join('\n'),
  );
  const exp = Math.floor(clock.now().getTime() / 1000) + TOKEN_LIFETIME_S;
  for (const { user } of world.people.slice(0, MOST_TOKENS)) {
    write(`${user.mail.split('@', 1)[0] ?? user.id}.token`, entra.issueSsoToken(user.id, { exp }));
  }
  return folder;
}

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'coursemate-doctor-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
