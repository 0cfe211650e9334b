import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseConfig } from '../../src/config/config';
import en from '../../locales/en.json';
import { textsFor, type TextKey } from '../../src/i18n/catalog';
import { knownConfigKeys, listFiles, readJson, readText, ROOT } from '../infra/project-files';
import { anchorsOf } from './anchors';

const documents = listFiles().filter((path) => path.endsWith('.md'));
const files = listFiles().filter((path) => existsSync(join(ROOT, path)));

describe.each(documents)('%s', (path) => {
  const text = readText(path);

  it('links to what exists', () => {
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

  it('names commands that exist', () => {
    const { scripts } = readJson('package.json') as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map(([, name = '']) => name);

    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('docs/architecture.md', () => {
  it('names modules that exist', () => {
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

  it('knows every kind of failure', () => {
    const withText = Object.keys(en).filter((key) => key.startsWith('faults.'));

    expect(levels.map(([, kind]) => `faults.${kind}`).sort()).toEqual(withText.sort());
  });

  it.each(levels.map(([, kind = '', level = '']) => [kind, level] as const))(
    'tells what %s says, and how loud it is in the log',
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
  const rows = readText('README.md')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, keys = '']) => /^`[A-Z_]+`/.test(keys))
    .map(([, keys = '', , value = '']) => ({
      keys: [...keys.matchAll(/`([A-Z_]+)`/g)].map(([, key = '']) => key),
      value,
    }));

  it('has every key that the bot reads, once, and no other', () => {
    expect(rows.flatMap(({ keys }) => keys).sort()).toEqual([...new Set(knownConfigKeys())].sort());
  });

  it('says the defaults that hold', () => {
    const id = '00000000-0000-4000-8000-0000000000b0';
    const { port, bot, channels, teammateAccess, auditLog, fileUploadHosts, logLevel, cacheSizes } =
      parseConfig({
        BOT_ID: id,
        BOT_TENANT_ID: id,
        BOT_DOMAIN: 'bot.example.com',
        MANAGED_IDENTITY_CLIENT_ID: id,
      });
    const { inboundTokens, graphTokens, contents, courses, catalog } = cacheSizes;
    const sizes = [inboundTokens, graphTokens, contents, courses, catalog];

    expect(Object.fromEntries(rows.map(({ keys, value }) => [keys[0], value]))).toMatchObject({
      PORT: `\`${port}\``,
      BOT_TYPE: `\`${bot.type}\``,
      BOT_CHANNELS: `\`${channels.join(',')}\``,
      TEAMMATE_ACCESS: `\`${teammateAccess}\``,
      AUDIT_LOG_PATH: `\`${auditLog.path}\`, ${auditLog.days}`,
      FILE_UPLOAD_HOSTS: `\`${fileUploadHosts.join(',')}\``,
      LOG_LEVEL: `\`${logLevel}\``,
      CACHE_INBOUND_TOKENS: sizes.map((size) => size.toLocaleString('en')).join(' · '),
    });
  });
});
