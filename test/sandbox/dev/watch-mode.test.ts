import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findFreePort } from '../../../sandbox/ports';

const ROOT = join(__dirname, '../../..');
const COPIED = ['src', 'adaptiveCards', 'appPackage', 'locales', 'sandbox', 'package.json', 'tsconfig.json'];
/** Generous: the whole local world starts, on a machine that may be busy. */
const PATIENCE_MS = 50_000;

let root: string;
let origin: string;
let world: ChildProcess;
let output: string;

/** A copy of the project, since the test changes its sources. */
beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'coursemate-watch-')));
  for (const name of COPIED)
    if (existsSync(join(ROOT, name))) cpSync(join(ROOT, name), join(root, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const [port, botPort] = [await findFreePort(), await findFreePort()];
  origin = `http://localhost:${port}`;
  output = '';
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const [command, ...args] = (scripts['dev'] ?? '').split(' ');
  expect(command).toBe('tsx');
  const tsx = require.resolve('tsx/cli');
  const ports = ['--port', String(port), '--bot-port', String(botPort)];
  world = spawn(process.execPath, [tsx, ...args, '--no-open', ...ports], { cwd: root });
  for (const stream of [world.stdout, world.stderr])
    stream?.on('data', (data) => {
      output += String(data);
    });
  await printed('Stop with Ctrl+C.');
});

afterAll(async () => {
  const ended = once(world, 'exit');
  if (world.exitCode === null) {
    world.kill('SIGTERM');
    await ended;
  }
  rmSync(root, { recursive: true, force: true });
});

/** Waits for a text in the output since the start of the test. */
async function printed(text: string): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    await delay(100);
    if (output.includes(text)) return;
    if (world.exitCode !== null) break;
  }
  throw new Error(`"${text}" was not printed, but:\n${output}`);
}

beforeEach(() => {
  output = '';
});

interface Message {
  readonly text: string;
  readonly author: { readonly isBot: boolean };
}

async function firstChat(): Promise<string> {
  const { people } = (await (await fetch(`${origin}/api/world`)).json()) as {
    readonly people: readonly { readonly id: string }[];
  };
  const person = `${origin}/api/people/${people[0]?.id ?? ''}`;
  const chats = (await (await fetch(`${person}/chats`)).json()) as readonly { readonly id: string }[];
  return `${person}/chats/${encodeURIComponent(chats[0]?.id ?? '')}`;
}

async function ask(chat: string, text: string): Promise<number> {
  const headers = { origin, 'content-type': 'application/json' };
  const { status } = await fetch(`${chat}/send`, { method: 'POST', headers, body: JSON.stringify({ text }) });
  return status;
}

async function messagesIn(chat: string): Promise<readonly Message[]> {
  const { messages } = (await (await fetch(chat)).json()) as { readonly messages: readonly Message[] };
  return messages;
}

describe('npm run dev', () => {
  it('runs the changed code in a restarted bot and keeps the conversation', async () => {
    const chat = await firstChat();
    const before = (await messagesIn(chat)).length;
    await ask(chat, 'help');
    const marker = join(root, 'marker');
    const line = `\nrequire('node:fs').writeFileSync(${JSON.stringify(marker)}, 'live');\n`;

    appendFileSync(join(root, 'src/index.ts'), line);
    await printed('The bot is back');
    await ask(chat, 'my courses');

    expect(readFileSync(marker, 'utf8')).toBe('live');
    const messages = (await messagesIn(chat)).slice(before);
    expect(messages.filter(({ author }) => !author.isBot).map(({ text }) => text)).toEqual([
      'help',
      'my courses',
    ]);
    expect(messages.filter(({ author }) => author.isBot)).toHaveLength(2);
  });

  it('keeps the bot running over a syntax error and goes on with the next change', async () => {
    const source = readFileSync(join(root, 'src/index.ts'), 'utf8');
    const chat = await firstChat();
    const before = (await messagesIn(chat)).length;

    appendFileSync(join(root, 'src/index.ts'), '\nconst = 1;\n');
    await printed('Waiting for the next change.');
    await ask(chat, 'help');
    writeFileSync(join(root, 'src/index.ts'), source);
    await printed('The bot is back');

    expect(output).toMatch(/src\/index\.ts.*error TS1134/);
    expect((await messagesIn(chat)).length).toBe(before + 2);
  });
});
