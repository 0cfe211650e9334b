import { failed, ok, say, skipped, warning, type Outcome } from './finding';

const SUPPORTED = [22, 24];
const STILL_WORKS = 20;
const WARN_SKEW_S = 60;
/** Beyond it Entra and the bot refuse tokens. */
const MOST_SKEW_S = 300;

export function checkNode(version: string): Outcome<never> {
  const major = Number.parseInt(version, 10);
  if (SUPPORTED.includes(major)) return say(ok(`Node ${version} is supported.`));
  const remedy = `Install Node ${SUPPORTED.join(' or ')}.`;
  if (major < STILL_WORKS) return say(failed(`Node ${version} is too old.`, remedy));
  if (major === STILL_WORKS)
    return say(warning(`Node ${version} works, but is past its end of life.`, remedy));
  return say(warning(`Node ${version} has not been tried.`, remedy));
}

/** `dates` are what servers said (`Date`), each with the moment on this machine at which it arrived. */
export function checkClock(
  dates: readonly { readonly theirs: string | null; readonly ours: Date }[],
): Outcome<never> {
  if (dates.length === 0) return say(skipped('Not checked: it needs authority or graph.'));
  const skews = dates
    .map(({ theirs, ours }) => (ours.getTime() - Date.parse(theirs ?? '')) / 1000)
    .filter((skew) => !Number.isNaN(skew))
    .sort((one, other) => Math.abs(other) - Math.abs(one));
  const [skew] = skews;
  if (skew === undefined)
    return say(warning('No server says what time it is.', 'See that this machine sets its clock by NTP.'));
  const seconds = Math.round(Math.abs(skew));
  if (seconds <= WARN_SKEW_S) return say(ok('The clock agrees with Entra and Graph.'));
  const what = `The clock of this machine is ${seconds} seconds ${skew > 0 ? 'ahead' : 'behind'}`;
  const remedy = 'Let it be set by NTP; it counts for the machine on which the bot runs.';
  return say(
    seconds > MOST_SKEW_S
      ? failed(`${what}: tokens count as expired or as not valid yet.`, remedy)
      : warning(`${what}.`, remedy),
  );
}
