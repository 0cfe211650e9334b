import { toInitials } from '../../../src/cards/parts/initials';

describe('toInitials', () => {
  it.each([
    ['Ben Lindgren', 'BL'],
    ['Ana María de la Cruz', 'AC'],
    ['björk', 'B'],
    ['Зоя Иванова', 'ЗИ'],
    ['佐藤 遥 (Haruka Sato)', '佐'],
    ['ليلى حداد (Layla Haddad)', 'ل'],
    ['김민준', '김'],
    ['नीलम शर्मा', 'नी'],
    ['É́tienne Roux', 'É́R'],
    ['🦊 Fox (she/her)', 'F'],
    ['**Ada** <b>', 'AB'],
    ['(Guest)', '?'],
    ['Ada Byron (Human Res', 'AB'],
    ['', '?'],
  ])('of “%s” are “%s”', (name, initials) => {
    expect(toInitials(name)).toBe(initials.normalize('NFC'));
  });

  it('are a few letters of any name', () => {
    expect(toInitials(`${'z\u0301\u0302\u0303\u0304\u0305'.repeat(50)} b`).length).toBeLessThan(10);
    expect(toInitials('{{DATE(x)}} ${name} [x](y)').replace(/\p{L}/gu, '')).toBe('');
  });

  it('are found at once in a name of nothing but parentheses', () => {
    const startedAt = performance.now();

    expect(toInitials('('.repeat(100_000))).toBe('?');
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});
