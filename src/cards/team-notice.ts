import { anyCourse } from '../domain/question';
import { textsFor, type TextKey } from '../i18n/catalog';
import { toAction, type CardAction, type ListPage } from './actions';
import type { CardReply } from './define-card';
import { noticeCard } from './notice';
import { toMyCoursesAction } from './parts/course-subject';

/** Why a manager's question has no answer. */
export type TeamRefusal = Extract<
  TextKey,
  `team.${'off' | 'guest' | 'noReports' | 'noSuchReport' | 'notYourReport' | 'file.incomplete' | 'file.noReports'}`
>;

interface TeamNotice {
  readonly locale: string;
  readonly userId: string;
  /** The list of the team to go back to. */
  readonly page?: ListPage;
}

/** Says why a manager's question has no answer, with a button for what has one. */
export function teamNotice(view: TeamNotice, refusal: TeamRefusal): CardReply {
  const { t } = textsFor(view.locale);
  return noticeCard({ locale: view.locale, sentence: t(refusal), action: toButton(view, refusal) });
}

function toButton(view: TeamNotice, refusal: TeamRefusal): CardAction {
  switch (refusal) {
    case 'team.off':
    case 'team.guest':
    case 'team.noReports':
    case 'team.file.noReports':
      return toMyCoursesAction(view);
    case 'team.noSuchReport':
    case 'team.notYourReport':
    case 'team.file.incomplete':
      return toAction(textsFor(view.locale).t('followUp.myTeam'), 'team/page', {
        manager: view.userId,
        ...(view.page ?? { filter: anyCourse, page: 1 }),
      });
  }
}
