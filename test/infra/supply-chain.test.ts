import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as YAML from 'yaml';
import * as z from 'zod/v4';
import { isPermissive } from '../../tools/permissive';
import { readJson, readText, ROOT } from './project-files';

const Versions = z.record(z.string(), z.string());
const PackageJson = z.object({
  license: z.string(),
  scripts: Versions,
  dependencies: Versions,
  devDependencies: Versions,
  overrides: Versions,
});
const Lock = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      dev: z.boolean().optional(),
    }),
  ),
});
const Workflow = z.object({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.record(z.string(), z.string()).optional(),
      strategy: z.object({ matrix: z.object({ node: z.array(z.number()) }) }).optional(),
      steps: z.array(z.object({ uses: z.string().optional(), run: z.string().optional() })),
    }),
  ),
});

const manifest = PackageJson.parse(readJson('package.json'));
const lock = Lock.parse(readJson('package-lock.json'));

describe('package.json', () => {
  it('names exact versions only', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides };

    expect(
      Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-beta\.\d+)?$/.test(version)),
    ).toEqual([]);
  });

  it('names the project’s license', () => {
    expect(manifest.license).toBe('MIT');
    expect(readText('LICENSE')).toMatch(/^MIT License\n\nCopyright \(c\) \d{4} Coursemate contributors\n/);
  });
});

describe('package-lock.json', () => {
  it('has the versions of package.json', () => {
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies };

    for (const [name, version] of Object.entries(wanted)) {
      expect({ name, version: lock.packages[`node_modules/${name}`]?.version }).toEqual({ name, version });
    }
  });

  it('has a strong checksum and no fixed registry for each package', () => {
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

    expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it('is installed without running scripts of packages', () => {
    expect(readText('.npmrc')).toContain('ignore-scripts=true\n');
  });
});

describe('isPermissive', () => {
  it.each(['MIT', 'ISC', 'Apache-2.0', '(AFL-2.1 OR BSD-3-Clause)', '(MIT OR GPL-3.0-only)', 'MIT AND ISC'])(
    'accepts %s',
    (licence) => {
      expect(isPermissive(licence)).toBe(true);
    },
  );

  it.each([
    'GPL-3.0-only',
    'AGPL-3.0-or-later',
    'LGPL-2.1',
    'MPL-2.0',
    'MIT AND GPL-2.0',
    'unknown',
    'SEE LICENSE',
    '',
  ])('refuses %j', (licence) => {
    expect(isPermissive(licence)).toBe(false);
  });

  it('decides in the check', () => {
    expect(manifest.scripts['check']).toContain('npm run licences');
  });
});

describe('npm run licences', () => {
  it('checks every package that production installs', () => {
    const installed = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && dev !== true);
    const ids = installed.map(
      ([path, { version }]) => `${path.split('node_modules/').at(-1) ?? ''}@${version ?? ''}`,
    );

    const listed = execFileSync('npm', ['run', '--silent', 'licences', '--', '--all'], {
      cwd: ROOT,
      encoding: 'utf8',
    });

    expect([...listed.matchAll(/^ {2}(\S+)$/gm)].map(([, id]) => id).sort()).toEqual(
      [...new Set(ids)].sort(),
    );
  });
});

describe('the workflow on GitHub', () => {
  const workflow = Workflow.parse(YAML.parse(readText('.github/workflows/ci.yml')));
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  it('runs on every supported version of Node', () => {
    expect(workflow.jobs['test']?.strategy?.matrix.node).toEqual([20, 22, 24]);
  });

  it('runs the same commands as .ci/run', () => {
    const here = [...readText('.ci/run').matchAll(/npm (?:ci|test|run [\w:]+)/g)].map(([command]) => command);

    expect(here.length).toBeGreaterThan(4);
    expect(steps.map(({ run }) => run?.replace(/ -- .*/, ''))).toEqual(expect.arrayContaining(here));
  });

  it('runs the tests in random order, like .ci/run', () => {
    expect(steps.map(({ run }) => run)).toContain('npm test -- --randomize');
    expect(readText('.ci/run').match(/(?:npm test|jest\.js) .*--randomize --seed "\$seed"$/gm)).toHaveLength(
      2,
    );
  });

  it('pins actions to commits and has read-only permissions', () => {
    const actions = steps.flatMap(({ uses }) => uses ?? []);

    expect(actions.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(jobs.filter(({ permissions }) => permissions !== undefined)).toEqual([]);
  });
});

describe('the documents of the project', () => {
  it.each(['LICENSE', '.github/SECURITY.md', '.github/CONTRIBUTING.md', 'docs/CHANGELOG.md'])(
    'include %s, which the README links',
    (path) => {
      expect(existsSync(join(ROOT, path))).toBe(true);
      expect(readText('README.md')).toContain(`](${path})`);
    },
  );
});
