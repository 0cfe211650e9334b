import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildBot } from '../../../sandbox/dev/build';
import { createTranspiler, SyntaxFault } from '../../../sandbox/dev/transpile';
import { createTemporaryProject, type TemporaryProject } from './temporary-project';

const SOURCES = {
  'src/index.ts':
    "import { greet, type Name } from './greet/greet';\nconst name: Name = 'Amara';\nvoid import('./late.js');\nexport const said = greet(name);\n",
  'src/greet/greet.ts':
    'export type Name = string;\nexport function greet(name: Name): string {\n  return `Hi, ${name}`;\n}\n',
  'src/late.ts': 'export const late = true;\n',
};

let project: TemporaryProject;

beforeEach(() => {
  project = createTemporaryProject(SOURCES);
});

afterEach(() => {
  project.remove();
});

function read(file: string): string {
  return readFileSync(join(project.root, file), 'utf8');
}

function readAll(): ReadonlyMap<string, string> {
  const files = readdirSync(join(project.root, 'lib'), { recursive: true, withFileTypes: true });
  return new Map(
    files
      .filter((file) => file.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path, readFileSync(path, 'utf8')]),
  );
}

describe('createTranspiler', () => {
  it('writes what tsc writes', async () => {
    createTranspiler(project.root).all();
    const transpiled = readAll();
    await buildBot(project.root);

    expect(transpiled.size).toBe(6);
    expect(transpiled).toEqual(readAll());
  });

  it('names in each source map a source that exists', () => {
    createTranspiler(project.root).all();

    const map = join(project.root, 'lib/greet/greet.js.map');
    const { sources } = JSON.parse(readFileSync(map, 'utf8')) as { readonly sources: readonly string[] };

    expect(sources.map((source) => resolve(dirname(map), source))).toEqual([
      join(project.root, 'src/greet/greet.ts'),
    ]);
  });

  it('compiles a changed file, whatever its types, and a new one', () => {
    const transpiler = createTranspiler(project.root);
    transpiler.all();
    project.write('src/late.ts', "export const late: number = 'text';\n");
    project.write('src/new/new.ts', 'export const isNew = true;\n');

    transpiler.update(['src/late.ts', 'src/new/new.ts'].map((file) => join(project.root, file)));

    expect(read('lib/late.js')).toContain("late = 'text'");
    expect(read('lib/new/new.js')).toContain('isNew = true');
  });

  it('removes the output of a deleted file and ignores files that are no sources', () => {
    const transpiler = createTranspiler(project.root);
    transpiler.all();
    project.write('locales/en.json', '{}');
    const late = join(project.root, 'src/late.ts');
    rmSync(late);

    transpiler.update([late, join(project.root, 'locales/en.json')]);

    expect(existsSync(join(project.root, 'lib/late.js'))).toBe(false);
    expect(existsSync(join(project.root, 'lib/late.js.map'))).toBe(false);
    expect(existsSync(join(project.root, 'lib/index.js'))).toBe(true);
  });

  it('keeps the last output of a file with a syntax error, names the error and compiles the others', () => {
    const transpiler = createTranspiler(project.root);
    transpiler.all();
    const before = read('lib/late.js');
    project.write('src/late.ts', 'export const late = ;\n');
    project.write('src/new.ts', 'export const isNew = true;\n');

    const update = (): void => {
      transpiler.update(['src/late.ts', 'src/new.ts'].map((file) => join(project.root, file)));
    };

    expect(update).toThrow(SyntaxFault);
    expect(update).toThrow('Expression expected');
    expect(read('lib/late.js')).toBe(before);
    expect(read('lib/new.js')).toContain('isNew = true');
  });
});

describe('buildBot', () => {
  it("fails with the compiler's message when types are wrong", async () => {
    project.write('src/late.ts', "export const late: number = 'text';\n");

    await expect(buildBot(project.root)).rejects.toThrow(/late\.ts.*not assignable to type 'number'/);
  });
});
