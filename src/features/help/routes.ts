import { openQuestion, type Reply, type Route, type SignedInTurn, type Turn } from '../../bot/routes';
import { helpCard, type Help } from '../../cards/help';
import type { ReportingLine } from '../../courses/reporting-line';
import { withDeadline } from '../../lib/deadline';

interface Dependencies {
  readonly reportingLine: Pick<ReportingLine, 'list' | 'listKept'>;
  /** False if viewing other people's courses is turned off. */
  readonly isOn: boolean;
  readonly privacyUrl: string;
  /** Opens the sender's chat with the bot. */
  readonly chatUrl: string;
}

/** Limit for finding out whether the list of topics names the team. */
const REPORTS_WITHIN_MS = 1_000;
const LONG_AGO = new Date(0);

/** "help", "hi", a new installation, and everything that is not understood: shows what the user can ask. */
export function helpRoutes({ reportingLine, isOn, privacyUrl, chatUrl }: Dependencies): readonly Route[] {
  /** Whether the user is known to have reports; asks no one. */
  const isKnownManager = (turn: Turn): boolean => isOn && reportingLine.listKept(turn).length > 0;

  /** The same for the whole list of topics, which may take a moment if the user is signed in. */
  async function isManager(turn: Turn): Promise<boolean> {
    if (!isOn || isKnownManager(turn) || !isSignedIn(turn)) return isKnownManager(turn);
    const line = await withDeadline(
      REPORTS_WITHIN_MS,
      (signal) => reportingLine.list({ ...turn, signal }, LONG_AGO),
      turn.signal,
    ).catch(() => undefined);
    return line?.kind === 'manager' && line.reports.length > 0;
  }

  function show({ locale, isPersonalChat }: Turn, view: Omit<Help, 'locale'>): Promise<Reply> {
    return Promise.resolve(
      helpCard(isPersonalChat ? { ...view, locale, privacyUrl } : { occasion: 'group', locale, chatUrl }),
    );
  }

  const greet = (turn: Turn): Promise<Reply> =>
    show(turn, { occasion: 'greeting', hasReports: isKnownManager(turn) });
  const forGroups = { isForGroups: true };
  return [
    { kind: 'greeting', name: '', answer: greet },
    openQuestion('greeting', greet, forGroups),
    openQuestion(
      'help',
      async (turn) => show(turn, { occasion: 'help', hasReports: await isManager(turn) }),
      forGroups,
    ),
    openQuestion(
      'unknown',
      (turn, { recognized }) =>
        show(turn, { occasion: 'notUnderstood', hasReports: isKnownManager(turn), recognized }),
      forGroups,
    ),
  ];
}

function isSignedIn(turn: Turn): turn is SignedInTurn {
  return 'graphToken' in turn;
}
