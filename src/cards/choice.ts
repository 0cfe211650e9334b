import type { DirectReport } from '../domain/direct-report';
import type { CourseFilter } from '../domain/question';
import { joinParts } from '../text/course-text';
import { textFor } from '../text/text-for';
import { toAction } from './actions';
import { defineCard } from './define-card';
import { toPersonName } from './parts/course-subject';
import { toMessageText, toPlainText } from './plain-text';

/** Several people that a manager may have meant. */
export interface Choice {
  readonly reports: readonly DirectReport[];
  readonly managerUserId: string;
  readonly filter: CourseFilter;
  readonly locale: string;
}

export const choiceCard = defineCard('choice', { toData, toText });

/** More people are counted, not listed: asking for a longer name tells them apart. */
const MOST_CHOICES = 10;
const ACCOUNT_LENGTH = 80;

function toData({ reports, managerUserId: manager, filter, locale }: Choice) {
  const { team, courseList } = textFor(locale);
  const range = courseList.shown(1, MOST_CHOICES, reports.length);
  const sentence = joinParts(team.severalReports, reports.length > MOST_CHOICES ? range : '');
  return {
    speak: sentence,
    sentence,
    choices: reports.slice(0, MOST_CHOICES).map(({ userId, displayName, userPrincipalName }) => ({
      ...toAction(toPersonName(displayName, { locale }), 'teammate/open', {
        manager,
        learner: userId,
        filter,
        page: 1,
      }),
      /** Tells people of one name apart. */
      hint: toPlainText(userPrincipalName ?? '', ACCOUNT_LENGTH),
    })),
  };
}

function toText(view: Choice): string {
  const { sentence, choices } = toData(view);
  return toMessageText([sentence, ...choices.map(({ title, hint }) => `${title} ${hint}`)].join('\n'));
}
