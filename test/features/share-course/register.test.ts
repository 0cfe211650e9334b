import type { CourseContent } from '../../../src/domain/course-activity';
import { aCourse, PROVIDER } from '../../support/courses';
import { links, registerAll, turn, type Outside } from './share-rig';

const restricted: CourseContent = {
  providerId: PROVIDER,
  contentId: 'for-a-few',
  title: 'Reorganisation of 2027',
  skillTags: [],
};

/** What the card shows its viewer. */
async function view(outside: Outside, ticket: string, content = restricted.contentId): Promise<string> {
  const press = registerAll(outside).findSharedCardAction('shared-course/view');
  if (press === undefined) throw new Error('Nobody answers the card.');
  const reply = await press(turn, { provider: PROVIDER, content, ticket });
  return reply.text;
}

describe('the card of a course that its viewer may not read', () => {
  const ticket = links.issueTicket(turn.tenantId, restricted);
  const title = /Reorganisation/;

  it('keeps its title when this bot has issued its ticket for that course in that tenant', async () => {
    expect(await view({ restricted }, ticket)).toMatch(title);
  });

  it.each([
    ['no ticket', ''],
    ['a ticket of another tenant', links.issueTicket('another', restricted)],
    ['a ticket of another course', links.issueTicket(turn.tenantId, { ...restricted, contentId: 'x' })],
  ])('has no title with %s', async (_, forged) => {
    expect(await view({ restricted }, forged)).not.toMatch(title);
  });

  it('needs no ticket where everybody may see what the provider has', async () => {
    expect(await view({ restricted, catalogProviderIds: [PROVIDER] }, '')).toMatch(title);
  });
});

describe('the card of a course that is not on the viewer’s list', () => {
  it('says so', async () => {
    expect(await view({}, '')).toContain('Not in your courses');
  });

  it('does not say so of a list that could not be read to its end', async () => {
    expect(await view({ isComplete: false }, '')).toContain('Not all courses could be loaded in time');
  });

  it('shows where the viewer stands when the part that was read tells it', async () => {
    const course = aCourse('Fire safety');

    const text = await view({ courses: [course], isComplete: false }, '', course.activity.contentId);

    expect(text).toBe('Fire safety. You: Not started · No due date');
  });
});
