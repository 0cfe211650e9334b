import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findFreePort } from '../../sandbox/ports';

const ROOT = join(__dirname, '../..');
/** A Monday morning in New York, so that weeks and due dates are the same in all pictures. */
const CLOCK = '2026-11-23T15:00:00Z';
const RUNNING = 'The local world of Coursemate is running.';

export interface SandboxProcess {
  /** Address of the page. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the local world on free ports in a process of its own. Rejects with what it printed when it ends too early. */
export async function startSandbox(): Promise<SandboxProcess> {
  const port = await findFreePort();
  const botPort = await findFreePort();
  const flags = ['--no-open', '--port', String(port), '--bot-port', String(botPort), '--clock', CLOCK];
  const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/start.ts', ...flags], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await waitUntilRunning(child);
  return {
    url: `http://localhost:${port}`,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

function waitUntilRunning(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (printed.includes(RUNNING)) resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => {
      reject(new Error(`The local world has ended.\n${printed}`));
    });
  });
}
