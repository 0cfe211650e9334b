/** Runs one named step of the start. */
export type Step = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** Runs a step and reports nothing. */
export const silently: Step = (_name, work) => work();

/** A failed step; `cause` is what went wrong in it. */
export class StepError extends Error {
  override readonly name = 'StepError';
  readonly kind = 'step';
  readonly step: string;

  constructor(step: string, cause: unknown) {
    super(`${step} failed.`, { cause });
    this.step = step;
  }
}

const NAME_WIDTH = 33;

/** Reports each step's name when it begins and its time when it ends. Steps throw `StepError`. */
export function createProgress(write: (text: string) => void): Step {
  return async (name, work) => {
    const startedAt = performance.now();
    write(`  ${name} `.padEnd(NAME_WIDTH, '.'));
    try {
      const result = await work();
      write(` ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
      return result;
    } catch (error) {
      write(' failed\n');
      throw new StepError(name, error);
    }
  };
}
