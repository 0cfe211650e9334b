import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import reportSchema from '../../tools/doctor/report.schema.json';
import type { Report } from '../../tools/doctor/report';
import { writeDoctorFiles } from '../../sandbox/doctor-files';
import { startWorld, type RunningWorld } from '../../sandbox/start-world';
import { commandOf } from '../support/command-of';

const ROOT = join(__dirname, '../..');

let world: RunningWorld;
let files: string;
let folder: string;

beforeAll(async () => {
  world = await startWorld();
  files = writeDoctorFiles(world);
  folder = mkdtempSync(join(tmpdir(), 'coursemate-doctor-test-'));
}, 60_000);

afterAll(async () => {
  rmSync(folder, { recursive: true });
  rmSync(files, { recursive: true });
  await world.close();
});

function start(...args: readonly string[]): ChildProcess {
  const env = { PATH: process.env['PATH'] };
  return spawn(process.execPath, [...commandOf('tools/doctor/doctor.ts'), ...args], { cwd: ROOT, env });
}

interface Ending {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function end(child: ChildProcess): Promise<Ending> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (stderr += data.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

/** Writes the bot's environment with a change; returns the path. */
function writeEnv(change: (text: string) => string): string {
  const file = join(folder, 'changed.env');
  writeFileSync(file, change(readFileSync(join(files, 'bot.env'), 'utf8')));
  return file;
}

const envFile = () => ['--file', join(files, 'bot.env')];

describe('npm run doctor', () => {
  it('prints a document of its schema with --json, and nothing else', async () => {
    const args = [...envFile(), '--token-file', join(files, 'katherine.token'), '--json'];

    const { code, stdout, stderr } = await end(start(...args));

    const validate = new Ajv().compile(reportSchema);
    const report: unknown = JSON.parse(stdout);
    expect(validate(report) ? [] : validate.errors).toEqual([]);
    const { checks } = report as Report;
    // This world lacks the sandbox's page, which has Entra's authorization endpoint.
    expect(checks.filter(({ verdict }) => verdict === 'skipped').map(({ id }) => id)).toEqual(['redirect']);
    expect(checks.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
    expect(code).toBe(0);
    expect(stderr).toBe('');
  });

  it('reads a token from standard input, and prints a line per finding and a summary', async () => {
    const child = start(...envFile(), '--token-file', '-');
    child.stdin?.end(readFileSync(join(files, 'amara.token')));

    const { stdout } = await end(child);

    expect(stdout).toMatch(/^ok {7}person {19}Silent sign-in works for person [0-9a-f]{8}….$/m);
    expect(stdout).toMatch(/\n\n32 checks: \d+ ok, \d+ with warnings, \d+ failed, \d+ not checked\.\n$/);
    expect(stdout).not.toContain('eyJ');
  });

  it('exits with 1 when a check fails, and says what to do on the same line', async () => {
    const file = writeEnv((text) =>
      text.replace(/^(SECRET_AAD_APP_CLIENT_SECRET=).*$/m, '$1Q8~sesame.sesame.sesame'),
    );

    const { code, stdout } = await end(start('--file', file));

    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^failed +graph-token +The secret is wrong \(AADSTS7000215\)\. → Copy the column/m,
    );
    expect(stdout).not.toContain('sesame');
  });

  it('names the line of a malformed file', async () => {
    const file = writeEnv((text) => `BOT_ID "sesame\n${text}`);

    const { code, stdout } = await end(start('--file', file));

    expect(code).toBe(1);
    expect(stdout).toMatch(/^failed +configuration +.*changed\.env:1: .*neither a comment nor KEY=value/m);
    expect(stdout).not.toContain('sesame');
  });

  it.each([
    [['--env', 'nowhere'], 'stdout', 'env/.env.nowhere: The file doesn’t exist'],
    [['--token-file', '/nowhere/token'], 'stderr', '--token-file must be a readable file'],
    [['--fix'], 'stderr', "Unknown option '--fix'"],
  ] as const)('refuses %j', async (args, stream, sentence) => {
    const ending = await end(start(...args));

    expect(ending.code).toBe(1);
    expect(ending[stream]).toContain(sentence);
    expect(ending[stream]).not.toMatch(/^\s+at /m);
  });

  it('uses the clock of the local world', async () => {
    const later = await startWorld({ clock: '2031-01-01T09:00:00Z', withBot: false });
    const folder = writeDoctorFiles(later);

    const { stdout } = await end(start('--file', join(folder, 'bot.env'), '--json'));

    await later.close();
    rmSync(folder, { recursive: true });
    expect((JSON.parse(stdout) as Report).checks).toContainEqual(
      expect.objectContaining({ id: 'clock', verdict: 'ok' }),
    );
  });

  it('stops at once on Ctrl+C', async () => {
    world.graph.settings.latencyMs = 30_000;
    const child = start(...envFile(), '--token-file', join(files, 'katherine.token'));
    const ending = end(child);
    await once(child.stdout ?? child, 'data');

    child.kill('SIGINT');
    const { code, stdout } = await ending;

    world.graph.settings.latencyMs = 0;
    expect(code).not.toBe(0);
    // It did not wait for the remaining checks.
    expect(stdout).not.toMatch(/\d+ checks: /);
  });
});

describe('the doctor’s files', () => {
  it('are readable by their owner only', () => {
    const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

    expect(mode(files)).toBe('700');
    expect(mode(join(files, 'bot.env'))).toBe('600');
    expect(mode(join(files, 'amara.token'))).toBe('600');
  });
});
