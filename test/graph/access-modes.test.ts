import { createAccessModes, type AccessModes, type AccessMode } from '../../src/graph/teammates/access-modes';
import { useFakeTime } from '../support/fake-time';
import { createKeptLog } from './graph-access';

const ALL: readonly AccessMode[] = ['delegated', 'application', 'providers'];
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type Access = Parameters<typeof createAccessModes>[0]['access'];

function build(access: Access = 'auto'): AccessModes {
  return createAccessModes({ access, log: createKeptLog() });
}

describe('the access modes to try', () => {
  it.each<[Access, readonly AccessMode[]]>([
    ['auto', ALL],
    ['delegated', ['delegated']],
    ['application', ['application', 'providers']],
    ['off', []],
  ])('start with %s as %j', (access, modes) => {
    expect(build(access).candidates('contoso')).toEqual(modes);
  });

  it.each<[string, Partial<Record<'refused' | 'allowed', readonly AccessMode[]>>, readonly AccessMode[]]>([
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
    const modes = build();
    for (const mode of refused) modes.learn('contoso', mode, 'refused');
    for (const mode of allowed) modes.learn('contoso', mode, 'allowed');

    expect(modes.candidates('contoso')).toEqual(left);
  });

  it('use the latest result for a mode', () => {
    const modes = build();
    modes.learn('contoso', 'delegated', 'refused');
    modes.learn('contoso', 'delegated', 'allowed');

    expect(modes.isAllowed('contoso', 'delegated')).toBe(true);
  });

  it('stay within the configuration', () => {
    const modes = build('delegated');
    modes.learn('contoso', 'application', 'allowed');

    expect(modes.candidates('contoso')).toEqual(['delegated']);
  });

  it('are separate per tenant, ignoring the case of its id', () => {
    const modes = build();
    modes.learn('CONTOSO', 'providers', 'allowed');

    expect(modes.isAllowed('contoso', 'providers')).toBe(true);
    expect(modes.isAllowed('Contoso', 'providers')).toBe(true);
    expect(modes.candidates('Contoso')).toEqual(modes.candidates('contoso'));
    expect(modes.isAllowed('fabrikam', 'providers')).toBe(false);
    expect(modes.candidates('fabrikam')).toEqual(ALL);
  });
});

describe('what was learned', () => {
  useFakeTime();

  it('expires an hour after the first result, whatever was learned since', () => {
    const modes = build();
    modes.learn('contoso', 'delegated', 'refused');

    jest.advanceTimersByTime(HOUR_MS - MINUTE_MS);
    modes.learn('contoso', 'application', 'refused');
    const within = modes.candidates('contoso');
    jest.advanceTimersByTime(2 * MINUTE_MS);
    const after = modes.candidates('contoso');

    expect([within, after]).toEqual([['providers'], ALL]);
  });
});

describe('what operators see', () => {
  it('is what was learned, without tenant names', () => {
    const modes = build();
    modes.learn('contoso', 'delegated', 'refused');
    modes.learn('contoso', 'application', 'allowed');

    expect(modes.describe()).toEqual([{ delegated: 'refused', application: 'allowed' }]);
  });

  it('is logged when it is new', () => {
    const log = createKeptLog();
    const modes = createAccessModes({ access: 'auto', log });
    for (let attempt = 0; attempt < 3; attempt++) modes.learn('contoso', 'delegated', 'refused');

    expect(log.lines).toMatchObject([
      { level: 'info', fields: { tenantId: 'contoso', mode: 'delegated', verdict: 'refused' } },
    ]);
  });
});
