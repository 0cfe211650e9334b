import { openQuestion, type Route } from '../../bot/routes';
import { noticeCard } from '../../cards/notice';
import { textsFor } from '../../i18n/catalog';

interface Dependencies {
  /** Page where people get help. */
  readonly contactUrl?: string | undefined;
}

/** "send feedback", "report a problem": says where people can tell it. */
export function feedbackRoutes({ contactUrl }: Dependencies): readonly Route[] {
  return [
    openQuestion(
      'feedback',
      ({ locale }) => {
        const { t } = textsFor(locale);
        const notice =
          contactUrl === undefined
            ? { sentence: t('feedback.noContact') }
            : { sentence: t('feedback.sentence'), link: { title: t('feedback.contact'), url: contactUrl } };
        return Promise.resolve(noticeCard({ locale, ...notice }));
      },
      { isForGroups: true },
    ),
  ];
}
