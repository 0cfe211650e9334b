import type { CourseFilter } from '../../domain/question';
import { own, textsFor } from '../../i18n/catalog';
import type { Viewer } from '../../i18n/course-text';
import { toAction, type CardAction } from '../actions';
import type { CardLink } from './learner-links';
import { toTeamAction } from './course-subject';
import type { TeamPage } from './team-page';

export interface TeamButtons extends Viewer {
  readonly filter: CourseFilter;
  readonly managerUserId: string;
  readonly page: TeamPage;
  /** Whether people are still being read. */
  readonly isLoading: boolean;
  /** Opens the chat with everyone whom the heading counts. */
  readonly message: CardLink | undefined;
}

/** At most three buttons are visible, and six in all with those behind "…". */
const MOST_VISIBLE = 3;
const MOST_BUTTONS = 6;

type TeamAction = CardAction<'team/page' | 'team/filter' | 'team/export' | 'team/refresh'>;
type Button = TeamAction & { readonly style: 'default' | 'positive' };

/** Buttons as the template of a team's card binds them. */
interface BoundButtons {
  readonly navigation: readonly CardAction<'team/page'>[];
  /** Whether there is room for the courses to choose from. */
  readonly hasChooser: boolean;
  /** In one course, writing to those who have not finished is what to do next. */
  readonly nextLinks: readonly CardLink[];
  readonly actions: readonly Button[];
  readonly moreLinks: readonly CardLink[];
  readonly more: readonly Button[];
}

/** The buttons of a team's card. */
export function toTeamButtons(team: TeamButtons): BoundButtons {
  const { t } = textsFor(team.locale);
  const { filter, managerUserId: manager, page, isLoading, message } = team;
  const shown = { manager, filter, page: page.number };
  const links = message === undefined ? [] : [message];
  const isCourse = filter.text !== '';
  const navigation = toNavigation(team);
  const hasChooser = !isCourse && !isLoading && page.number === 1;
  const filters = toFilters(team);
  const wanted = [
    ...(isLoading ? [toButton(toAction(t('team.showTheRest'), 'team/page', shown), 'positive')] : []),
    ...filters.slice(0, 1),
    ...(isCourse ? [toButton(toTeamAction(team, team))] : []),
  ];
  const taken = navigation.length + Number(hasChooser) + (isCourse ? links.length : 0);
  const actions = wanted.slice(0, MOST_VISIBLE - taken);
  const more = [
    ...wanted.slice(MOST_VISIBLE - taken),
    ...filters.slice(1),
    toButton(toAction(t('team.refresh'), 'team/refresh', shown)),
    // Where there is no room for it, the file can be asked for in words.
    toButton(toAction(t('team.export'), 'team/export', shown)),
  ];
  const all = navigation.length + Number(hasChooser) + links.length + actions.length;
  return {
    navigation,
    hasChooser,
    nextLinks: isCourse ? links : [],
    actions,
    moreLinks: isCourse ? [] : links,
    more: more.slice(0, MOST_BUTTONS - all),
  };
}

function toButton(action: TeamAction, style: Button['style'] = 'default'): Button {
  return { ...action, style };
}

function toNavigation({ page: { number, count }, filter, managerUserId: manager, locale }: TeamButtons) {
  const { t } = textsFor(locale);
  const turnTo = (title: string, page: number) => toAction(title, 'team/page', { manager, filter, page });
  return [
    ...(number > 2 ? [turnTo(t('courseList.previousPage'), number - 1)] : []),
    ...(number < count
      ? [turnTo(t(number === 1 ? 'team.showMore' : 'courseList.nextPage'), number + 1)]
      : []),
  ];
}

/** Each filter is marked when it is chosen, and then removes itself. Everything else that was asked stays. */
function toFilters({ filter, managerUserId: manager, locale }: TeamButtons): readonly Button[] {
  const { t } = textsFor(locale);
  const toggle = (name: string, isChosen: boolean, chosen: Partial<CourseFilter>): Button => {
    const title = isChosen ? t('courseList.chosenFilter', { name: own(name) }) : name;
    return toButton(toAction(title, 'team/filter', { manager, filter: { ...filter, ...chosen }, page: 1 }));
  };
  const { status, due, kind, text } = filter;
  const all = { status: 'any', due: 'any' } as const;
  const [isLate, isRequired] = [due === 'overdue', kind === 'required'];
  const [isOpen, isDone] = [status === 'open' && due === 'any', status === 'completed'];
  const offered =
    text === ''
      ? [
          toggle(t('team.filters.overdue'), isLate, isLate ? all : { status: 'open', due: 'overdue' }),
          toggle(t('team.filters.required'), isRequired, { kind: isRequired ? 'any' : 'required' }),
        ]
      : [
          toggle(t('team.filters.unfinished'), isOpen, isOpen ? all : { ...all, status: 'open' }),
          toggle(t('team.filters.finished'), isDone, isDone ? all : { ...all, status: 'completed' }),
        ];
  const asked = toAskedName(filter, locale);
  return asked === '' ? offered : [toggle(asked, true, all), ...offered];
}

/** What was asked for in words and is none of the filters that are always offered; '' otherwise. */
function toAskedName({ status, due, text }: CourseFilter, locale: string): string {
  const { t } = textsFor(locale);
  if (due !== 'any') return due === 'overdue' && text === '' ? '' : t('courseList.filters.due', { due });
  const isOffered = status === 'any' || (text !== '' && (status === 'open' || status === 'completed'));
  return isOffered ? '' : t('courseList.filters.status', { status });
}
