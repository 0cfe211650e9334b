import { looksCard } from '../../src/cards/looks';
import { viewer } from './samples';
import { someLooks } from './team-samples';

describe('the list of views', () => {
  it('names who viewed what and when, and the outcome unless it was shown', () => {
    const when = 'Nov 16, 2026, 11:05 PM';

    expect(looksCard.toData(someLooks()).looks).toEqual([
      { who: 'Katherine Walsh', what: 'Team overview', when },
      { who: 'Katherine Walsh', what: 'Your list · access denied', when },
      { who: 'Katherine Walsh', what: 'One of your courses · not available', when },
      { who: 'Someone in your organization', what: 'Team export', when },
      { who: 'Katherine Walsh', what: 'Team export · not available', when },
    ]);
  });

  it('shows the latest 25, in plain text and on the card', () => {
    const looks = someLooks('Katherine Walsh', 50);

    expect(looksCard.toData(looks).looks).toHaveLength(25);
    expect(looksCard.toText(looks).split('\n')).toHaveLength(26);
  });

  it('says so when it is empty', () => {
    expect(looksCard.toText({ ...viewer, entries: [], isComplete: true, names: new Map() })).toBe(
      'Who viewed your courses. No one has viewed your courses in Coursemate.',
    );
  });

  it('never says that it is empty when some entries could not be read', () => {
    const partly = 'The log is long, so older views couldn’t be loaded in time.';

    expect(looksCard.toData({ ...someLooks(), isComplete: false }).intro).toMatch(`${partly} Managers can`);
    expect(looksCard.toData({ ...viewer, entries: [], isComplete: false, names: new Map() }).intro).toBe(
      partly,
    );
  });
});
