import type { AuditLogError } from '../audit/errors';
import type { TokenError } from '../auth/errors';
import type { CardAction } from '../cards/actions';
import type { CardReply, CardTemplateError } from '../cards/define-card';
import { noticeCard } from '../cards/notice';
import { toMyCoursesAction } from '../cards/parts/course-subject';
import { GraphError } from '../graph/errors';
import { textsFor } from '../i18n/catalog';
import { toWaitMinutes } from '../i18n/spans';
import { noteInTurn } from '../logging/turn-context';
import type { BotDependencies } from './dependencies';
import type { BotError } from './errors';
import { adminButton, approvalLink, type NoticeButton, type Registration } from './notices';
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

/** For these only an admin can do something. */
const FOR_ADMINS: ReadonlySet<FaultKind> = new Set([
  'graphProviderNotEnabled',
  'graphUnlicensed',
  'graphMethodNotAllowed',
  'signInMisconfigured',
  'signInPolicy',
  'cardTemplate',
  'messageRefused',
]);

/** Whom the reply is for; `locale` is as sent in the activity, and `turn` is missing if the sender is not known. */
interface Asker {
  readonly id: string;
  readonly locale: string | undefined;
  readonly turn?: Turn | undefined;
  /** What failed, to try it again. */
  readonly repeat?: CardAction | undefined;
}

/** Logs the error and returns the notice for the user: what happened, what to do next, and the log's reference id. */
export function replyToError(
  error: unknown,
  { id, locale, turn, repeat }: Asker,
  { log, registration }: Pick<BotDependencies, 'log' | 'registration'>,
): CardReply {
  const kind = toFaultKind(error);
  noteInTurn({ outcome: 'failed', fault: kind });
  log[LEVELS[kind]]({ fault: kind, ...describe(error, kind) }, 'turn failed');
  const { t } = textsFor(locale);
  const waitMs = error instanceof GraphError ? (error.waitMs ?? 0) : 0;
  const sentence =
    kind === 'graphThrottled'
      ? t('faults.graphThrottled', { minutes: toWaitMinutes(waitMs) })
      : t(`faults.${kind}`);
  const again = repeat === undefined ? {} : { action: repeat };
  return noticeCard({
    locale: locale ?? 'en-US',
    tone: 'problem',
    sentence,
    reference: t('notice.reference', { id }),
    ...(turn === undefined ? {} : toButton(kind, { turn, registration, again })),
  });
}

function toButton(
  kind: FaultKind,
  { turn, registration, again }: { turn: Turn; registration: Registration; again: NoticeButton },
): NoticeButton {
  if (kind === 'graphForbidden') return approvalLink(turn, registration);
  if (FOR_ADMINS.has(kind)) return adminButton(turn, registration, again);
  // What is gone is not found the next time.
  return kind === 'graphNotFound' && turn.isPersonalChat ? { action: toMyCoursesAction(turn) } : again;
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
