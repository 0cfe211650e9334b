import { toGroupChat, toPersonChat } from '../../../src/cards/parts/chat-links';
import type { Course } from '../../../src/domain/course-activity';
import type { DirectReport } from '../../../src/domain/direct-report';
import { aContent, anActivity, viewer, without } from '../samples';
import { someReports } from '../team-samples';

const course: Course = {
  activity: anActivity({ due: { kind: 'day', date: '2026-11-12' }, completionPercentage: 40 }),
  content: aContent({ title: 'Code of conduct 2026' }),
};
const amara: DirectReport = {
  userId: 'x',
  displayName: 'Amara Diallo',
  givenName: 'Amara',
  userPrincipalName: 'amara@contoso.com',
  isEnabled: true,
};

function people(count: number): readonly DirectReport[] {
  return someReports(count).map((report) => ({ ...report, isEnabled: true }));
}

function readLink(link: { readonly url: string } | undefined) {
  const url = new URL(link?.url ?? '');
  const { users = '', message, topicName } = Object.fromEntries(url.searchParams);
  return { address: `${url.origin}${url.pathname}`, users: users.split(','), message, topicName };
}

describe('the chat with one person', () => {
  it('has a draft that names the course and its due day', () => {
    const link = toPersonChat(amara, course, viewer);

    expect(link?.title).toBe('Message Amara ↗');
    expect(readLink(link)).toEqual({
      address: 'https://teams.microsoft.com/l/chat/0/0',
      users: ['amara@contoso.com'],
      message:
        'Hi Amara, a friendly reminder about “Code of conduct 2026” (due Nov 12, 2026). Shout if you need time or help.',
      topicName: undefined,
    });
  });

  it.each<[string, Course | undefined, string]>([
    [
      'no due day',
      { ...course, activity: without(anActivity(), 'due') },
      'about “Code of conduct 2026”. Shout',
    ],
    ['no title', { activity: course.activity }, 'take a look at your Viva Learning courses'],
    ['no course', undefined, 'take a look at your Viva Learning courses'],
  ])('has a draft without what is not there: %s', (_, about, words) => {
    expect(readLink(toPersonChat(amara, about, viewer)).message).toContain(words);
  });

  it.each(['en-US', 'de-DE', 'fr-FR', 'es-ES', 'ja-JP', 'ar'])('tells no status in %s', (locale) => {
    const late = readLink(toPersonChat(amara, course, { ...viewer, locale })).message;
    const done = {
      ...course,
      activity: { ...course.activity, status: 'completed', completionPercentage: 100 },
    };

    expect(readLink(toPersonChat(amara, done as Course, { ...viewer, locale })).message).toBe(late);
    expect(late).toContain('Code of conduct 2026');
    expect(late).not.toMatch(/40|overdue|überfällig|retard|vencid|期限切れ|متأخر/u);
  });

  it.each<[string, Partial<DirectReport>]>([
    ['an account that no address can hold', { userPrincipalName: 'amara\ud800@contoso.com' }],
    ['a disabled account', { isEnabled: false }],
    ['an account that names two', { userPrincipalName: 'a@contoso.com,b@contoso.com' }],
    ['an account that names two for mail', { userPrincipalName: 'a;b@contoso.com' }],
    ['an account too long for a card', { userPrincipalName: `${'x'.repeat(1_500)}@contoso.com` }],
    ['no address', { userPrincipalName: 'amara' }],
    ['a guest', { userPrincipalName: 'amara_fabrikam.com#EXT#@contoso.com' }],
  ])('does not exist for %s', (_, changes) => {
    expect(toPersonChat({ ...amara, ...changes }, course, viewer)).toBeUndefined();
  });

  it('does not exist without an account, and calls someone without a given name by the first of their names', () => {
    expect(toPersonChat(without(amara, 'userPrincipalName'), course, viewer)).toBeUndefined();
    expect(toPersonChat(without(amara, 'givenName'), course, viewer)?.title).toBe('Message Amara ↗');
  });

  it('has a word for someone without any name', () => {
    const nameless = without(without(amara, 'givenName'), 'displayName');

    expect(toPersonChat(nameless, course, viewer)?.title).toBe('Message Unnamed colleague ↗');
  });

  it('cannot be steered by a name or a title', () => {
    const evil = { ...amara, givenName: 'A&users=ceo@contoso.com#?' };
    const title = '"&message=You are fired&topicName=x#';
    const link = toPersonChat(evil, { ...course, content: aContent({ title }) }, viewer);

    expect(readLink(link).users).toEqual(['amara@contoso.com']);
    expect(readLink(link).topicName).toBeUndefined();
    expect(new URL(link?.url ?? '').hash).toBe('');
  });
});

describe('the group chat', () => {
  const group = { course, why: 'unfinished' } as const;

  it('has everyone in it, the course as its topic, and a draft that says nothing about anyone', () => {
    const link = toGroupChat({ ...group, reports: people(3) }, viewer);

    expect(link?.title).toBe('Message the 3 who haven’t finished ↗');
    expect(readLink(link)).toEqual({
      address: 'https://teams.microsoft.com/l/chat/0/0',
      users: people(3).map(({ userPrincipalName }) => userPrincipalName),
      message:
        'Hi all, a friendly reminder about “Code of conduct 2026” (due Nov 12, 2026). Shout if you need time or help.',
      topicName: 'Code of conduct 2026',
    });
  });

  it('has a topic without a course, too', () => {
    const link = toGroupChat({ course: undefined, why: 'behind', reports: people(2) }, viewer);

    expect(readLink(link).topicName).toBe('Viva Learning courses');
  });

  it('is for two to eight people', () => {
    const counts = [0, 1, 2, 8, 9].map(
      (count) => toGroupChat({ ...group, why: 'behind', reports: people(count) }, viewer)?.title,
    );

    expect(counts).toEqual([
      undefined,
      'Message Amara ↗',
      'Message the 2 who are behind ↗',
      'Message the 8 who are behind ↗',
      undefined,
    ]);
  });

  it('leaves out who has no chat, and says so', () => {
    const reports = [...people(3), { userId: 'y', displayName: 'Guest', isEnabled: true }];
    const link = toGroupChat({ ...group, reports }, viewer);

    expect(link?.title).toBe('Message 3 of the 4 ↗');
    expect(readLink(link).users).toHaveLength(3);
  });

  it('does not exist when its address would be too long for a card', () => {
    const reports = people(8).map((report) => ({
      ...report,
      userPrincipalName: `${'x'.repeat(200)}@contoso.com`,
    }));

    expect(toGroupChat({ ...group, reports }, viewer)).toBeUndefined();
  });
});
