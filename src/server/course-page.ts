import { toBotChatUrl, VIVA_LEARNING_URL } from '../lib/teams-links';
import { renderHtmlPage, type Page } from './page';

interface CoursePageOptions {
  readonly botId: string;
  /** What the link says of its course, as far as this bot has signed it. */
  readonly readDetails: (
    course: { readonly providerId: string; readonly contentId: string },
    query: URLSearchParams,
  ) => CourseDetails;
}

interface CourseDetails {
  readonly title?: string;
  /** Name of the provider. */
  readonly sourceName?: string;
  /** https address of the picture. */
  readonly thumbnailUrl?: string;
  /** https address of the course. */
  readonly webUrl?: string;
}

/**
 * The page of a course's link, for browsers. Everyone may open it, so it shows what the link itself contains and nothing
 * else: docs/decisions/0035-a-course-link-carries-its-title.md.
 */
export function createCoursePage({ botId, readDetails }: CoursePageOptions): Page {
  return {
    path: '/c/:provider/:content',
    render({ query, parameters: { provider: providerId = '', content: contentId = '' }, texts }) {
      const { t } = texts;
      const {
        title,
        sourceName: provider,
        thumbnailUrl: pictureUrl,
        webUrl,
      } = readDetails({ providerId, contentId }, query);
      const openCourse =
        provider === undefined ? t('pages.course.openCourse') : t('pages.course.openProvider', { provider });
      const { headers, ...page } = renderHtmlPage({
        texts,
        title: title === undefined ? t('pages.course.title') : `${title} - Coursemate`,
        course: title === undefined ? undefined : { title, provider, pictureUrl },
        sentence: t(title === undefined ? 'pages.course.pasteLink' : 'pages.course.sentence'),
        links: [
          // The title as a draft: sent, it opens the course.
          { href: toBotChatUrl(botId, title), text: t('pages.course.openTeams'), isMain: true },
          { href: VIVA_LEARNING_URL, text: t('pages.course.openVivaLearning') },
          ...(webUrl === undefined ? [] : [{ href: webUrl, text: openCourse }]),
        ],
      });
      return { ...page, headers: { ...headers, 'x-robots-tag': 'noindex' } };
    },
  };
}
