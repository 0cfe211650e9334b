import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { takeSnapshot, type Snapshot } from '../../../sandbox/dev/changed-files';
import { startDevLoop, type DevLoop } from '../../../sandbox/dev/dev-loop';
import { eventually } from '../../support/eventually';
import { createTemporaryProject, type TemporaryProject } from './temporary-project';

let project: TemporaryProject;
let loop: DevLoop;
let folders: readonly string[];
let said: string[];
let updates: string[][];
let restarts: number;
let restart: () => Promise<void>;

beforeEach(() => {
  project = createTemporaryProject({ 'src/index.ts': 'export {};\n', 'adaptiveCards/help.json': '{}' });
  said = [];
  updates = [];
  restarts = 0;
  restart = () => Promise.resolve();
  folders = ['src', 'adaptiveCards', 'locales'].map((folder) => join(project.root, folder));
  loop = start(takeSnapshot(folders));
});

function start(compiled: Snapshot): DevLoop {
  return startDevLoop({
    root: project.root,
    folders,
    compiled,
    transpiler: { update: (files) => updates.push([...files]) },
    bot: {
      restart: async () => {
        restarts += 1;
        await restart();
      },
    },
    say: (line) => said.push(line),
  });
}

afterEach(async () => {
  await loop.stop();
  project.remove();
});

/** Waits until that many changes have been handled: each prints one line before and one after. */
function changesDone(count: number): Promise<true> {
  return eventually(`${count} changes`, () => (said.length >= 2 * count ? true : undefined));
}

describe('startDevLoop', () => {
  it.each(['src/index.ts', 'src/new/new.ts', 'adaptiveCards/help.json', 'locales/en.json'])(
    'restarts the bot once for a change of %s',
    async (file) => {
      project.write(file, 'changed');
      await changesDone(1);

      expect(updates).toEqual([[join(project.root, file)]]);
      expect(restarts).toBe(1);
      expect(said[0]).toBe(`Changed: ${file}. Restarting the bot …`);
      expect(said[1]).toMatch(/^The bot is back after \d+\.\d s\.$/);
    },
  );

  it('alerts a deleted file', async () => {
    rmSync(join(project.root, 'src/index.ts'));
    await changesDone(1);

    expect(updates).toEqual([[join(project.root, 'src/index.ts')]]);
  });

  it('ignores files outside the folders', async () => {
    project.write('README.md', 'changed');
    project.write('src/index.ts', 'changed');
    await changesDone(1);

    expect(updates).toEqual([[join(project.root, 'src/index.ts')]]);
  });

  it('restarts again for a change that comes during a restart', async () => {
    restart = () => {
      restart = () => Promise.resolve();
      project.write('src/index.ts', 'second change');
      return Promise.resolve();
    };
    project.write('src/index.ts', 'first');
    await changesDone(2);

    expect(restarts).toBe(2);
  });

  it('alerts a change from before its own start', async () => {
    await loop.stop();
    const compiled = takeSnapshot(folders);
    project.write('src/index.ts', 'changed while the world started');
    loop = start(compiled);
    await changesDone(1);

    expect(updates).toEqual([[join(project.root, 'src/index.ts')]]);
  });

  it('says why a restart failed and goes on with the next change', async () => {
    restart = () => {
      restart = () => Promise.resolve();
      return Promise.reject(new Error('The bot ended before it was ready.'));
    };
    project.write('src/index.ts', 'broken');
    await changesDone(1);
    project.write('src/index.ts', 'works again');
    await changesDone(2);

    expect(said[1]).toBe('The bot ended before it was ready.\nWaiting for the next change.');
    expect(said[3]).toMatch(/^The bot is back/);
  });

  it('alerts no changes after it was stopped', async () => {
    await loop.stop();
    project.write('src/index.ts', 'changed');
    await new Promise((resolve) => setTimeout(resolve, 600));

    expect(said).toEqual([]);
  });
});
