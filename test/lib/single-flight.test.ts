import { createSingleFlight } from '../../src/lib/single-flight';

it('shares the open run of a key, and starts a new one afterwards', async () => {
  const flights = createSingleFlight<number>();
  let runs = 0;
  const work = () => Promise.resolve(++runs);

  const both = await Promise.all([flights.share('a', work), flights.share('a', work)]);
  const other = await flights.share('b', work);
  const later = await flights.share('a', work);

  expect([both, other, later]).toEqual([[1, 1], 2, 3]);
});

it('gives a failure to everyone who waits, and does not keep it', async () => {
  const flights = createSingleFlight<number>();
  const failing = () => Promise.reject(new Error('no'));

  const both = await Promise.allSettled([flights.share('a', failing), flights.share('a', failing)]);

  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(flights.share('a', () => Promise.resolve(1))).resolves.toBe(1);
});

it.each([
  ['replaced', (flights: ReturnType<typeof createSingleFlight<boolean>>) => void flights.start('a', never)],
  [
    'forgotten',
    (flights: ReturnType<typeof createSingleFlight<boolean>>) => {
      flights.forget('a');
    },
  ],
])('tells a run that it has been %s, and leaves the later state alone', async (_, interrupt) => {
  const flights = createSingleFlight<boolean>();
  let end = (): void => undefined;
  const waiting = new Promise<void>((resolve) => (end = resolve));
  const first = flights.start('a', async (isCurrent) => {
    await waiting;
    return isCurrent();
  });

  interrupt(flights);
  const open = flights.find('a');
  end();

  await expect(first).resolves.toBe(false);
  expect(flights.find('a')).toBe(open);
});

it('gives the details of the open run', () => {
  const flights = createSingleFlight<boolean, string>();
  void flights.start('a', never, 'first');

  expect(flights.find('a')?.details).toBe('first');
  expect(flights.find('b')).toBeUndefined();
});

function never(): Promise<boolean> {
  return new Promise(() => undefined);
}
