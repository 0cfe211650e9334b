import { buildPackageFor } from '../package/build-package';
import { failed, ok, say, skipped, type Outcome } from './finding';
import type { Source } from './source';

/** The manifest against the environment, by the rules of `npm run package`. */
export function checkManifest(root: string, source: Source): Outcome<never> {
  const { file, values = {} } = source;
  if ((values['TEAMS_APP_ID'] ?? '') === '')
    return say(
      skipped(
        'TEAMS_APP_ID is not set here.',
        'Use --env with the environment of which npm run package makes the app package.',
      ),
    );
  // What is wrong with the environment itself has been told.
  const built = buildPackageFor(root, { file, values, problems: [] });
  if (built.kind === 'package')
    return say(
      ok('The app package fits the environment; hosts of COURSE_LINK_PATTERNS are in its link handlers.'),
    );
  return say(
    ...built.problems.map(({ file: place, path, what, remedy }) =>
      failed([`${place}:`, path, what].filter(Boolean).join(' '), remedy),
    ),
  );
}
