/** One thing that keeps the app package from being built. */
export interface Problem {
  /** From the project's folder; with a line number where lines are what the file is made of. */
  readonly file: string;
  /** Where in the file, `bots[0].scopes`; absent when it is the file as a whole. */
  readonly path?: string;
  /** A sentence that says what is wrong; never a value that may be secret. */
  readonly what: string;
  /** A sentence that says what to do about it. */
  readonly remedy: string;
}

export function formatProblem({ file, path, what, remedy }: Problem): string {
  return `${file}${path === undefined ? '' : `  ${path}`}\n  ${what}\n  → ${remedy}\n`;
}
