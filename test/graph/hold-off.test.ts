import { createHoldOff, type Held } from '../../src/graph/client/hold-off';

const held: Held = { access: { tenantId: 'contoso', userId: 'ann' }, family: 'activities' };

afterEach(() => {
  jest.restoreAllMocks();
});

it.each([
  ['forward', 3_600_000],
  ['back', -3_600_000],
])('keeps its waits when the wall clock is set %s', (_, byMs) => {
  const holdOff = createHoldOff();
  holdOff.begin(held, 10_000);

  const later = Date.now() + byMs;
  jest.spyOn(Date, 'now').mockReturnValue(later);

  expect(holdOff.remainingMs(held)).toBeGreaterThan(9_000);
  expect(holdOff.remainingMs(held)).toBeLessThanOrEqual(10_000);
});
