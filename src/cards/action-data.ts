import type { CourseFilter } from '../domain/question';

/**
 * `data` of the buttons on a learner's own list. Ids and the question only; a client can
 * send anything, so it is parsed and `learner` compared with who asks.
 */
export interface CourseListActionData {
  /** Entra object id of the person whom the card was made for. */
  readonly learner: string;
  readonly filter: CourseFilter;
  /** The first page is 1. */
  readonly page: number;
}

/** `data` of a course that is opened or read again; filter and page are the list to go back to. */
export interface CourseActionData extends CourseListActionData {
  /** Opaque id of the course activity. */
  readonly activity: string;
}

/** `data` of the buttons on a teammate's list: `learner` is the teammate, `manager` whom the card was made for. */
export interface TeammateActionData extends CourseListActionData {
  readonly manager: string;
}

/** `data` of the buttons on a manager's list of people. */
export interface TeamActionData {
  /** Entra object id of the person whom the card was made for. */
  readonly manager: string;
  readonly filter: CourseFilter;
  /** The first page is 1. */
  readonly page: number;
}

/** `data` of `shared-course/view`: which course, and the bot's word that it made the card. */
export interface SharedCourseActionData {
  readonly provider: string;
  readonly content: string;
  readonly ticket: string;
}
