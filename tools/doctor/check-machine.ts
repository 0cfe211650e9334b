import { failed, ok, say, skipped, warning, type Outcome } from './finding';

const SUPPORTED = [22, 24];
const STILL_WORKS = 20;
const WARN_SKEW_S = 60;
/** Entra and the bot refuse tokens when the clock differs by more than this. */
const MOST_SKEW_S = 300;

export function checkNode(version: string): Outcome<never> {
  const major = Number.parseInt(version, 10);
  if (SUPPORTED.includes(major)) return say(ok(`Node ${version} is supported.`));
  const remedy = `Install Node ${SUPPORTED.join(' or ')}.`;
  if (major < STILL_WORKS) return say(failed(`Node ${version} is too old.`, remedy));
  if (major === STILL_WORKS)
    return say(warning(`Node ${version} works, but has reached its end of life.`, remedy));
  return say(warning(`Node ${version} hasn’t been tested.`, remedy));
}

/** Compares this machine's clock with the `Date` headers of servers, each with its time of arrival. */
export function checkClock(
  dates: readonly { readonly theirs: string | null; readonly ours: Date }[],
): Outcome<never> {
  if (dates.length === 0) return say(skipped('Not checked: this check needs authority or graph.'));
  const skews = dates
    .map(({ theirs, ours }) => (ours.getTime() - Date.parse(theirs ?? '')) / 1000)
    .filter((skew) => !Number.isNaN(skew))
    .sort((one, other) => Math.abs(other) - Math.abs(one));
  const [skew] = skews;
  if (skew === undefined)
    return say(warning('No server reports the time.', 'Make sure that this machine sets its clock by NTP.'));
  const seconds = Math.round(Math.abs(skew));
  if (seconds <= WARN_SKEW_S) return say(ok('The clock agrees with Entra and Graph.'));
  const what = `The clock of this machine is ${seconds} seconds ${skew > 0 ? 'ahead' : 'behind'}`;
  const remedy = 'Set the clock by NTP, on the machine that runs the bot too.';
  return say(
    seconds > MOST_SKEW_S
      ? failed(`${what}: tokens seem expired or not valid yet.`, remedy)
      : warning(`${what}.`, remedy),
  );
}
