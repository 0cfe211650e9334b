import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import * as z from 'zod/v4';
import en from '../../locales/en.json';
import { textsFor, type TextKey } from '../../src/i18n/catalog';
import { toEnvironmentTable } from '../../tools/environment-table';
import { listFiles, readJson, readText, ROOT } from '../infra/project-files';
import { anchorsOf } from './anchors';

const documents = listFiles().filter((path) => path.endsWith('.md'));
const files = listFiles().filter((path) => existsSync(join(ROOT, path)));

describe.each(documents)('%s', (path) => {
  const text = readText(path);

  it('links to existing targets', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const broken = links
      .filter((link) => !/^https?:/.test(link))
      .filter((link) => {
        const [file = '', anchor] = link.split('#');
        const target = file === '' ? path : normalize(join(dirname(path), file));
        if (!existsSync(join(ROOT, target))) return true;
        return anchor !== undefined && !anchorsOf(readText(target)).includes(anchor);
      });

    expect(broken).toEqual([]);
  });

  it('names existing commands', () => {
    const { scripts } = readJson('package.json') as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map(([, name = '']) => name);

    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('docs/architecture.md', () => {
  it('names existing modules', () => {
    const named = [
      ...readText('docs/architecture.md').matchAll(/`(?:src\/)?((?!signin\/)[a-z]+(?:\/[\w.*-]+)+)`/g),
    ].map(([, name = '']) => name);
    const isThere = (name: string): boolean => {
      const pattern = new RegExp(
        `^(?:src/)?${name.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}(?:\\.ts$|/|$)`,
      );
      return files.some((file) => pattern.test(file));
    };

    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  });
});

describe('docs/failures.md', () => {
  const levels = [...readText('src/bot/reply-to-error.ts').matchAll(/^ {2}(\w+): '(error|warn|info)',$/gm)];
  const rows = readText('docs/failures.md')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it('lists every kind of fault', () => {
    const withText = Object.keys(en).filter((key) => key.startsWith('faults.'));

    expect(levels.map(([, kind]) => `faults.${kind}`).sort()).toEqual(withText.sort());
  });

  it.each(levels.map(([, kind = '', level = '']) => [kind, level] as const))(
    'gives the sentence and the log level of %s',
    (kind, level) => {
      const row = rows.find((cells) => cells.some((cell) => cell.includes(`\`${kind}\``))) ?? [];
      const text = textsFor('en').t(`faults.${kind}` as TextKey, { minutes: 2 });

      expect(row.at(-2)).toMatch(new RegExp(`^${level}\\b`));
      const [said] = row.flatMap((cell) => /([A-Z][^:…]+) …/.exec(cell)?.[1] ?? []);
      expect(text.replaceAll('’', "'")).toMatch(new RegExp(`^${said ?? 'a sentence'}`));
    },
  );
});

describe('the table of the environment in the README', () => {
  it('is what `npm run docs:environment` writes', () => {
    expect(readText('README.md')).toContain(toEnvironmentTable());
  });
});

describe('the table of modules in docs/architecture.md', () => {
  const rules = z
    .object({ forbidden: z.array(z.object({ name: z.string(), to: z.object({ pathNot: z.unknown() }) })) })
    .parse(createRequire(__filename)('../../.dependency-cruiser.cjs')).forbidden;
  const rows = new Map(
    [...readText('docs/architecture.md').matchAll(/^\| `(\w+)(?:\/\*)?` .*\|([^|]*)\|$/gm)].map(
      ([, module = '', imports = '']) => [
        module,
        [...imports.matchAll(/`([\w/]+)`/g)].map(([, name]) => name),
      ],
    ),
  );

  it.each(readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory()))(
    'names what $name may import, all of which it uses',
    ({ name }) => {
      const rule = rules.find((one) => one.name === `${name}-imports`);
      const [, ...allowed] = z.array(z.string()).parse(rule?.to.pathNot);
      const modules = allowed.map((path) => path.replace(/^\^src\//, '').replace(/\/$|\\.ts\$$/, ''));

      expect(rows.get(name)).toEqual(modules);
      expect(modules.filter((module) => !importsOf(name).includes(module))).toEqual([]);
    },
  );
});

/** The imports of a module of `src` from others: module and file. */
function importsOf(module: string): readonly string[] {
  return files
    .filter((file) => file.startsWith(`src/${module}/`) && file.endsWith('.ts'))
    .flatMap((file) =>
      [...readText(file).matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) => join(dirname(file), path)),
    )
    .flatMap((path) => [path.split('/')[1] ?? '', path.replace('src/', '')]);
}
