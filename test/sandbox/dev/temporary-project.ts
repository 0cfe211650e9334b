import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface TemporaryProject {
  readonly root: string;
  write(file: string, content: string): void;
  remove(): void;
}

/** A project in the shape of ours, `src` compiled to `lib`, in a temporary folder. */
export function createTemporaryProject(files: Readonly<Record<string, string>>): TemporaryProject {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'coursemate-dev-')));
  const write = (file: string, content: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  };
  write('package.json', '{}');
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        target: 'es2022',
        module: 'node20',
        moduleResolution: 'node16',
        rootDir: 'src',
        outDir: 'lib',
        sourceMap: true,
        isolatedModules: true,
        strict: true,
        types: [],
      },
      include: ['src'],
    }),
  );
  for (const [file, content] of Object.entries(files)) write(file, content);
  return {
    root,
    write,
    remove() {
      rmSync(root, { recursive: true, force: true });
    },
  };
}
