import { createTeammateWays, type TeammateWays, type Way } from '../../src/graph/teammates/teammate-ways';
import { useFakeTime } from '../support/fake-time';
import { createKeptLog } from './graph-access';

const ALL: readonly Way[] = ['delegated', 'application', 'providers'];
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type Access = Parameters<typeof createTeammateWays>[0]['access'];

function build(access: Access = 'auto'): TeammateWays {
  return createTeammateWays({ access, log: createKeptLog() });
}

describe('the access modes to try', () => {
  it.each<[Access, readonly Way[]]>([
    ['auto', ALL],
    ['delegated', ['delegated']],
    ['application', ['application', 'providers']],
    ['off', []],
  ])('start with %s as %j', (access, ways) => {
    expect(build(access).candidates('contoso')).toEqual(ways);
  });

  it.each<[string, Partial<Record<'refused' | 'allowed', readonly Way[]>>, readonly Way[]]>([
    ['one refused', { refused: ['delegated'] }, ['application', 'providers']],
    ['two refused', { refused: ['delegated', 'application'] }, ['providers']],
    ['all refused', { refused: ALL }, []],
    ['the first allowed', { allowed: ['delegated'] }, ['delegated', 'application']],
    [
      'the first refused, the second allowed',
      { refused: ['delegated'], allowed: ['application'] },
      ['application'],
    ],
    [
      'the last alone allowed',
      { refused: ['delegated', 'application'], allowed: ['providers'] },
      ['providers'],
    ],
    ['two allowed', { allowed: ['delegated', 'application'] }, ['delegated', 'application']],
  ])('auto, %s', (_, { refused = [], allowed = [] }, left) => {
    const ways = build();
    for (const way of refused) ways.refuse('contoso', way);
    for (const way of allowed) ways.allow('contoso', way);

    expect(ways.candidates('contoso')).toEqual(left);
  });

  it('use the latest result for a mode', () => {
    const ways = build();
    ways.refuse('contoso', 'delegated');
    ways.allow('contoso', 'delegated');

    expect(ways.isAllowed('contoso', 'delegated')).toBe(true);
  });

  it('stay within the configuration', () => {
    const ways = build('delegated');
    ways.allow('contoso', 'application');

    expect(ways.candidates('contoso')).toEqual(['delegated']);
  });

  it('are separate per tenant, in any case of its id', () => {
    const ways = build();
    ways.allow('CONTOSO', 'providers');

    expect(ways.isAllowed('contoso', 'providers')).toBe(true);
    expect(ways.isAllowed('Contoso', 'providers')).toBe(true);
    expect(ways.candidates('Contoso')).toEqual(ways.candidates('contoso'));
    expect(ways.isAllowed('fabrikam', 'providers')).toBe(false);
    expect(ways.candidates('fabrikam')).toEqual(ALL);
  });
});

describe('what was learned', () => {
  useFakeTime();

  it('expires an hour after the first result, whatever was learned since', () => {
    const ways = build();
    ways.refuse('contoso', 'delegated');

    jest.advanceTimersByTime(HOUR_MS - MINUTE_MS);
    ways.refuse('contoso', 'application');
    const within = ways.candidates('contoso');
    jest.advanceTimersByTime(2 * MINUTE_MS);
    const after = ways.candidates('contoso');

    expect([within, after]).toEqual([['providers'], ALL]);
  });
});

describe('what operators see', () => {
  it('is what was learned, without tenant names', () => {
    const ways = build();
    ways.refuse('contoso', 'delegated');
    ways.allow('contoso', 'application');

    expect(ways.describe()).toEqual([{ delegated: 'refused', application: 'allowed' }]);
  });

  it('is logged when it is new', () => {
    const log = createKeptLog();
    const ways = createTeammateWays({ access: 'auto', log });
    for (let look = 0; look < 3; look++) ways.refuse('contoso', 'delegated');

    expect(log.lines).toMatchObject([
      { level: 'info', fields: { tenantId: 'contoso', way: 'delegated', verdict: 'refused' } },
    ]);
  });
});
