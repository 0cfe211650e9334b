import type { CourseContent } from '../../../src/domain/course-activity';
import { aCourse, PROVIDER } from '../../support/courses';
import { links, dispatchAll, shown, turn, type Outside } from './share-rig';

const restricted: CourseContent = {
  providerId: PROVIDER,
  contentId: 'for-a-few',
  title: 'Reorganisation of 2027',
  skillTags: [],
};

/** The texts that the card shows its viewer. */
async function view(outside: Outside, ticket: string, content = restricted.contentId): Promise<string> {
  const action = dispatchAll(outside).get('cardAction', 'shared-course/view');
  const work = action.prepare(turn, { provider: PROVIDER, content, ticket });
  return typeof work === 'string' ? work : (await work(turn)).text;
}

describe('the card of a course that its viewer may not read', () => {
  const ticket = links.issueTicket(turn.tenantId, restricted);
  const title = /Reorganisation/;

  it('keeps its title with a ticket of this bot for that course and tenant', async () => {
    expect(await view({ restricted }, ticket)).toMatch(title);
  });

  it.each([
    ['no ticket', ''],
    ['a ticket of another tenant', links.issueTicket('another', restricted)],
    ['a ticket of another course', links.issueTicket(turn.tenantId, { ...restricted, contentId: 'x' })],
  ])('has no title with %s', async (_, forged) => {
    expect(await view({ restricted }, forged)).not.toMatch(title);
  });

  it('needs no ticket when everyone may see the provider’s courses', async () => {
    expect(await view({ restricted, catalogProviderIds: [PROVIDER] }, '')).toMatch(title);
  });
});

describe('the card of a course that is not on the viewer’s list', () => {
  it('says so', async () => {
    expect(await view({}, '')).toContain('Not in your courses.');
  });

  it('does not say so about an incomplete list', async () => {
    expect(await view({ isComplete: false }, '')).toContain('Some courses couldn’t be loaded in time');
  });

  it('shows the viewer’s status when the part that was read contains it', async () => {
    const course = aCourse('Fire safety');

    const text = await view({ courses: [course], isComplete: false }, '', course.activity.contentId);

    expect(text).toBe('Fire safety · Your status: Not started · No due date');
  });
});

describe('the card of a course that is on the viewer’s list more than once', () => {
  it('shows the record that is not completed', async () => {
    const open = aCourse('Fire safety');
    const done = { ...open, activity: { ...open.activity, id: 'done', status: 'completed' as const } };

    const text = await view({ courses: [done, open] }, '', open.activity.contentId);

    expect(text).toBe('Fire safety · Your status: Not started · No due date');
  });
});

describe('a link of a provider whose addresses are configured', () => {
  const course = aCourse('Fire safety', { externalId: 'ACT-1', contentId: 'fire-1' });
  const outside: Outside = {
    courses: [course],
    coursePatterns: [
      {
        providerId: PROVIDER,
        address: 'https://lms.example.com/a/{externalActivityId}',
        placeholder: 'externalActivityId',
      },
      { providerId: PROVIDER, address: 'https://lms.example.com/c/{contentId}', placeholder: 'contentId' },
    ],
  };

  async function unfurl(address: string): Promise<string | readonly string[]> {
    const link = new URL(address);
    const { isOurs, answer } = dispatchAll(outside).get('link', '');
    return isOurs(link) ? shown(await answer(turn, link)) : 'no link of ours';
  }

  it.each([
    ['https://lms.example.com/a/ACT-1', ['Fire safety']],
    ['https://lms.example.com/a/ACT-2', []],
    ['https://lms.example.com/c/fire-1', ['Fire safety']],
    ['https://lms.example.com/c/fire-2', []],
    ['https://lms.example.com/about', 'no link of ours'],
  ])('%s: %j', async (address, expected) => {
    expect(await unfurl(address)).toEqual(expected);
  });

  it('redirects from its own address, anonymously', () => {
    const link = 'https://lms.example.com/c/fire-1';

    const reply = dispatchAll(outside).get('link', '').answerAnonymous(new URL(link), 'en-US');

    expect(JSON.stringify(reply)).toContain(`"url":"${link}"`);
    expect(JSON.stringify(reply)).not.toMatch(/Fire safety|Action\.Execute/);
  });
});

describe('a link made by this bot, opened anonymously', () => {
  const made = links.toLink(turn.tenantId, {
    ...restricted,
    sourceName: 'Contoso Academy',
    webUrl: 'https://learn.example.com/1',
  });

  function unfurl(link: URL | string): string {
    return JSON.stringify(dispatchAll().get('link', '').answerAnonymous(new URL(link), 'en-US'));
  }

  it('shows what the link says and opens the course, without the ticket', () => {
    const reply = unfurl(made);

    expect(reply).toContain('"preview":{"title":"Reorganisation of 2027","text":"Contoso Academy"}');
    expect(reply).toContain('"url":"https://learn.example.com/1"');
    expect(reply).toContain('Add Coursemate to see your status.');
    expect(reply).not.toMatch(/Action\.Execute|"refresh"/);
    expect(reply).not.toContain(links.issueTicket(turn.tenantId, restricted));
  });

  it('does not open an address that was changed', () => {
    const forged = new URL(made);
    forged.searchParams.set('u', 'https://evil.example.com/');

    expect(unfurl(forged)).toContain('Reorganisation of 2027');
    expect(unfurl(forged)).not.toMatch(/evil|learn\.example/);
  });

  it('shows no title that was changed', () => {
    const forged = new URL(made);
    forged.searchParams.set('d', Buffer.from('["Free money","",""]').toString('base64url'));

    expect(unfurl(forged)).toContain('"preview":{"title":"A course in Viva Learning.');
    expect(unfurl(forged)).not.toMatch(/Free money|Reorganisation/);
  });
});
