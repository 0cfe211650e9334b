import { createTurnId, toTurn } from '../../src/bot/activity/to-turn';
import { useFakeTime } from '../support/fake-time';

const userId = '00000000-0000-4000-8000-00000000000A';
const tenantId = '00000000-0000-4000-8000-0000000000FF';
const frame = { id: 'ABCD2345', signal: new AbortController().signal };

function anActivity(overrides: object = {}): object {
  return {
    from: { id: '29:1', name: 'Ada', aadObjectId: userId },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId },
    locale: 'de-DE',
    entities: [{ type: 'clientInfo', locale: 'de-DE', timezone: 'Europe/Berlin' }],
    ...overrides,
  };
}

describe('toTurn', () => {
  useFakeTime();

  it('reads the sender, conversation, locale and time zone', () => {
    const turn = toTurn(anActivity(), frame);

    expect(turn).toMatchObject({
      id: 'ABCD2345',
      userId: userId.toLowerCase(),
      tenantId: tenantId.toLowerCase(),
      locale: 'de-DE',
      zone: 'Europe/Berlin',
      isPersonalChat: true,
    });
  });

  it.each([
    ['no sender', { from: undefined }],
    ['a sender without an Entra id', { from: { id: '29:1', name: 'Ada' } }],
    ['an invalid Entra id', { from: { id: '29:1', aadObjectId: 'redacted' } }],
    ['no tenant', { conversation: { id: 'a:1', conversationType: 'personal' } }],
  ])('returns undefined for %s', (_, overrides) => {
    expect(toTurn(anActivity(overrides), frame)).toBeUndefined();
  });

  it('takes the tenant from channelData if the conversation has none', () => {
    const activity = anActivity({ conversation: { id: 'a:1' }, channelData: { tenant: { id: tenantId } } });

    expect(toTurn(activity, frame)).toMatchObject({
      tenantId: tenantId.toLowerCase(),
      isPersonalChat: false,
    });
  });

  const inWinter = '2026-11-23T14:30:00.123+00:00';
  const clientIn = (timezone: string): object => ({ entities: [{ type: 'clientInfo', timezone }] });

  it.each([
    ['a Windows name', clientIn('W. Europe Standard Time'), 'Europe/Berlin'],
    ['an offset', clientIn('+02:00'), 'UTC+02:00'],
    ['an IANA name', { ...clientIn('Europe/London'), rawLocalTimestamp: inWinter }, 'Europe/London'],
    [
      'an IANA name that differs from the activity’s',
      { ...clientIn('Asia/Tokyo'), localTimezone: 'Asia/Seoul' },
      'Asia/Tokyo',
    ],
    [
      'an unknown name, and the activity a zone',
      { ...clientIn('Mars/Olympus'), localTimezone: 'Asia/Seoul' },
      'Asia/Seoul',
    ],
    [
      'an unknown name, and a local time with an offset',
      { ...clientIn('Mars/Olympus'), rawLocalTimestamp: '2026-11-23T14:30:00+02:00' },
      'UTC+02:00',
    ],
    [
      'an unknown name, and a local time at UTC',
      { ...clientIn('Mars/Olympus'), rawLocalTimestamp: inWinter },
      'UTC+00:00',
    ],
    ['only an unknown name', clientIn('Mars/Olympus'), 'UTC'],
    ['the name of an Object.prototype member', clientIn('constructor'), 'UTC'],
  ])('finds the time zone when the client sends %s', (_, overrides, zone) => {
    expect(toTurn(anActivity(overrides), frame)?.zone).toBe(zone);
  });

  it.each([
    [{ localTimezone: 'America/Los_Angeles' }, 'America/Los_Angeles'],
    [{ localTimezone: 'Pacific Standard Time', rawLocalTimestamp: inWinter }, 'America/Los_Angeles'],
    [{ localTimezone: 7, rawLocalTimestamp: '2026-11-23T14:30:00+02:00' }, 'UTC+02:00'],
    [{ rawLocalTimestamp: '2026-11-23T14:30:00.123+05:30' }, 'UTC+05:30'],
    [{ rawLocalTimestamp: '2026-11-23T14:30:00.123+00:30' }, 'UTC+00:30'],
    [{ rawLocalTimestamp: '2026-11-23T05:00:00-0400', entities: 'odd' }, 'UTC-04:00'],
    [{ rawLocalTimestamp: '2026-11-23T14:30:00.1234625+00:00' }, 'UTC'],
    [{ rawLocalTimestamp: inWinter, entities: [{ type: 'clientInfo', locale: 'en-US' }] }, 'UTC'],
    [{ rawLocalTimestamp: '2026-11-23T14:30:00-00:00' }, 'UTC'],
    [{ rawLocalTimestamp: '2026-11-23T14:30:00Z' }, 'UTC'],
    [{ rawLocalTimestamp: '2026-11-23T14:30:00+15:00' }, 'UTC'],
    [{ rawLocalTimestamp: 'yesterday' }, 'UTC'],
    [{ entities: [null, 7, { type: 'clientInfo' }] }, 'UTC'],
  ])('finds the time zone from %j when the client names none', (overrides, zone) => {
    expect(toTurn(anActivity({ entities: undefined, ...overrides }), frame)?.zone).toBe(zone);
  });

  it.each([
    [2_000, 2_000],
    [29_999, 29_999],
    [30_000, 0],
    [-5_000, 0],
    [3_600_000, 0],
    [NaN, 0],
  ])('treats a message sent %d ms ago as asked %d ms ago', (sentAgoMs, askedAgoMs) => {
    const now = Date.now();

    const turn = toTurn(anActivity({ timestamp: new Date(now - sentAgoMs) }), frame);

    expect(turn?.now.getTime()).toBe(now);
    expect(turn?.askedAt.getTime()).toBe(now - askedAgoMs);
  });

  it('uses en-US if the client sends no locale', () => {
    expect(toTurn(anActivity({ locale: undefined }), frame)?.locale).toBe('en-US');
  });
});

describe('createTurnId', () => {
  it('returns a different 8-character id each time, without look-alikes', () => {
    const ids = Array.from({ length: 100 }, createTurnId);

    expect(new Set(ids).size).toBe(100);
    expect(ids.every((id) => /^[A-HJ-NP-Z2-9]{8}$/.test(id))).toBe(true);
  });
});
