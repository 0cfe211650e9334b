import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../..');

describe('the scripts of the pages', () => {
  it.each(['sandbox/web/page', 'src/server/pages'])('are all type-checked in %s', (folder) => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const config = ts.getParsedCommandLineOfConfigFile(join(ROOT, folder, 'tsconfig.json'), undefined, {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
      },
    });
    const files = readdirSync(join(ROOT, folder)).filter((file) => file.endsWith('.js'));

    expect(scripts['check:types']?.split(' && ')).toContain(`tsc -p ${folder}`);
    expect(config?.options).toMatchObject({ checkJs: true, strict: true });
    expect(config?.fileNames.map((file) => basename(file)).sort()).toEqual(files.sort());
    expect(
      files.filter((file) => /@ts-(?:nocheck|ignore)/.test(readFileSync(join(ROOT, folder, file), 'utf8'))),
    ).toEqual([]);
  });
});
