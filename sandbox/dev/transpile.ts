import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/** Writes to `lib` what `tsc` would, file by file and without checking types, which makes it fast. */
export interface Transpiler {
  /** Compiles every source file. */
  all(): void;
  /**
   * Compiles these files and removes the output of deleted ones. Ignores files that are no sources. Throws
   * `SyntaxFault` after it has compiled all files that can be compiled.
   */
  update(files: readonly string[]): void;
}

/** Files that cannot be compiled; the message is the compiler's. They keep their last output. */
export class SyntaxFault extends Error {
  override readonly name = 'SyntaxFault';
  readonly kind = 'syntax';
}

/** Follows `tsconfig.json` of this folder; sources must be compilable one by one (`isolatedModules`). */
export function createTranspiler(root: string): Transpiler {
  let config = readConfig(root);

  function remove(file: string): void {
    for (const output of outputsOf(config, file)) rmSync(output, { force: true });
  }

  return {
    all() {
      compileAll(config, config.fileNames);
    },
    update(files) {
      const next = readConfig(root);
      const isSource = (file: string): boolean => next.fileNames.includes(file);
      for (const file of files) if (!isSource(file) && config.fileNames.includes(file)) remove(file);
      config = next;
      compileAll(config, files.filter(isSource));
    },
  };
}

function readConfig(root: string): ts.ParsedCommandLine {
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new SyntaxFault(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  });
  if (config === undefined) throw new SyntaxFault('tsconfig.json could not be read.');
  return config;
}

function outputsOf(config: ts.ParsedCommandLine, file: string): readonly string[] {
  return file.endsWith('.d.ts') ? [] : ts.getOutputFileNames(config, file, !ts.sys.useCaseSensitiveFileNames);
}

function compileAll(config: ts.ParsedCommandLine, files: readonly string[]): void {
  const diagnostics = files.flatMap((file) => compile(config, file));
  if (diagnostics.length > 0) throw new SyntaxFault(ts.formatDiagnostics(diagnostics, diagnosticsHost));
}

/** Writes the output unless there are errors, which it returns. */
function compile(config: ts.ParsedCommandLine, file: string): readonly ts.Diagnostic[] {
  const outputs = outputsOf(config, file);
  const script = outputs.find((output) => output.endsWith('.js'));
  for (const output of outputs) mkdirSync(dirname(output), { recursive: true });
  if (script === undefined) {
    for (const output of outputs) cpSync(file, output);
    return [];
  }
  const {
    outputText,
    sourceMapText,
    diagnostics = [],
  } = ts.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: config.options,
    fileName: file,
    reportDiagnostics: true,
  });
  if (diagnostics.length > 0) return diagnostics;
  writeFileSync(script, outputText);
  if (sourceMapText !== undefined)
    writeFileSync(`${script}.map`, withSource(sourceMapText, relative(dirname(script), file)));
  return [];
}

/** The compiler names the source without its folder, and a debugger would not find it. */
function withSource(sourceMap: string, source: string): string {
  return JSON.stringify({ ...(JSON.parse(sourceMap) as object), sources: [source.replaceAll('\\', '/')] });
}

const diagnosticsHost: ts.FormatDiagnosticsHost = {
  getCurrentDirectory: () => process.cwd(),
  getCanonicalFileName: (name) => name,
  getNewLine: () => '\n',
};
