import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBuild } from '../../sandbox/bot-process';
import { createChannelAuthority, type ChannelAuthority } from '../../sandbox/teams/channel-authority';

const PROJECT = join(__dirname, '../..');
const MISHAPS = join(__dirname, '../support/mishaps.cjs');
const auditLog = mkdtempSync(join(tmpdir(), 'coursemate-'));
let authority: ChannelAuthority;

beforeAll(async () => {
  authority = await createChannelAuthority({});
});

afterAll(async () => {
  await authority.close();
  rmSync(auditLog, { recursive: true });
});

function completeEnv(): Record<string, string> {
  return {
    BOT_ID: '00000000-0000-4000-8000-0000000000b0',
    BOT_TENANT_ID: '00000000-0000-4000-8000-0000000000ff',
    BOT_DOMAIN: 'coursemate.example.com',
    SECRET_AAD_APP_CLIENT_SECRET: 'open-sesame',
    BOT_OPENID_METADATA_URL: authority.metadataUrl,
    AUDIT_LOG_PATH: auditLog,
    PORT: '0',
  };
}

interface Ending {
  readonly code: number | null;
  readonly output: string;
}

/** Starts the bot as an operator would; sends it SIGTERM once it listens. */
async function run(env: Record<string, string>, bot = findBuild()): Promise<Ending> {
  const child = spawn(process.execPath, [bot], { env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      output += data.toString();
      if (output.includes('"listening"') && !output.includes('"stopping"')) child.kill('SIGTERM');
    });
  }
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, output };
}

describe('the start of the bot', () => {
  it('succeeds, warns about an address outside the public cloud, and ends with a clean stop', async () => {
    const { code, output } = await run(completeEnv());

    expect(code).toBe(0);
    expect(output).toContain('BOT_OPENID_METADATA_URL');
    expect(output).not.toContain('open-sesame');
  });

  it.each([
    ['no bot id', { BOT_ID: '' }, 'BOT_ID is missing.'],
    [
      'a certificate that is not there',
      { SECRET_AAD_APP_CLIENT_SECRET: '', AAD_APP_CERTIFICATE_PATH: '/nowhere/app.pem' },
      'AAD_APP_CERTIFICATE_PATH must be a file that can be read.',
    ],
    [
      'an unreachable channel',
      { BOT_OPENID_METADATA_URL: 'http://127.0.0.1:9/keys' },
      'The channel keys could not be read.',
    ],
  ])('fails with %s, and the message names the key', async (_, change, sentence) => {
    const { code, output } = await run({ ...completeEnv(), ...change });

    expect(code).toBe(1);
    expect(output).toContain(sentence);
    expect(output).not.toMatch(/open-sesame|nowhere/);
  });

  it('fails when the port is taken', async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;

    const { code, output } = await run({ ...completeEnv(), PORT: String(port) });

    other.close();
    expect(code).toBe(1);
    expect(output).toContain('PORT is taken');
  });
});

describe('the start of a bot without one of its card templates', () => {
  const copy = mkdtempSync(join(tmpdir(), 'coursemate-'));

  beforeAll(() => {
    for (const dir of ['lib', 'adaptiveCards'])
      cpSync(join(PROJECT, dir), join(copy, dir), { recursive: true });
    for (const dir of ['locales', 'node_modules']) symlinkSync(join(PROJECT, dir), join(copy, dir));
    rmSync(join(copy, 'adaptiveCards/course.json'));
  });

  afterAll(() => {
    rmSync(copy, { recursive: true });
  });

  it('fails, and the message names the file', async () => {
    const { code, output } = await run(completeEnv(), join(copy, 'lib/index.js'));

    expect(code).toBe(1);
    expect(
      output
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ).toContainEqual(
      expect.objectContaining({
        msg: 'Coursemate could not start',
        problem: `The card template ${join(copy, 'adaptiveCards/course.json')} is missing or broken.`,
      }),
    );
  });
});

describe('an uncaught error', () => {
  /** Starts the bot, sends it `mishap` when it listens, and stops it when its output contains `isOver`. */
  async function runWith(mishap: NodeJS.Signals, isOver: string): Promise<Ending> {
    const child = spawn(process.execPath, ['--require', MISHAPS, findBuild()], { env: completeEnv() });
    let output = '';
    const signals = [
      { after: '"listening"', signal: mishap },
      { after: isOver, signal: 'SIGTERM' as const },
    ];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => {
        output += data.toString();
        if (output.includes(signals[0]?.after ?? 'never')) child.kill(signals.shift()?.signal);
      });
    }
    const [code] = (await once(child, 'exit')) as [number | null];
    return { code, output };
  }

  it('does not end the process when one connection caused it', async () => {
    const { code, output } = await runWith('SIGUSR2', 'A connection broke off');

    expect(code).toBe(0);
    expect(output).toContain('"stopping"');
  });

  it('ends the process when it is a bug, without printing its message', async () => {
    const { code, output } = await runWith('SIGHUP', 'never');

    expect(code).toBe(1);
    expect(output).toContain('"error":"TypeError"');
    expect(output).toContain('mishaps.cjs');
    expect(output).not.toContain('hunter2');
  });
});
