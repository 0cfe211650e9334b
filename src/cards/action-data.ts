import type { CourseFilter } from '../domain/question';

/**
 * `data` of `my-courses/filter`, `my-courses/page` and `my-courses/refresh`. Ids and the question only; a client can
 * send anything, so it is parsed and `learner` compared with who asks.
 */
export interface CourseListActionData {
  /** Entra object id of the person whom the card was made for. */
  readonly learner: string;
  readonly filter: CourseFilter;
  /** The first page is 1. */
  readonly page: number;
}

/** `data` of `course/open` and `course/refresh`; filter and page are the list to go back to. */
export interface CourseActionData extends CourseListActionData {
  /** Opaque id of the course activity. */
  readonly activity: string;
}

/** `data` of `shared-course/view`: which course, and the bot's word that it made the card. */
export interface SharedCourseActionData {
  readonly provider: string;
  readonly content: string;
  readonly ticket: string;
}
