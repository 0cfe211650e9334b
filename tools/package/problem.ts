/** One thing that keeps the app package from being built. */
export interface Problem {
  /** Path from the project's folder, with a line number for files that consist of lines. */
  readonly file: string;
  /** Location in the file, such as `bots[0].scopes`; absent if it is the whole file. */
  readonly path?: string;
  /** A sentence that says what is wrong; never a value that may be secret. */
  readonly what: string;
  /** A sentence that says what to do about it. */
  readonly remedy: string;
}

export function formatProblem({ file, path, what, remedy }: Problem): string {
  return `${file}${path === undefined ? '' : `  ${path}`}\n  ${what}\n  → ${remedy}\n`;
}
