import { viewLogCard } from '../../src/cards/view-log';
import { viewer } from './samples';
import { someViews } from './team-samples';

describe('the list of views', () => {
  it('names who viewed what and when, and the outcome unless it was shown', () => {
    const when = 'Nov 16, 2026, 11:05 PM';

    expect(viewLogCard.toData(someViews()).views).toEqual([
      { who: 'Katherine Walsh', what: 'Team overview', when },
      { who: 'Katherine Walsh', what: 'Your list · access denied', when },
      { who: 'Katherine Walsh', what: 'One of your courses · not available', when },
      { who: 'Someone in your organization', what: 'Team export', when },
      { who: 'Katherine Walsh', what: 'Team export · not available', when },
    ]);
  });

  it('shows the latest 25, in plain text and on the card', () => {
    const views = someViews('Katherine Walsh', 50);

    expect(viewLogCard.toData(views).views).toHaveLength(25);
    expect(viewLogCard.toText(views).split('\n')).toHaveLength(26);
  });

  it('says so when it is empty', () => {
    expect(viewLogCard.toText({ ...viewer, entries: [], isComplete: true, names: new Map() })).toBe(
      'Who viewed your courses. No one has viewed your courses in Coursemate.',
    );
  });

  it('never says that it is empty when some entries could not be read', () => {
    const partly = 'The log is long, so older views couldn’t be loaded in time.';

    expect(viewLogCard.toData({ ...someViews(), isComplete: false }).intro).toMatch(`${partly} Managers can`);
    expect(viewLogCard.toData({ ...viewer, entries: [], isComplete: false, names: new Map() }).intro).toBe(
      partly,
    );
  });
});
