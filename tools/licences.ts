import { spawnSync } from 'node:child_process';
import * as z from 'zod/v4';
import { isPermissive } from './permissive';

/** Packages which say it in a file instead of package.json; read there by a person. */
const READ_BY_HAND: ReadonlyMap<string, string> = new Map([
  ['escape-regexp-component@1.0.2', 'MIT'],
  ['jspath@0.4.0', 'MIT'],
]);

interface Component {
  readonly group?: string | undefined;
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly z.infer<typeof Licence>[] | undefined;
  /** What is installed inside of it, in a version of its own. */
  readonly components?: readonly Component[] | undefined;
}

const Licence = z.object({
  expression: z.string().optional(),
  license: z.object({ id: z.string().optional() }).optional(),
});
const Component: z.ZodType<Component> = z.object({
  group: z.string().optional(),
  name: z.string(),
  version: z.string(),
  licenses: z.array(Licence).optional(),
  components: z.array(z.lazy(() => Component)).optional(),
});
const Sbom = z.object({ components: z.array(Component) });

interface Licensed {
  readonly name: string;
  readonly licence: string;
}

/** A message for the user of the command. */
class LicencesError extends Error {
  override readonly name = 'LicencesError';
}

/** Every package that production installs, from the bill of materials, with its licence as SPDX. */
function listLicences(): readonly Licensed[] {
  const npm = process.env['npm_execpath'];
  if (npm === undefined)
    throw new LicencesError('Start this with npm run licences, which says where npm is.');
  const { status, stdout } = spawnSync(process.execPath, [npm, 'run', '--silent', 'sbom'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new LicencesError('npm run sbom failed; what it said is above.');
  const licences = flatten(Sbom.parse(JSON.parse(stdout)).components).map(toLicensed);
  return [...new Map(licences.map((entry) => [entry.name, entry])).values()];
}

function flatten(components: readonly Component[] = []): readonly Component[] {
  return components.flatMap((component) => [component, ...flatten(component.components)]);
}

function toLicensed({ group, name, version, licenses = [] }: Component): Licensed {
  const id = `${group === undefined ? '' : `${group}/`}${name}@${version}`;
  const stated = [
    ...new Set(licenses.map(({ expression, license }) => expression ?? license?.id ?? 'unknown')),
  ];
  return {
    name: id,
    licence: stated.length === 0 ? (READ_BY_HAND.get(id) ?? 'unknown') : stated.join(' AND '),
  };
}

/** Prints how many packages have which licence; whether all of them are permissive. */
function report(packages: readonly Licensed[]): boolean {
  for (const licence of new Set(packages.map((entry) => entry.licence))) {
    const members = packages.filter((entry) => entry.licence === licence);
    console.log(`${licence}: ${members.length}`);
    if (process.argv.includes('--all')) for (const { name } of members) console.log(`  ${name}`);
  }
  const refused = packages.filter(({ licence }) => !isPermissive(licence));
  for (const { name, licence } of refused) {
    console.error(`${name} (${licence}) is not on the list of permissive licences in tools/permissive.ts.`);
  }
  return refused.length === 0;
}

try {
  process.exitCode = report(listLicences()) ? 0 : 1;
} catch (error) {
  if (!(error instanceof LicencesError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
