import type { ChoiceData } from '../../cards/team-card-data';
import { toMessageText, toPlainText } from '../../cards/plain-text';
import type { DirectReport } from '../../domain/direct-report';
import type { CourseFilter } from '../../domain/question';
import { joinParts } from '../../text/course-text';
import { textFor } from '../../text/text-for';
import { toPersonName } from '../../views/whose';

interface Choice {
  readonly reports: readonly DirectReport[];
  readonly managerUserId: string;
  readonly filter: CourseFilter;
  readonly locale: string;
}

/** More of one name are counted, not listed: a longer name tells them apart. */
const MOST_CHOICES = 10;
const ACCOUNT_LENGTH = 80;

export function toChoiceData({ reports, managerUserId: manager, filter, locale }: Choice): ChoiceData {
  const { team, courseList } = textFor(locale);
  const range = courseList.shown(1, MOST_CHOICES, reports.length);
  const sentence = joinParts(team.severalReports, reports.length > MOST_CHOICES ? range : '');
  return {
    speak: sentence,
    sentence,
    choices: reports.slice(0, MOST_CHOICES).map((report) => {
      const hint = toPlainText(report.userPrincipalName ?? '', ACCOUNT_LENGTH);
      return {
        title: toPersonName(report.displayName, { locale }),
        hasHint: hint !== '',
        hint,
        verb: 'teammate/open',
        data: { manager, learner: report.userId, filter, page: 1 },
      };
    }),
  };
}

/** The card's plain-text twin. */
export function toChoiceText(choice: Choice): string {
  const { sentence, choices } = toChoiceData(choice);
  return toMessageText([sentence, ...choices.map(({ title, hint }) => `${title} ${hint}`)].join('\n'));
}
