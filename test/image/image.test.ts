import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { RunningWorld } from '../../sandbox/start-world';
import { ask, findPersonId, shownText, startTestWorld } from '../support/local-world';
import { followDockerfile, type BuiltImage } from './dockerfile';

const ROOT = join(__dirname, '../..');
const DOCKERFILE = join(ROOT, 'infra/Dockerfile');
const MOST_MEGABYTES = 150;
/** The id of a user who owns no files here. */
const NOBODY = 65_534;

let image: BuiltImage;
let world: RunningWorld;
let env: Record<string, string>;
let node: string;
let bot: ChildProcess | undefined;

beforeAll(async () => {
  image = followDockerfile(DOCKERFILE, ROOT);
  setMode('a-w');
  node = readableCopyOf(process.execPath);
  world = await startTestWorld({ clock: new Date().toISOString() });
  env = await takeOver(world);
  bot = start(image.command);
  await untilReady();
});

afterAll(async () => {
  bot?.kill('SIGKILL');
  await world.close();
  setMode('u+w');
  rmSync(join(image.workdir, '../..'), { recursive: true, force: true });
});

/** Sets the permissions of the image's files; root, which the bot does not run as, ignores them. */
function setMode(mode: string): void {
  spawnSync('chmod', ['-R', mode, image.workdir]);
}

/** Stops the bot of the local world and returns its environment for the image's bot. */
async function takeOver({ bot: own }: RunningWorld): Promise<Record<string, string>> {
  if (own?.pid === undefined) throw new Error('The local world has no bot.');
  const pairs = readFileSync(`/proc/${own.pid}/environ`, 'utf8')
    .split('\0')
    .filter((pair) => pair.includes('='));
  await own.stop();
  const given = Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
  return { ...given, NODE_EXTRA_CA_CERTS: readableCopyOf(given['NODE_EXTRA_CA_CERTS'] ?? '') };
}

/** Copies a file to where the bot's user can read it: the local world's certificate, or this Node. */
function readableCopyOf(path: string): string {
  const copy = join(image.workdir, '..', basename(path));
  copyFileSync(path, copy);
  for (const shown of [copy, join(image.workdir, '..'), join(image.workdir, '../..')])
    chmodSync(shown, 0o755);
  return copy;
}

/** Starts a process like the image: its command, its folder, and a user without write access. */
function start([command = '', ...args]: readonly string[]): ChildProcess {
  return spawn(command === 'node' ? node : command, args, {
    cwd: image.workdir,
    env: { ...env, ...image.env, HOME: '/nonexistent', TMPDIR: '/nonexistent' },
    stdio: 'pipe',
    ...asNobody(),
  });
}

/** Only root can run a process as another user. */
function asNobody(): { readonly uid?: number; readonly gid?: number } {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}

async function untilReady(): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await answers('/readyz'))) {
    if (bot?.exitCode !== null || Date.now() > deadline) throw new Error(String(bot?.stdout?.read()));
    await delay(100);
  }
}

async function answers(path: string): Promise<boolean> {
  return fetch(`http://127.0.0.1:${env['PORT'] ?? ''}${path}`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function checkHealth(): Promise<number | null> {
  const check = start(image.healthcheck);
  await once(check, 'exit');
  return check.exitCode;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

function megabytesOf(folder: string): number {
  return filesIn(folder).reduce((sum, path) => sum + statSync(path).size, 0) / 1e6;
}

describe('the image', () => {
  it('contains only the built bot, its cards, its texts, its icon and production packages', () => {
    expect(readdirSync(image.workdir).sort()).toEqual(
      [
        '.npmrc',
        'adaptiveCards',
        'appPackage',
        'lib',
        'locales',
        'node_modules',
        'package-lock.json',
        'package.json',
      ].sort(),
    );
    expect(readdirSync(join(image.workdir, 'appPackage'))).toEqual(['color.png']);
    for (const name of ['typescript', 'jest', 'eslint']) {
      expect(existsSync(join(image.workdir, 'node_modules', name))).toBe(false);
    }
  });

  it('has less than 150 MB of installed packages, including licenses', () => {
    const modules = join(image.workdir, 'node_modules');

    expect(megabytesOf(modules)).toBeLessThan(MOST_MEGABYTES);
    expect(existsSync(join(modules, 'botbuilder/LICENSE'))).toBe(true);
    expect(filesIn(modules).filter((path) => /\.(map|d\.ts)$/.test(path))).toEqual([]);
  });

  it('is based on one exact version of Node 24 and does not run as root', () => {
    expect(new Set(image.baseImages).size).toBe(1);
    expect(image.baseImages[0]).toMatch(/^node:24\.\d+\.\d+-\w+-slim$/);
    expect(image.user).toBe('node');
    expect(image.env).toEqual({ NODE_ENV: 'production' });
  });

  it('needs nothing that its ignore file excludes', () => {
    const rules = readFileSync(`${DOCKERFILE}.dockerignore`, 'utf8').split('\n');

    expect(rules).toContain('*');
    for (const source of image.sources) expect(rules).toContain(`!${source.replace(/^\.\//, '')}`);
  });
});

describe('the bot in the image', () => {
  it('answers a learner with a read-only file system', async () => {
    const client = world.teams.client(findPersonId(world, 'Amara'));

    const reply = await ask(client, 'my courses');

    expect(shownText(reply)).toMatch(/overdue/i);
  });

  it('serves its sign-in pages', async () => {
    await expect(answers('/auth/start')).resolves.toBe(true);
  });

  it('runs as a user who cannot change its files', () => {
    const change = `fs.appendFileSync('lib/index.js', '')`;

    const { stderr } = spawnSync(node, ['-e', change], { cwd: image.workdir, ...asNobody() });

    expect(stderr.toString()).toContain('EACCES');
  });

  it('is healthy until SIGTERM, and then stops', async () => {
    await expect(checkHealth()).resolves.toBe(0);

    bot?.kill('SIGTERM');
    if (bot?.exitCode === null) await once(bot, 'exit');

    expect(bot?.exitCode).toBe(0);
    await expect(checkHealth()).resolves.toBe(1);
  });
});
