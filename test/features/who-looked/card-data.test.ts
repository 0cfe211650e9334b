import { toLooksData, toLooksText } from '../../../src/features/who-looked/card-data';
import { viewer } from '../../cards/samples';
import { someLooks } from '../../cards/team-samples';

describe('the list of views', () => {
  it('names who viewed what and when, and the outcome unless it was shown', () => {
    const when = 'Nov 16, 2026, 11:05 PM';

    expect(toLooksData(someLooks(), viewer).looks).toEqual([
      { who: 'Katherine Walsh', what: 'Team list', when },
      { who: 'Katherine Walsh', what: 'Your list · refused', when },
      { who: 'Katherine Walsh', what: 'One of your courses · nothing could be read', when },
      { who: 'Somebody in your organisation', what: 'File of the team’s courses', when },
      { who: 'Katherine Walsh', what: 'File of the team’s courses · nothing could be read', when },
    ]);
  });

  it('shows the latest 25, in plain text and on the card', () => {
    const looks = someLooks('Katherine Walsh', 50);

    expect(toLooksData(looks, viewer).looks).toHaveLength(25);
    expect(toLooksText(looks, viewer).split('\n')).toHaveLength(26);
  });

  it('says so when it is empty', () => {
    expect(toLooksText({ entries: [], isComplete: true, names: new Map() }, viewer)).toBe(
      'Who looked at your courses. Nobody has looked at your courses in Coursemate.',
    );
  });

  it('never says that it is empty when some entries could not be read', () => {
    const partly = 'The record is long: older looks could not be read in time.';

    expect(toLooksData({ ...someLooks(), isComplete: false }, viewer).intro).toMatch(
      `${partly} Managers can`,
    );
    expect(toLooksData({ entries: [], isComplete: false, names: new Map() }, viewer).intro).toBe(partly);
  });
});
