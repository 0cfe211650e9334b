import { toNoticeData } from '../../src/cards/notice';

describe('toNoticeData', () => {
  it('has neither reference nor button unless asked for', () => {
    expect(toNoticeData({ sentence: 'Done.' })).toEqual({
      speak: 'Done.',
      sentence: 'Done.',
      hasReference: false,
      reference: '',
      retries: [],
      links: [],
    });
  });

  it('offers to repeat a card action', () => {
    const button = {
      kind: 'retry',
      title: 'Try again',
      verb: 'course/refresh',
      data: { activity: 'a' },
    } as const;

    const data = toNoticeData({ sentence: 'Busy.', reference: 'Reference: 7', button });

    expect(data).toMatchObject({
      hasReference: true,
      reference: 'Reference: 7',
      retries: [{ title: 'Try again', verb: 'course/refresh', data: { activity: 'a' } }],
      links: [],
    });
  });

  it('links to https addresses only', () => {
    const linkTo = (url: string): unknown =>
      toNoticeData({ sentence: 'Ask.', button: { kind: 'link', title: 'Open', url } }).links;

    expect(linkTo('https://contoso.com/')).toEqual([{ title: 'Open', url: 'https://contoso.com/' }]);
    expect(linkTo('http://contoso.com/')).toEqual([]);
  });

  it('neutralises what a user typed into the sentence', () => {
    const data = toNoticeData({ sentence: 'No course matches “\u202E<b>{{DATE(x)}}”.' });

    expect(data.sentence).toBe('No course matches “<b>{\u2060{DATE(x)}}”.');
    expect(data.speak).toBe('No course matches “‹b›{\u2060{DATE(x)}}”.');
  });

  it('keeps to itself what the catalogue isolated in the sentence', () => {
    expect(toNoticeData({ sentence: 'None matches “\u2068yoga\u2069”.' }).sentence).toBe(
      'None matches “\u2068yoga\u2069”.',
    );
    expect(toNoticeData({ sentence: 'Pas «\u00A0yoga\u00A0»\n !' }).sentence).toBe(
      'Pas «\u00A0yoga\u00A0» !',
    );
    expect(toNoticeData({ sentence: '\u2067a\u2068b\u2069c\u2069d\u2068e' }).sentence).toBe(
      'a\u2068b\u2069cde',
    );
  });
});
