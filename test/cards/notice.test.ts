import { toAction } from '../../src/cards/actions';
import { noticeCard, type Notice } from '../../src/cards/notice';
import { learnerUserId, openFilter } from './samples';

const toData = (notice: Omit<Notice, 'locale'>): ReturnType<typeof noticeCard.toData> =>
  noticeCard.toData({ locale: 'en-US', ...notice });

describe('the notice card', () => {
  it('has neither reference nor button unless asked for', () => {
    expect(toData({ sentence: 'Done.' })).toEqual({
      speak: 'Done.',
      icon: { name: 'Info', color: 'Accent', sign: 'ⓘ', signColor: 'accent' },
      sentence: 'Done.',
      reference: '',
      actions: [],
      linkTitle: '',
      linkUrl: '',
    });
  });

  it('offers to repeat a card action', () => {
    const data = { learner: learnerUserId, filter: openFilter, page: 1, activity: 'a' };
    const action = toAction('Try again', 'course/refresh', data);

    expect(toData({ sentence: 'Busy.', reference: 'Reference: 7', action })).toMatchObject({
      reference: 'Reference: 7',
      actions: [action],
      linkUrl: '',
    });
  });

  it('links to https addresses only', () => {
    const linkTo = (url: string): unknown =>
      toData({ sentence: 'Ask.', link: { title: 'Open', url } }).linkUrl;

    expect(linkTo('https://contoso.com/')).toBe('https://contoso.com/');
    expect(linkTo('http://contoso.com/')).toBe('');
    expect(linkTo('mailto:help@contoso.com')).toBe('');
    expect(linkTo('javascript:alert(1)')).toBe('');
  });

  it('neutralizes markup that a user typed', () => {
    const data = toData({ sentence: 'No course matches “\u202E<b>{{DATE(x)}}”.' });

    expect(data.sentence).toBe('No course matches “<b>{\u2060{DATE(x)}}”.');
    expect(data.speak).toBe('No course matches “‹b›{\u2060{DATE(x)}}”.');
  });

  it('keeps closed isolates and removes other direction marks', () => {
    expect(toData({ sentence: 'None matches “\u2068yoga\u2069”.' }).sentence).toBe(
      'None matches “\u2068yoga\u2069”.',
    );
    expect(toData({ sentence: 'Pas «\u00A0yoga\u00A0»\n !' }).sentence).toBe('Pas «\u00A0yoga\u00A0» !');
    expect(toData({ sentence: '\u2067a\u2068b\u2069c\u2069d\u2068e' }).sentence).toBe('a\u2068b\u2069cde');
  });
});
