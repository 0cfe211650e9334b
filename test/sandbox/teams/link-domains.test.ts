import { coversHost } from '../../../sandbox/teams/link-domains';

describe('coversHost', () => {
  it.each([
    ['learn.contoso.com', 'learn.contoso.com', true],
    ['Learn.Contoso.com', 'learn.contoso.com', true],
    ['localhost:3978', 'localhost:3978', true],
    ['localhost:3978', 'localhost:3979', false],
    ['contoso.com', 'learn.contoso.com', false],
    ['*.contoso.com', 'learn.contoso.com', true],
    ['*.contoso.com', 'contoso.com', false],
    ['*.contoso.com', 'a.learn.contoso.com', false],
    ['*.*.contoso.com', 'a.learn.contoso.com', true],
    ['*.contoso.com', 'learn.contoso.com.evil.com', false],
    ['learn.contoso.com', 'learnxcontoso.com', false],
  ])('of %s and %s is %s', (domain, host, isCovered) => {
    expect(coversHost(['other.com', domain], host)).toBe(isCovered);
  });
});
