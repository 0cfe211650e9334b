import { GraphError, type GraphFaultKind } from '../../src/graph/errors';
import { failed, warning, type Finding } from './finding';

/** Returns a finding; `number` is the status in parentheses, if there is one. */
type Meaning = (number: string) => Finding;

const MEANINGS: Readonly<Partial<Record<GraphFaultKind, Meaning>>> = {
  graphUnlicensed: (number) =>
    failed(
      `The person doesn’t have a Viva Learning license: Graph names the service plan${number}.`,
      'Assign a license with Viva Learning in the Microsoft 365 admin center, or pass the token of someone who has one.',
    ),
  graphUnauthorized: (number) =>
    failed(
      `Graph rejects the token${number}.`,
      'Get a new one. If this keeps happening, see the check "clock".',
    ),
  graphProviderNotEnabled: (number) =>
    failed(
      `A learning provider isn’t turned on in this tenant${number}.`,
      'Turn it on in Viva Learning under "Manage providers", or remove its id from the environment.',
    ),
  graphMethodNotAllowed: (number) =>
    failed(`The tenant doesn’t offer this list${number}.`, 'See the end of docs/permissions.md.'),
  graphNotFound: (number) => failed(`Graph can’t find this person or item${number}.`, 'Correct the id.'),
};

/** The wait to suggest when Graph names none. */
const UNNAMED_WAIT_MS = 30_000;

/** Says what a failed Graph call means; `refused` is the finding for a 403. Rethrows other errors. */
export function describeGraphFailure(error: unknown, refused: Finding): Finding {
  if (!(error instanceof GraphError)) throw error;
  const number = error.status === undefined ? '' : ` (${error.status})`;
  if (error.kind === 'graphForbidden') return refused;
  if (error.kind === 'graphThrottled') {
    const seconds = Math.ceil((error.waitMs ?? UNNAMED_WAIT_MS) / 1000);
    return warning(
      `Graph accepts no calls for ${seconds} seconds${number}.`,
      'Run the doctor again after that time.',
    );
  }
  const id =
    error.requestId === undefined ? '' : ` For a support case, use the request id ${error.requestId}.`;
  return (
    MEANINGS[error.kind]?.(number) ??
    failed(
      `Graph gave an unexpected answer: ${error.kind}${number}.`,
      `Run the doctor again in a few minutes.${id}`,
    )
  );
}
