import { listFiles, readText } from './project-files';

/** The folders beside `src` that the code reads when it runs. */
function listReadFolders(): readonly string[] {
  const sources = listFiles().filter((path) => /^src\/.*\.ts$/u.test(path));
  const folders = sources.flatMap((path) => [...readText(path).matchAll(/'(?:\.\.\/)+([\w-]+)(?:\/|')/gu)]);
  const names = new Set(folders.map(([, name = '']) => name));
  return [...names].filter((name) => !sources.some((path) => path.startsWith(`src/${name}`)));
}

describe('the folders packed for production', () => {
  it('include every folder that the code reads besides src', () => {
    const folders = listReadFolders();

    expect([...folders].sort()).toEqual(['adaptiveCards', 'locales']);
    for (const folder of folders) {
      expect(readText('infra/stage.ts')).toContain(`'${folder}'`);
      expect(readText('infra/Dockerfile')).toContain(`COPY ${folder} ./${folder}\n`);
      expect(readText('infra/Dockerfile.dockerignore')).toContain(`!${folder}\n`);
    }
  });
});
