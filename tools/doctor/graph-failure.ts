import { isGraphFault, type GraphFaultKind } from '../../src/graph/errors';
import { failed, warning, type Finding } from './finding';

/** `number` is the status in brackets, if there was one. */
type Meaning = (number: string) => Finding;

const MEANINGS: Readonly<Partial<Record<GraphFaultKind, Meaning>>> = {
  graphUnlicensed: (number) =>
    failed(
      `The person has no licence for Viva Learning: Graph names the service plan${number}.`,
      'Assign a licence with Viva Learning in the Microsoft 365 admin centre, or bring the token of somebody who has one.',
    ),
  graphUnauthorized: (number) =>
    failed(
      `Graph does not take the token${number}.`,
      'Take a new one; if it stays so, see the check "clock".',
    ),
  graphProviderNotEnabled: (number) =>
    failed(
      `A learning provider is not switched on in this tenant${number}.`,
      'Switch it on in Viva Learning under "Manage providers", or remove its id from the environment.',
    ),
  graphMethodNotAllowed: (number) =>
    failed(`The tenant does not offer this list${number}.`, 'See the end of docs/permissions.md.'),
  graphNotFound: (number) =>
    failed(`Graph knows no such person or thing${number}.`, 'Correct the id that was given.'),
};

/** What a failed call means; `refused` says what a 403 means here. Throws what is not Graph's. */
export function describeGraphFailure(error: unknown, refused: Finding): Finding {
  if (!isGraphFault(error)) throw error;
  const number = error.status === undefined ? '' : ` (${error.status})`;
  if (error.kind === 'graphForbidden') return refused;
  if (error.kind === 'graphThrottled') {
    const seconds = Math.ceil(error.waitMs / 1000);
    return warning(`Graph wants no calls for ${seconds} seconds${number}.`, 'Run it again after that time.');
  }
  const id = error.requestId === undefined ? '' : ` Microsoft finds the request under ${error.requestId}.`;
  return (
    MEANINGS[error.kind]?.(number) ??
    failed(
      `Graph did not answer as it should: ${error.kind}${number}.`,
      `Run it again in a few minutes.${id}`,
    )
  );
}
