import type { AuditLogError } from '../audit/errors';
import type { TokenError } from '../auth/errors';
import type { CardTemplateError } from '../cards/define-card';
import { GraphError } from '../graph/errors';
import { textsFor } from '../i18n/catalog';
import { toWaitMinutes } from '../i18n/spans';
import type { Logger } from '../logging/logger';
import { noteInTurn } from '../logging/turn-context';
import type { BotError } from './errors';
import type { Turn } from './turn';

type Fault = GraphError | TokenError | AuditLogError | CardTemplateError | BotError;
type FaultKind = Fault['kind'] | 'unexpected';

/** Log level of each fault. A new fault does not compile until it has a level here and a message in `locales`. */
const LEVELS = {
  graphProviderNotEnabled: 'error',
  graphBadRequest: 'error',
  graphUnauthorized: 'warn',
  graphForbidden: 'warn',
  graphUnlicensed: 'warn',
  graphNotFound: 'info',
  graphListNotFound: 'warn',
  graphMethodNotAllowed: 'error',
  graphThrottled: 'warn',
  graphServerError: 'warn',
  graphUnavailable: 'warn',
  graphNetwork: 'warn',
  graphTimeout: 'warn',
  graphContract: 'error',
  signInMisconfigured: 'error',
  signInUnavailable: 'warn',
  signInPolicy: 'warn',
  signInSecondFactor: 'warn',
  signInWrongAccount: 'warn',
  signInFailed: 'warn',
  auditLog: 'error',
  fileUpload: 'warn',
  cardTemplate: 'error',
  messageRefused: 'error',
  unexpected: 'error',
} as const satisfies Record<FaultKind, 'error' | 'warn' | 'info'>;

/**
 * Logs the error and returns the message for the user: what happened, what to do next, and the log's reference id.
 * `locale` is as sent in the activity.
 */
export function replyToError(
  error: unknown,
  { id, locale }: Pick<Turn, 'id'> & { readonly locale: string | undefined },
  log: Logger,
): string {
  const kind = toFaultKind(error);
  noteInTurn({ outcome: 'failed', fault: kind });
  log[LEVELS[kind]]({ fault: kind, ...describe(error, kind) }, 'turn failed');
  const { t } = textsFor(locale);
  const waitMs = error instanceof GraphError ? (error.waitMs ?? 0) : 0;
  const sentence =
    kind === 'graphThrottled'
      ? t('faults.graphThrottled', { minutes: toWaitMinutes(waitMs) })
      : t(`faults.${kind}`);
  return `${sentence}\n\n${t('notice.reference', { id })}`;
}

/** Whether Graph rejected a token that has not expired; `claims` are what it requires of the next one. */
export function isTokenRefused(error: unknown): error is GraphError & { readonly kind: 'graphUnauthorized' } {
  return error instanceof GraphError && error.kind === 'graphUnauthorized';
}

function toFaultKind(error: unknown): FaultKind {
  if (!(error instanceof Error) || !('kind' in error)) return 'unexpected';
  const kind = String(error.kind);
  return Object.hasOwn(LEVELS, kind) ? (kind as FaultKind) : 'unexpected';
}

/** Log fields that hold nothing personal, and the stack if the error is unexpected, since that is a bug of ours. */
function describe(error: unknown, kind: FaultKind): object {
  if (!(error instanceof Error)) return {};
  const { status, code, requestId } = error as Partial<Record<'status' | 'code' | 'requestId', unknown>>;
  return {
    status,
    code,
    requestId,
    ...(kind === 'unexpected' && { error: error.name, stack: toFrames(error) }),
  };
}

/** The stack frames without the message, since a library's message may quote its input. */
function toFrames({ stack }: Error): readonly string[] {
  return (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
}
