const MOST_FRAMES = 8;

/** What may be logged of an unexpected error: its name and stack frames, not its message, which may quote anything. */
export function describeError(error: unknown): { readonly error: string; readonly at: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return { error: error.name, at: frames.slice(0, MOST_FRAMES).map((frame) => frame.trim()) };
}
