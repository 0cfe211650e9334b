import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { commandOf } from '../support/command-of';
import { BOT_ID, createProject, DOMAIN, type Project } from './project';

const REPOSITORY = join(__dirname, '../..');
const PACKAGE = 'appPackage/build/coursemate.test.zip';

let project: Project;
beforeEach(() => {
  project = createProject();
});
afterEach(() => {
  project.end();
});

function run(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ReturnType<typeof spawnSync> {
  return spawnSync(process.execPath, [...commandOf('tools/package/package.ts'), ...args], {
    cwd: project.root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
}

function readPackage(): Readonly<Record<string, Uint8Array>> {
  return unzipSync(readFileSync(join(project.root, PACKAGE)));
}

describe('npm run package', () => {
  it('writes a package with the filled manifest, two icons and five translations', () => {
    const { status, stdout } = run(['--env', 'test']);

    const files = readPackage();
    const manifest = strFromU8(files['manifest.json'] ?? Buffer.of());
    expect(status).toBe(0);
    expect(stdout).toContain(PACKAGE);
    expect(Object.keys(files)).toEqual([
      'manifest.json',
      'color.png',
      'outline.png',
      'de.json',
      'fr.json',
      'es.json',
      'ja.json',
      'ar.json',
    ]);
    expect(JSON.parse(manifest)).toMatchObject({
      id: '00000000-0000-4000-8000-0000000000a0',
      name: { short: 'Coursemate (test)' },
      bots: [{ botId: BOT_ID, supportsFiles: true }],
      webApplicationInfo: {
        id: '00000000-0000-4000-8000-0000000000c0',
        resource: `api://botid-${BOT_ID}`,
      },
    });
    for (const [name, content] of Object.entries(files))
      if (name.endsWith('.json')) expect(strFromU8(content)).not.toContain('{{');
    expect(Buffer.from(files['color.png'] ?? [])).toEqual(
      readFileSync(join(project.root, 'appPackage/color.png')),
    );
  });

  it('registers the hosts of configured course links', () => {
    const course = '00000000-0000-4000-8000-000000000001=https://Learn.example.com:8443/c/{contentId}';
    project.edit('env/.env.test', '# Filled', `COURSE_LINK_PATTERNS=${course},${course}?v=2`);

    run(['--env', 'test']);

    const domains = [DOMAIN, 'learn.example.com'];
    expect(JSON.parse(strFromU8(readPackage()['manifest.json'] ?? Buffer.of()))).toMatchObject({
      validDomains: domains,
      composeExtensions: [{ messageHandlers: [{ value: { domains, supportsAnonymizedPayloads: true } }] }],
    });
  });

  it('is reproducible in any time zone', () => {
    run(['--env', 'test'], { TZ: 'Asia/Tokyo' });
    const first = readFileSync(join(project.root, PACKAGE));

    run(['--env', 'test'], { TZ: 'America/Los_Angeles' });

    expect(readFileSync(join(project.root, PACKAGE))).toEqual(first);
  });

  it('prefers the values of the user file', () => {
    project.write('env/.env.test.user', 'BOT_DOMAIN=other.example.com\n');

    run(['--env', 'test']);

    expect(strFromU8(readPackage()['manifest.json'] ?? Buffer.of())).toContain(
      'https://other.example.com/privacy',
    );
  });

  it('reports problems with exit code 1 and keeps an earlier package', () => {
    run(['--env', 'test']);
    const before = readFileSync(join(project.root, PACKAGE));
    project.edit('appPackage/manifest.json', '"prompt": "help"', '"prompt": "sing a song"');
    project.edit('env/.env.test', /BOT_DOMAIN=.*/, '');

    const { status, stderr } = run(['--env', 'test']);

    expect(status).toBe(1);
    expect(stderr).toContain('env/.env.test  BOT_DOMAIN\n  BOT_DOMAIN is missing.\n  → Set BOT_DOMAIN.');
    expect(stderr).toContain(
      'bots[0].commandLists[0].commands[10].prompt\n  The bot doesn’t answer "sing a song".',
    );
    expect(stderr).toContain('No package was written: 2 problems.');
    expect(readdirSync(join(project.root, 'appPackage/build'))).toEqual(['coursemate.test.zip']);
    expect(readFileSync(join(project.root, PACKAGE))).toEqual(before);
  });

  it('writes nothing in a fresh clone and names the keys to fill', () => {
    project.write('env/.env.test', readFileSync(join(REPOSITORY, 'env/.env.dev')));

    const { status, stderr } = run(['--env', 'test']);

    expect(status).toBe(1);
    for (const key of ['TEAMS_APP_ID', 'BOT_ID', 'BOT_DOMAIN']) expect(stderr).toContain(`Set ${key}. `);
    expect(existsSync(join(project.root, 'appPackage/build'))).toBe(false);
  });

  it('never prints a secret', () => {
    project.write('env/.env.test.user', 'SECRET_AAD_APP_CLIENT_SECRET=<open-sesame>\nSECRET "open-sesame\n');

    const { status, stderr } = run(['--env', 'test']);

    expect(status).toBe(1);
    expect(stderr).toContain('env/.env.test.user:2');
    expect(stderr).not.toContain('sesame');
  });

  it.each([[[]], [['--env', '../test']], [['--environment', 'test']]])('prints its usage for %j', (args) => {
    const { status, stderr } = run(args);

    expect(status).toBe(1);
    expect(stderr).toMatch(/^Usage: npm run package -- --env <name>/);
  });

  it('reports that the package cannot be written', () => {
    run(['--env', 'test']);
    rmSync(join(project.root, 'appPackage/build'), { recursive: true });
    writeFileSync(join(project.root, 'appPackage/build'), '');

    const { status, stderr } = run(['--env', 'test']);

    expect(status).toBe(1);
    expect(stderr).toBe(
      `Can’t write ${PACKAGE}. Check that appPackage/build is a folder that you can write to.\n`,
    );
  });
});
