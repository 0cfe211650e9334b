import { dirname, extname, join } from 'node:path';
import { listFiles, readText } from './project-files';

/** The folders besides `src`, and files outside of them, that the code reads at run time. */
function listReadFolders(): readonly string[] {
  const sources = listFiles().filter((path) => /^src\/.*\.ts$/u.test(path));
  const named = sources.flatMap((source) =>
    [...readText(source).matchAll(/'((?:\.\.\/)+[\w-][^']*)'/gu)].map(([, path = '']) =>
      join(dirname(source), path),
    ),
  );
  const outside = named.filter((path) => !path.startsWith('src/') && !/^[^/]*\./u.test(path));
  return [...new Set(outside.map((path) => (extname(path) === '.png' ? path : (path.split('/')[0] ?? ''))))];
}

describe('the folders packed for production', () => {
  it('include every folder that the code reads besides src', () => {
    const folders = listReadFolders();

    expect([...folders].sort()).toEqual(['adaptiveCards', 'appPackage/color.png', 'locales']);
    for (const folder of folders) {
      expect(readText('tools/stage.ts')).toContain(`'${folder}'`);
      expect(readText('infra/Dockerfile')).toContain(`COPY ${folder} ./${folder}\n`);
      expect(readText('infra/Dockerfile.dockerignore')).toContain(`!${folder}\n`);
    }
  });
});
