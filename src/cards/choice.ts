import type { DirectReport } from '../domain/direct-report';
import type { CourseFilter } from '../domain/question';
import { isolate } from '../i18n/bidi';
import { textsFor } from '../i18n/catalog';
import { joinParts } from '../i18n/course-text';
import { toAction } from './actions';
import { defineCard } from './define-card';
import { toPersonName } from './parts/course-subject';
import { toMessageLines, toMessageText, toPlainText } from './plain-text';

/** Several people that a manager may have meant. */
export interface Choice {
  /** What the manager called the person. */
  readonly name: string;
  readonly reports: readonly DirectReport[];
  readonly managerUserId: string;
  readonly filter: CourseFilter;
  readonly locale: string;
}

export const choiceCard = defineCard('choice', { toData, toText });

/** More people are counted, not listed: asking for a longer name tells them apart. */
const MOST_CHOICES = 10;
const NAME_LENGTH = 60;
const HINT_LENGTH = 80;

function toData({ name, reports, managerUserId: manager, filter, locale }: Choice) {
  const { t, language } = textsFor(locale);
  const list = { manager, filter, page: 1 };
  const range = t('team.shown', { from: 1, to: MOST_CHOICES, total: reports.length });
  const sentence = joinParts(
    t('team.severalReports', { name: toPlainText(name, NAME_LENGTH) }),
    reports.length > MOST_CHOICES ? range : '',
  );
  return {
    speak: toMessageText(sentence),
    heading: t('team.whichOne'),
    sentence,
    choices: reports.slice(0, MOST_CHOICES).map((report) => {
      const title = toPersonName(report.displayName, { locale });
      const hint = toHint(report);
      return {
        ...toAction(title, 'teammate/open', { ...list, learner: report.userId }),
        hint,
        /** Read in place of the row. */
        label: joinParts(title, isolate(hint, language)),
      };
    }),
  };
}

function toText(view: Choice): string {
  const { sentence, choices } = toData(view);
  return toMessageLines([sentence, ...choices.map(({ label }) => label)], view);
}

/** Tells people with the same name apart: a job title, or the account where titles cannot be read. */
function toHint({ jobTitle, userPrincipalName }: DirectReport): string {
  return toPlainText(jobTitle ?? userPrincipalName ?? '', HINT_LENGTH);
}
