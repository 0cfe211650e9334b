import { createProgress, silently, StepError } from '../../sandbox/progress';

describe('createProgress', () => {
  it('writes the name of a step before the work and its time after it', async () => {
    const written: string[] = [];
    const step = createProgress((text) => written.push(text));

    const result = await step('Starting the bot', () => Promise.resolve(written.join('')));

    expect(result).toMatch(/^ {2}Starting the bot \.+$/);
    expect(written.join('')).toMatch(/^ {2}Starting the bot \.+ \d+\.\d s\n$/);
  });

  it('names the step that failed and keeps the cause', async () => {
    const written: string[] = [];
    const cause = new Error('No certificate.');
    const step = createProgress((text) => written.push(text));

    const failing = step('Creating the certificate', () => Promise.reject(cause));

    await expect(failing).rejects.toThrow(StepError);
    await expect(failing).rejects.toMatchObject({ message: 'Creating the certificate failed.', cause });
    expect(written.at(-1)).toBe(' failed\n');
  });
});

describe('silently', () => {
  it('rejects with the error of the work itself', async () => {
    const cause = new Error('No certificate.');

    await expect(silently('Creating the certificate', () => Promise.reject(cause))).rejects.toBe(cause);
  });
});
