import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPackage } from './build-package';
import { formatProblem } from './problem';

const USAGE =
  'Usage: npm run package -- --env <name>, where env/.env.<name> is the environment, for example dev.';
const FOLDER = 'appPackage/build';

function readName(args: string[]): string | undefined {
  try {
    const { env } = parseArgs({ args, options: { env: { type: 'string' } } }).values;
    return env !== undefined && /^[a-z\d][\w-]*$/i.test(env) ? env : undefined;
  } catch {
    return undefined;
  }
}

/** Writes the package completely or not at all. */
function writeWhole(root: string, file: string, content: Uint8Array): void {
  const unfinished = join(root, `${file}.${process.pid}.unfinished`);
  mkdirSync(join(root, FOLDER), { recursive: true });
  try {
    writeFileSync(unfinished, content);
    renameSync(unfinished, join(root, file));
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function fail(text: string): void {
  process.stderr.write(text);
  process.exitCode = 1;
}

function run(root: string, args: string[]): void {
  const name = readName(args);
  if (name === undefined) {
    fail(`${USAGE}\n`);
    return;
  }
  const built = buildPackage(root, name);
  if (built.kind === 'problems') {
    const count = built.problems.length === 1 ? '1 problem' : `${built.problems.length} problems`;
    fail(`${built.problems.map(formatProblem).join('\n')}\nNo package was written: ${count}.\n`);
    return;
  }
  const file = `${FOLDER}/coursemate.${name}.zip`;
  try {
    writeWhole(root, file, built.zip);
    process.stdout.write(`${file}\n${built.files.map((entry) => `  ${entry}\n`).join('')}`);
  } catch {
    fail(`Can’t write ${file}. Check that ${FOLDER} is a folder that you can write to.\n`);
  }
}

run(process.cwd(), process.argv.slice(2));
