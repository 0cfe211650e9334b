import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { commandOf } from '../support/command-of';
import { ROOT } from './project-files';

const IDS = {
  AAD_APP_CLIENT_ID: '00000000-0000-4000-8000-0000000000a1',
  BOT_TENANT_ID: '00000000-0000-4000-8000-0000000000a2',
  MANAGED_IDENTITY_PRINCIPAL_ID: '00000000-0000-4000-8000-0000000000a3',
};

/** Runs a command like npm does, but without the Azure CLI. */
function run(script: string, env: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const { status, stderr } = spawnSync(process.execPath, [...commandOf(`tools/${script}`), ...args], {
    cwd: ROOT,
    env: { PATH: dirname(process.execPath), ...env },
    encoding: 'utf8',
  });
  return { status, stderr };
}

describe('npm run stage', () => {
  it('leaves foreign folders alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'coursemate-'));
    writeFileSync(join(folder, 'thesis.txt'), 'years of work');

    const { status, stderr } = run('stage.ts', {}, folder);

    expect(status).toBe(1);
    expect(stderr).toContain('is not empty. Name a folder that does not exist yet, or release.');
    expect(readdirSync(folder)).toEqual(['thesis.txt']);
    rmSync(folder, { recursive: true });
  });

  it('leaves nothing behind when it fails', () => {
    const folder = join(tmpdir(), `coursemate-${process.pid}`);

    const { status, stderr } = run('stage.ts', {}, folder);

    expect(status).toBe(1);
    expect(stderr).toContain('Start this with npm run stage');
    expect(() => readdirSync(folder)).toThrow('ENOENT');
  });
});

describe('npm run licences', () => {
  it('says so when it is not started by npm', () => {
    const { status, stderr } = run('licences.ts', {});

    expect(status).toBe(1);
    expect(stderr).toBe('Start this with npm run licences, which says where npm is.\n');
  });

  it('says so when there is no bill of materials', () => {
    const { status, stderr } = run('licences.ts', { npm_execpath: join(ROOT, 'no/such/npm.js') });

    expect(status).toBe(1);
    expect(stderr).toMatch(/^npm run sbom failed; what it said is above\.$/m);
    expect(stderr).not.toMatch(/JSON/);
  });
});

describe('npm run trust', () => {
  it('names keys that are missing or not GUIDs', () => {
    const { status, stderr } = run('trust.ts', { ...IDS, BOT_TENANT_ID: '', AAD_APP_CLIENT_ID: 'my app' });

    expect(status).toBe(1);
    expect(stderr).toMatch(/^Not GUIDs: AAD_APP_CLIENT_ID, BOT_TENANT_ID\. .*env\/\.env\.<environment>\.$/m);
  });

  it('prints the manual steps when no one is signed in to the Azure CLI', () => {
    const { status, stderr } = run('trust.ts', IDS);

    expect(status).toBe(1);
    expect(stderr).toContain('Sign in with az login');
    expect(stderr).toContain(`az ad app federated-credential create --id ${IDS.AAD_APP_CLIENT_ID}`);
    expect(stderr).toContain(`"subject":"${IDS.MANAGED_IDENTITY_PRINCIPAL_ID}"`);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
