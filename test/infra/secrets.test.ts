import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readJson, ROOT } from './project-files';

const { scripts } = readJson('package.json') as { scripts: Record<string, string> };
const SECRETLINT = join(ROOT, 'node_modules/.bin/secretlint');

/** The result of `npm run check:secrets` for one file. */
function judge(
  fileName: string,
  content: string,
): { readonly status: number | null; readonly output: string } {
  const args = ['--secretlintrc', 'infra/secretlint.json', '--stdinFileName', fileName];
  const { status, stdout, stderr } = spawnSync(process.execPath, [SECRETLINT, ...args], {
    input: content,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

/** Composed at run time, so that this file does not contain anything like a secret. */
const SAMPLES: readonly { readonly what: string; readonly rule: string; readonly content: string }[] = [
  {
    what: 'client secret of an app registration',
    rule: 'secretlint-rule-pattern',
    content: `SECRET_AAD_APP_CLIENT_SECRET=${['abC8Q', '~'].join('')}${'x1'.repeat(17)}`,
  },
  {
    what: 'signed token',
    rule: 'secretlint-rule-pattern',
    content: [`eyJ${'a'.repeat(20)}`, `eyJ${'b'.repeat(20)}`, 'c'.repeat(43)].join('.'),
  },
  {
    what: 'storage account key',
    rule: 'secretlint-rule-pattern',
    content: `AccountKey=${'A1'.repeat(30)}==`,
  },
  {
    what: 'private key',
    rule: 'secretlint-rule-privatekey',
    content: ['BEGIN', 'END']
      .map((word) => `-----${word} PRIVATE KEY-----`)
      .join(`\n${'MIIEvQIBADAN'.repeat(30)}\n`),
  },
];

describe('npm run check:secrets', () => {
  it.each(SAMPLES)('finds a $what', ({ rule, content }) => {
    const { status, output } = judge('env/.env.dev', content);

    expect(status).toBe(1);
    expect(output).toContain(rule);
  });

  it('accepts a key without a value', () => {
    expect(judge('env/.env.dev', 'SECRET_AAD_APP_CLIENT_SECRET=\nBOT_ID=\n').status).toBe(0);
  });

  it('is part of the check', () => {
    expect(scripts['check']).toContain('npm run check:secrets');
  });
});
