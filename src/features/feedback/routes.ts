import { openQuestion, type Route } from '../../bot/routes';
import { noticeCard } from '../../cards/notice';
import { textsFor } from '../../i18n/catalog';

interface Dependencies {
  /** Whom the configuration names. */
  readonly contact?: string | undefined;
}

/** "send feedback", "report a problem": leads to whom people can tell. */
export function feedbackRoutes({ contact }: Dependencies): readonly Route[] {
  return [
    openQuestion(
      'feedback',
      ({ locale }) => {
        const { t } = textsFor(locale);
        const notice =
          contact === undefined
            ? { sentence: t('feedback.noContact') }
            : { sentence: t('feedback.sentence'), link: { title: t('feedback.contact'), url: contact } };
        return Promise.resolve(noticeCard({ locale, ...notice }));
      },
      { isForGroups: true },
    ),
  ];
}
