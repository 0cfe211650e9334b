import { VIVA_LEARNING_URL } from '../lib/teams-links';
import { renderHtmlPage, type Page } from './page';

interface CoursePageOptions {
  /** The course's address, when the query has it with the bot's signature. */
  readonly findAddress: (
    course: { readonly providerId: string; readonly contentId: string },
    query: URLSearchParams,
  ) => string | undefined;
}

/** The page of a course's link, for browsers: links to the course and shows nothing personal. */
export function createCoursePage({ findAddress }: CoursePageOptions): Page {
  return {
    path: '/c/:provider/:content',
    render({ query, parameters: { provider: providerId = '', content: contentId = '' }, texts }) {
      const address = findAddress({ providerId, contentId }, query);
      const course =
        address === undefined ? [] : [{ href: address, text: texts.t('pages.course.openCourse') }];
      return renderHtmlPage({
        texts,
        title: texts.t('pages.course.title'),
        sentence: texts.t('pages.course.sentence'),
        links: [...course, { href: VIVA_LEARNING_URL, text: texts.t('pages.course.openVivaLearning') }],
      });
    },
  };
}
