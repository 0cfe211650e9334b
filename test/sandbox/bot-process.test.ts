import fs, { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'undici';
import { startBotProcess, type BotState } from '../../sandbox/bot-process';
import { findFreePort, PortTakenError } from '../../sandbox/ports';
import { startWorld, type RunningWorld } from '../../sandbox/start-world';
import { eventually } from '../support/eventually';

interface Script {
  readonly url: string;
  readonly sourceMapURL: string;
}

describe('a bot with a debugger', () => {
  let running: RunningWorld;
  let inspectPort: number;

  beforeAll(async () => {
    inspectPort = await findFreePort();
    running = await startWorld({ inspectPort });
  });

  afterAll(async () => {
    await running.close();
  });

  async function debuggerUrl(): Promise<string> {
    const response = await fetch(`http://127.0.0.1:${inspectPort}/json/list`);
    const [target] = (await response.json()) as readonly {
      readonly title: string;
      readonly webSocketDebuggerUrl: string;
    }[];
    expect(target?.title).toMatch(/lib[\\/]index\.js$/);
    return target?.webSocketDebuggerUrl ?? '';
  }

  /** Attaches, and returns the modules of the bot that the debugger then knows. */
  async function attach(): Promise<{ readonly socket: WebSocket; readonly scripts: Script[] }> {
    const socket = new WebSocket(await debuggerUrl());
    const scripts: Script[] = [];
    socket.addEventListener('message', ({ data }) => {
      const { method, params } = JSON.parse(String(data)) as {
        readonly method?: string;
        readonly params: Script;
      };
      if (method === 'Debugger.scriptParsed' && /\/lib\/(?!.*node_modules)/.test(params.url))
        scripts.push(params);
    });
    await new Promise((opened) => {
      socket.addEventListener('open', opened);
    });
    socket.send(JSON.stringify({ id: 1, method: 'Debugger.enable' }));
    return { socket, scripts };
  }

  it('answers debuggers, whose breakpoints find the TypeScript sources', async () => {
    const { socket, scripts } = await attach();
    const { url, sourceMapURL } = await eventually('the main module', () =>
      scripts.find((script) => script.url.endsWith('/lib/index.js')),
    );
    socket.close();

    const map = resolve(dirname(fileURLToPath(url)), sourceMapURL);
    const { sources } = JSON.parse(readFileSync(map, 'utf8')) as { readonly sources: readonly string[] };
    const source = readFileSync(resolve(dirname(map), sources[0] ?? ''), 'utf8');
    expect(sources[0]).toMatch(/src\/index\.ts$/);
    expect(source).toContain('import ');
  });

  it('restarts under an attached debugger, on the same port', async () => {
    const { socket } = await attach();
    const before = await debuggerUrl();

    await running.bot?.restart();
    socket.close();

    expect(await debuggerUrl()).not.toBe(before);
  });

  it('refuses a debugger port that is in use', async () => {
    await expect(startWorld({ inspectPort })).rejects.toThrow(PortTakenError);
  });
});

describe('the state of the bot', () => {
  let running: RunningWorld;

  beforeAll(async () => {
    running = await startWorld();
  });

  afterAll(async () => {
    await running.close();
  });

  function observeStates(): { readonly states: BotState[]; readonly end: () => void } {
    const states: BotState[] = [];
    const end = running.bot?.subscribe(() => states.push(running.bot?.state ?? 'stopped'));
    return { states, end: () => end?.() };
  }

  it('goes through a restart, and activities sent meanwhile wait for its end', async () => {
    const { states, end } = observeStates();
    const client = running.teams.client(running.world.people[0]?.user.id ?? '');

    const restarting = running.bot?.restart();
    await client.send(client.personalChatId, 'help');
    await restarting;
    end();

    const { messages, alerts } = client.timeline(client.personalChatId);
    expect(states).toEqual(['restarting', 'running']);
    expect(messages.filter(({ author }) => author.isBot)).toHaveLength(1);
    expect(alerts).toEqual([]);
  });

  it('does work between two processes of its own, after a restart that is under way', async () => {
    const { states, end } = observeStates();
    const { pid } = running.bot ?? {};
    const restarting = running.bot?.restart();
    const meanwhile: unknown[] = [];
    const own = running.bot?.restart(async () => {
      meanwhile.push(running.bot?.state);
      await expect(fetch(running.bot?.messagesUrl ?? '')).rejects.toThrow();
    });

    await Promise.all([restarting, own, running.bot?.restart()]);
    end();

    expect(meanwhile).toEqual(['restarting']);
    expect(states).toEqual(['restarting', 'running', 'restarting', 'running']);
    expect(running.bot?.pid).not.toBe(pid);
  });

  it('gives up a restart whose work between the processes fails, and comes back with the next', async () => {
    const { states, end } = observeStates();

    await expect(running.bot?.restart(() => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
    await running.bot?.restart();
    end();

    expect(states).toEqual(['restarting', 'stopped', 'restarting', 'running']);
  });

  it('tells that the process has ended by itself, and a restart brings it back', async () => {
    const { states, end } = observeStates();

    process.kill(running.bot?.pid ?? 0, 'SIGKILL');
    await eventually('the end of the process', () => states[0]);
    await running.bot?.restart();
    end();

    expect(states).toEqual(['stopped', 'restarting', 'running']);
  });
});

describe('a bot that is not built', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('does not start, and the error names the command that builds it', async () => {
    jest.spyOn(fs, 'existsSync').mockReturnValue(false);

    const start = startBotProcess({ port: await findFreePort(), env: {}, clockOffsetMs: () => 0 });

    await expect(start).rejects.toThrow('Run "npm run build".');
  });
});
