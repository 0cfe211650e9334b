import { isExternalId } from '../../src/domain/external-id';

describe('isExternalId', () => {
  it.each(['ACT-20931', 'act-20931', '48213377', 'urn:li:123', 'SEC_1.02', 'ACT-7'])(
    'reads %s as an id',
    (text) => {
      expect(isExternalId(text)).toBe(true);
    },
  );

  it.each([
    '',
    'excel',
    'm365',
    'excel 2016',
    'phishing2',
    "ACT-20931'",
    'ACT-20931/..',
    `A${'1'.repeat(200)}`,
  ])('reads %j as words', (text) => {
    expect(isExternalId(text)).toBe(false);
  });
});
