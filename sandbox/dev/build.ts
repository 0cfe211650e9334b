import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';

const TSC = require.resolve('typescript/lib/tsc.js');

/** Compiles `src` to `lib`, types checked. Throws with the compiler's output when there are errors. */
export async function buildBot(root: string): Promise<void> {
  const lines: string[] = [];
  const code = await runCompiler(root, [], (line) => lines.push(line)).ended;
  if (code !== 0) throw new Error(lines.join('\n'));
}

/** Checks the types of `src` after each change until stopped, and reports errors; it writes no files. */
export function watchTypes(root: string, say: (line: string) => void): { readonly stop: () => void } {
  let hadErrors = false;
  const compiler = runCompiler(root, ['--watch', '--noEmit', '--preserveWatchOutput'], (line) => {
    const errors = /Found (\d+) errors?\./.exec(line)?.[1];
    if (errors === undefined) {
      if (!isProgress(line)) say(line);
    } else if (errors !== '0' || hadErrors) {
      say(errors === '0' ? 'Types: no errors.' : `Types: ${errors} errors. The bot runs anyway.`);
      hadErrors = errors !== '0';
    }
  });
  // The restart of the bot comes first.
  if (compiler.pid !== undefined) setPriority(compiler.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  return compiler;
}

function isProgress(line: string): boolean {
  return line.trim() === '' || /(?:Starting compilation|File change detected)/.test(line);
}

function runCompiler(root: string, flags: readonly string[], onLine: (line: string) => void) {
  const child = spawn(process.execPath, [TSC, '--project', root, ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  createInterface({ input: child.stdout }).on('line', onLine);
  const stop = (): boolean => child.kill();
  process.once('exit', stop);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', stop);
      resolve(code);
    });
  });
  return { ended, stop, pid: child.pid };
}
