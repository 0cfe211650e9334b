import {
  cardAction,
  question,
  type Answer,
  type Reply,
  type Route,
  type SignedInTurn,
} from '../../bot/routes';
import type { ActionDataOf, VerbOf } from '../../cards/actions';
import { choiceCard } from '../../cards/choice';
import { teamNotice, type TeamRefusal } from '../../cards/team-notice';
import type { LearnerCourses } from '../../courses/learner-courses';
import type { ReportingLine } from '../../courses/reporting-line';
import { holdsWords } from '../../domain/course-search';
import { findReports, type DirectReport } from '../../domain/direct-report';
import { toAuditEntries, type AuditEntry, type AuditLog } from '../../domain/ports';
import type { CourseFilter, QuestionOf } from '../../domain/question';
import {
  createTeammateViews,
  type ShowReport,
  type TeammateView,
  type TeammateViewDependencies,
} from './teammate-views';

interface Dependencies extends TeammateViewDependencies {
  readonly reportingLine: ReportingLine;
  /** The user's own courses. */
  readonly courses: Pick<LearnerCourses, 'load' | 'findKept'>;
  readonly audit: Pick<AuditLog, 'record'>;
  /** False if viewing other people's courses is turned off. */
  readonly isOn: boolean;
}

/** "status of Ben", "has Ben finished fire safety?", a row of the team: shows one direct report of the user. */
export function teammateRoutes(dependencies: Dependencies): readonly Route[] {
  const { reportingLine, courses, audit, isOn } = dependencies;
  const views = createTeammateViews(dependencies);

  /** Shows a view only after it was logged. */
  async function show(
    turn: SignedInTurn,
    { report, what }: { readonly report: DirectReport; readonly what: 'teammate' | 'course' },
    view: TeammateView,
  ): Promise<Reply> {
    await audit.record(toAuditEntries(turn, what, [{ personId: report.userId, outcome: view.outcome }]));
    return view.reply;
  }

  async function showList(turn: SignedInTurn, report: DirectReport, filter: CourseFilter): Promise<Reply> {
    return show(turn, { report, what: 'teammate' }, await views.list(turn, report, { filter, page: 1 }));
  }

  async function refuse(turn: SignedInTurn, personId: string, what: AuditEntry['what']): Promise<Reply> {
    await audit.record(toAuditEntries(turn, what, [{ personId, outcome: 'refused' }]));
    return teamNotice(turn, 'team.notYourReport');
  }

  /** Returns the refusal, unless the name is one of the user's own courses: "status of fire safety". */
  async function answerNobody(turn: SignedInTurn, name: string, refusal: TeamRefusal): Promise<Answer> {
    const kept = courses.findKept(turn);
    // The user asked about a colleague, so an unreadable own list does no harm.
    const own = kept ?? (isOn ? await courses.load(turn, turn.askedAt).catch(() => undefined) : undefined);
    return own?.courses.some((course) => holdsWords(course, name)) === true
      ? { kind: 'ask', question: { intent: 'courseDetails', text: name } }
      : teamNotice(turn, refusal);
  }

  async function answerName(turn: SignedInTurn, name: string, filter: CourseFilter): Promise<Answer> {
    const found = isOn ? await findByName(reportingLine, turn, name) : 'team.off';
    if (typeof found === 'string') return answerNobody(turn, name, found);
    const [report, another] = found;
    if (report === undefined) return teamNotice(turn, 'team.noSuchReport');
    if (another === undefined) return showList(turn, report, filter);
    const view = { reports: found, managerUserId: turn.userId, filter, locale: turn.locale };
    return choiceCard({ ...view, name: asWritten(name, found) });
  }

  async function answerQuestion(
    turn: SignedInTurn,
    { person, mentioned, filter }: QuestionOf<'teammateStatus'>,
  ): Promise<Answer> {
    if (mentioned === undefined) return answerName(turn, person, filter);
    if (!isOn) return teamNotice(turn, 'team.off');
    if (mentioned.kind === 'unknown') return teamNotice(turn, 'team.noSuchReport');
    const report = await reportingLine.find(turn, mentioned.userId);
    if (report !== undefined) return showList(turn, report, filter);
    await refuse(turn, mentioned.userId, 'teammate');
    return teamNotice(turn, 'team.noSuchReport');
  }

  function action<V extends TeammateVerb>(verb: V, view: ShowReport<ActionDataOf<V>>): Route {
    const what = verb === 'teammate/course' ? 'course' : 'teammate';
    return cardAction(verb, async (turn, data) => {
      if (!isOn) return teamNotice(turn, 'team.off');
      const report = await reportingLine.find(turn, data.learner);
      if (report === undefined) return refuse(turn, data.learner.toLowerCase(), what);
      return show(turn, { report, what }, await view(turn, report, data));
    });
  }

  /** Returns the full names of the user's direct reports. */
  async function listNames(turn: SignedInTurn, mayRead: boolean): Promise<readonly string[]> {
    if (!isOn) return [];
    const line = mayRead ? await reportingLine.list(turn, LONG_AGO) : undefined;
    const reports = line?.kind === 'manager' ? line.reports : reportingLine.listKept(turn);
    return reports.flatMap(({ displayName }) => displayName ?? []);
  }

  return [
    question('teammateStatus', answerQuestion),
    { kind: 'knownNames', name: 'people', list: listNames },
    action('teammate/open', views.list),
    action('teammate/page', views.list),
    action('teammate/filter', views.list),
    action('teammate/refresh', (turn, report, page) =>
      views.list(turn, report, { ...page, forceRefresh: true }),
    ),
    action('teammate/course', views.course),
  ];
}

type TeammateVerb = Extract<VerbOf<'manager'>, `teammate/${string}`>;

/** Returns a name as the directory writes it, since a question has it in lower case. */
function asWritten(name: string, reports: readonly DirectReport[]): string {
  for (const { displayName = '' } of reports) {
    const at = displayName.toLowerCase().indexOf(name);
    const written = displayName.slice(at, at + name.length);
    if (at >= 0 && written.toLowerCase() === name) return written;
  }
  return name;
}

/** Accepts any cached list of reports; the cache keeps them only briefly. */
const LONG_AGO = new Date(0);

/** Returns the people that a name may mean, or why there are none. Reads the reports again if the cached list has no match. */
async function findByName(
  reportingLine: ReportingLine,
  turn: SignedInTurn,
  name: string,
): Promise<readonly DirectReport[] | TeamRefusal> {
  for (const notBefore of [LONG_AGO, turn.now]) {
    const line = await reportingLine.list(turn, notBefore);
    if (line.kind === 'guest') return 'team.guest';
    const found = findReports(line.reports, name);
    if (found.length > 0) return found;
    // Nothing cached is accepted, so this list comes from Graph.
    if (line.reports.length === 0) return 'team.noReports';
  }
  return 'team.noSuchReport';
}
