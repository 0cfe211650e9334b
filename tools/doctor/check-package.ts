import { buildPackageFor } from '../package/build-package';
import { failed, ok, say, skipped, type Outcome } from './finding';
import type { Source } from './source';

/** Checks the manifest against the environment, by the rules of `npm run package`. */
export function checkManifest(root: string, source: Source): Outcome<never> {
  const { file, values = {} } = source;
  if ((values['TEAMS_APP_ID'] ?? '') === '')
    return say(
      skipped(
        'TEAMS_APP_ID isn’t set here.',
        'Use --env with the environment that you build the app package for.',
      ),
    );
  // The configuration check reports the problems of the environment itself.
  const built = buildPackageFor(root, { file, values, problems: [] });
  if (built.kind === 'package')
    return say(
      ok(
        'The app package matches the environment, and its link handlers contain the hosts in COURSE_LINK_PATTERNS.',
      ),
    );
  return say(
    ...built.problems.map(({ file: location, path, what, remedy }) =>
      failed([`${location}:`, path, what].filter(Boolean).join(' '), remedy),
    ),
  );
}
