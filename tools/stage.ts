import { cpSync, existsSync, readdirSync, rmSync, statSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';

const ROOT = join(__dirname, '..');
/** Made by this command alone, so it may be replaced. */
const RELEASE = join(ROOT, 'release');
const BUILT = ['lib', 'adaptiveCards', 'locales', 'appPackage/color.png'];
const INSTALL_FROM = ['package.json', 'package-lock.json', '.npmrc'];

/** What Node never loads: types, the sources of a build, maps into them, and documents other than licences. */
const NEVER_LOADED = /\.(?:map|[cm]?ts|tsbuildinfo)$/;
const DOCUMENT = /\.(?:md|markdown)$/i;
const LICENCE = /licen[cs]e|notice|copying/i;

/** A message for the user of the command. */
class StageError extends Error {
  override readonly name = 'StageError';
}

/** Gathers what production needs, and nothing else, in a folder: the Dockerfile and `deploy` both take it from there. */
function stage(target: string): void {
  assertUsable(target);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  try {
    for (const name of [...BUILT, ...INSTALL_FROM])
      cpSync(join(ROOT, name), join(target, name), { recursive: true });
    installInto(target);
    for (const name of ['lib', 'locales', 'node_modules']) prune(join(target, name));
  } catch (error) {
    rmSync(target, { recursive: true, force: true });
    throw error;
  }
}

function assertUsable(target: string): void {
  if (!existsSync(join(ROOT, 'lib', 'index.js')))
    throw new StageError('lib/ is missing. Run npm run build first.');
  if (target === RELEASE || !existsSync(target) || readdirSync(target).length === 0) return;
  throw new StageError(`${target} is not empty. Name a folder that does not exist yet, or release.`);
}

function installInto(folder: string): void {
  const npm = process.env['npm_execpath'];
  if (npm === undefined) throw new StageError('Start this with npm run stage, which says where npm is.');
  // Without links to commands: production starts none, and not every way of packing a folder keeps links.
  const install = spawnSync(process.execPath, [npm, 'ci', '--omit=dev', '--bin-links=false'], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (install.status !== 0) throw new StageError('npm ci failed; what it said is above.');
}

function prune(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && !isNeeded(entry.name)) rmSync(join(entry.parentPath, entry.name));
  }
}

function isNeeded(name: string): boolean {
  return !NEVER_LOADED.test(name) && (!DOCUMENT.test(name) || LICENCE.test(name));
}

/** In megabytes of file contents, as an image layer or a zip counts before it is compressed. */
function sizeOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  return `${(bytes / 1e6).toFixed(0)} MB in ${files.length} files`;
}

try {
  const target = resolve(process.argv[2] ?? RELEASE);
  stage(target);
  console.log(`${target}: node_modules has ${sizeOf(join(target, 'node_modules'))}.`);
} catch (error) {
  if (!(error instanceof StageError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
