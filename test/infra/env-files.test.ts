import { spawnSync } from 'node:child_process';
import { parseConfig } from '../../src/config/config';
import { keysOf, knownConfigKeys, listFiles, placeholdersOf, readText, ROOT } from './project-files';

const SOME_ID = '00000000-0000-4000-8000-0000000000b0';

const MANIFESTS = ['appPackage/manifest.json', 'aad.manifest.json'];
const TOOLKIT_FILES = ['teamsapp.yml', 'teamsapp.local.yml'];
const ENVIRONMENTS = [
  ['dev', ['env/.env.dev', 'env/.env.dev.user.sample']],
  ['local', ['env/.env.local.sample', 'env/.env.local.user.sample']],
] as const;

describe.each(ENVIRONMENTS)('the environment %s', (name, files) => {
  const keys = files.flatMap(keysOf);

  it('has every key that the manifests are filled with', () => {
    const needed = MANIFESTS.flatMap((path) => [...placeholdersOf(readText(path))]);

    expect(keys).toEqual(expect.arrayContaining(needed));
  });

  it('has no unused key', () => {
    const toolkit = TOOLKIT_FILES.map(readText).join('\n');
    const read = [...knownConfigKeys(), ...MANIFESTS.flatMap((path) => [...placeholdersOf(readText(path))])];

    expect(keys.filter((key) => !read.includes(key) && !new RegExp(`\\b${key}\\b`).test(toolkit))).toEqual(
      [],
    );
  });

  it('is named', () => {
    expect(readText(files[0])).toContain(`\nTEAMSFX_ENV=${name}\n`);
  });

  it('has no value for secrets', () => {
    for (const file of files) expect(readText(file)).not.toMatch(/^#?\s*SECRET_\w+=\S/m);
  });
});

describe('the sample of the local environment', () => {
  it('needs no quotation marks, which file/createOrUpdateEnvironmentFile would drop', () => {
    expect(readText('env/.env.local.sample')).not.toMatch(/^\w+=.*["'` #]/m);
  });
});

describe('what is committed', () => {
  it('contains no personal environment file', () => {
    const personal = listFiles().filter((path) =>
      /(^|\/)\.env\.[^/]*user$|\.env\.local$|\.localConfigs$/.test(path),
    );

    expect(personal).toEqual([]);
  });

  it('never contains a local audit log', () => {
    const folder = parseConfig({
      BOT_ID: SOME_ID,
      BOT_TENANT_ID: SOME_ID,
      BOT_DOMAIN: 'bot.example.com',
      MANAGED_IDENTITY_CLIENT_ID: SOME_ID,
    }).auditLog.path;

    expect(spawnSync('git', ['check-ignore', `${folder}/audit-2026-01-01.jsonl`], { cwd: ROOT }).status).toBe(
      0,
    );
    expect(listFiles().filter((path) => path.startsWith(`${folder}/`))).toEqual([]);
  });

  it('contains no ignored file', () => {
    const args = ['ls-files', '--cached', '--ignored', '--exclude-standard'];

    expect(spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' }).stdout).toBe('');
  });
});
