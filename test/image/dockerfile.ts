import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DockerfileParser, type Instruction } from 'dockerfile-ast';

/** A folder with the image's files, and the image's settings. */
export interface BuiltImage {
  /** Where the working directory of the last stage is on this machine. */
  readonly workdir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
  readonly baseImages: readonly string[];
  /** The files that were copied from the project, by their paths there. */
  readonly sources: readonly string[];
}

interface Stage {
  readonly root: string;
  workdir: string;
  env: Record<string, string>;
}

/**
 * Follows a Dockerfile without Docker: each stage is a folder, COPY copies, RUN runs with this machine's Node. Knows the
 * instructions that ours uses, and throws for any other.
 */
export function followDockerfile(path: string, context: string): BuiltImage {
  const instructions = DockerfileParser.parse(readFileSync(path, 'utf8')).getInstructions();
  const base = mkdtempSync(join(tmpdir(), 'coursemate-image-'));
  const stages = new Map<string, Stage>();
  const image = { user: 'root', command: [] as string[], healthcheck: [] as string[] };
  const baseImages: string[] = [];
  const sources: string[] = [];
  let stage: Stage = { root: base, workdir: '/', env: {} };

  const copy = (args: readonly string[]): void => {
    const from = args.find((arg) => arg.startsWith('--from='))?.slice('--from='.length);
    const paths = args.filter((arg) => !arg.startsWith('--'));
    const target = join(stage.root, resolveIn(stage, paths.at(-1) ?? '.'));
    for (const source of paths.slice(0, -1)) {
      if (from === undefined) sources.push(source);
      copyOne(
        join(from === undefined ? context : stageNamed(stages, from).root, source),
        target,
        paths.at(-1) ?? '',
      );
    }
  };

  const follow: Record<string, (args: readonly string[], instruction: Instruction) => void> = {
    FROM: ([name = '', , alias = 'last']) => {
      baseImages.push(name);
      stage = { root: join(base, alias), workdir: '/', env: {} };
      mkdirSync(stage.root);
      stages.set(alias, stage);
    },
    WORKDIR: ([folder = '/']) => {
      stage.workdir = resolveIn(stage, folder);
      mkdirSync(join(stage.root, stage.workdir), { recursive: true });
    },
    ENV: (pairs) => {
      for (const pair of pairs) stage.env[pair.split('=')[0] ?? ''] = pair.split('=')[1] ?? '';
    },
    COPY: copy,
    RUN: (args) => {
      run(args.join(' '), stage);
    },
    USER: ([name = '']) => (image.user = name),
    EXPOSE: () => undefined,
    HEALTHCHECK: (_args, instruction) => (image.healthcheck = jsonIn(instruction)),
    CMD: (_args, instruction) => (image.command = jsonIn(instruction)),
  };
  for (const instruction of instructions) {
    const step = follow[instruction.getKeyword()];
    if (step === undefined) throw new Error(`Nobody here knows how to follow ${instruction.getKeyword()}.`);
    step(wordsOf(instruction), instruction);
  }
  return { ...image, workdir: join(stage.root, stage.workdir), env: stage.env, baseImages, sources };
}

/** The words after the keyword, including flags such as `--from`. */
function wordsOf(instruction: Instruction): readonly string[] {
  return instruction.getTextContent().split(/\s+/).slice(1);
}

function stageNamed(stages: ReadonlyMap<string, Stage>, name: string): Stage {
  const found = stages.get(name);
  if (found === undefined) throw new Error(`There is no stage ${name}.`);
  return found;
}

function resolveIn({ workdir }: Stage, path: string): string {
  return path.startsWith('/') ? path : join(workdir, path);
}

/** As Docker does: a folder's contents go into the target, a file goes under its own name into a target that ends in `/`. */
function copyOne(source: string, target: string, writtenTarget: string): void {
  const isInto = !statSync(source).isDirectory() && writtenTarget.endsWith('/');
  cpSync(source, isInto ? join(target, basename(source)) : target, { recursive: true });
}

function run(command: string, { root, workdir, env }: Stage): void {
  const { PATH = '', HOME = '' } = process.env;
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', command], {
    cwd: join(root, workdir),
    env: { PATH, HOME, ...npmSettings(), ...env },
    encoding: 'utf8',
  });
  if (status !== 0)
    throw new Error(`RUN ${command} ended with ${status ?? 'a signal'}:\n${stdout}\n${stderr}`);
}

/** Packages come from this machine's registry. */
function npmSettings(): Record<string, string> {
  const settings = Object.entries(process.env).filter(([key]) =>
    /^npm_config_(registry|cache|.*cafile)$/i.test(key),
  );
  return Object.fromEntries(settings.map(([key, value]) => [key, value ?? '']));
}

/** The words of an instruction in its JSON form, which needs no shell. */
function jsonIn(instruction: Instruction): string[] {
  const text = instruction.getRawArgumentsContent() ?? '';
  return JSON.parse(text.slice(text.indexOf('['))) as string[];
}
