import type {
  CourseActionData,
  CourseListActionData,
  SharedCourseActionData,
  TeamActionData,
} from './action-data';
import type { ActionData, ListData, StandingData, TextColor } from './card-parts';
import type { ChoiceData, LooksData, TeamData } from './team-card-data';
/**
 * What the templates in `adaptiveCards/` are filled with. Texts are ready to be shown; a `has…` or `is…` says whether
 * an element is there at all.
 */
export interface CardData {
  readonly 'course-list': CourseListData;
  readonly course: CourseData;
  readonly 'shared-course': SharedCourseData;
  readonly team: TeamData;
  readonly choice: ChoiceData;
  readonly looks: LooksData;
  readonly help: HelpData;
  readonly notice: NoticeData;
}

/** Of which language a card's texts are, and whether it is written from right to left. */
export interface CardLanguage {
  /** BCP 47. */
  readonly lang: string;
  readonly rtl: boolean;
}

export type CardName = keyof CardData;

export const cardNames: readonly CardName[] = [
  'course-list',
  'course',
  'shared-course',
  'team',
  'choice',
  'looks',
  'help',
  'notice',
];

export interface CourseListData extends ListData<CourseRowData> {
  /** Whose courses they are, when not the reader's own. */
  readonly hasPerson: boolean;
  readonly person: string;
  /** Whether there is anywhere to go from here. */
  readonly hasWays: boolean;
  readonly pages: readonly ActionData<CourseListActionData>[];
  /** Back to the team, from a teammate's list. */
  readonly back: readonly ActionData<TeamActionData>[];
  readonly filters: readonly ActionData<CourseListActionData>[];
  readonly refresh: ActionData<CourseListActionData>;
}

export interface CourseRowData extends StandingData {
  readonly title: string;
  /** Says more about a course whose title is not known. */
  readonly hasHint: boolean;
  readonly hint: string;
  /** Status and kind in words. */
  readonly status: string;
  readonly open: Omit<ActionData<CourseActionData>, 'title'>;
}

export interface CourseData extends StandingData {
  readonly speak: string;
  /** Whose course it is, when not the reader's own. */
  readonly hasPerson: boolean;
  readonly person: string;
  /** What kind of course it is. */
  readonly heading: string;
  readonly title: string;
  readonly hasProvider: boolean;
  readonly provider: string;
  readonly hasDetails: boolean;
  /** Duration, pages, level. */
  readonly details: string;
  readonly hasThumbnail: boolean;
  readonly thumbnailUrl: string;
  readonly thumbnailAlt: string;
  readonly status: string;
  readonly hasFacts: boolean;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly hasNote: boolean;
  readonly noteLabel: string;
  readonly note: string;
  readonly hasOpen: boolean;
  readonly openTitle: string;
  readonly openUrl: string;
  readonly hasShare: boolean;
  readonly shareTitle: string;
  readonly shareUrl: string;
  readonly refresh: ActionData<CourseActionData>;
  readonly back: ActionData<CourseListActionData>;
  readonly asOf: string;
}

/** A course in a conversation: neutral, but for the one viewer who sees their own status in it. */
export interface SharedCourseData {
  readonly speak: string;
  readonly heading: string;
  readonly hasTitle: boolean;
  readonly title: string;
  readonly hasProvider: boolean;
  readonly provider: string;
  readonly hasDetails: boolean;
  readonly details: string;
  readonly hasThumbnail: boolean;
  readonly thumbnailUrl: string;
  readonly thumbnailAlt: string;
  readonly hasDescription: boolean;
  readonly description: string;
  readonly hasOwnStatus: boolean;
  readonly ownIcon: string;
  readonly ownIconColor: TextColor;
  readonly ownStatus: string;
  readonly onlyYou: string;
  readonly hasOpen: boolean;
  readonly openTitle: string;
  readonly openUrl: string;
  readonly view: Omit<ActionData<SharedCourseActionData>, 'verb'>;
}

export interface HelpData {
  readonly speak: string;
  readonly heading: string;
  readonly intro: string;
  readonly topics: readonly { readonly label: string; readonly example: string }[];
  /** Buttons that send a phrase as if it had been typed. */
  readonly suggestions: readonly { readonly title: string; readonly phrase: string }[];
}

export interface NoticeData {
  readonly speak: string;
  readonly sentence: string;
  readonly hasReference: boolean;
  readonly reference: string;
  /** At most one button, of either sort. */
  readonly retries: readonly { readonly title: string; readonly verb: string; readonly data: object }[];
  readonly links: readonly { readonly title: string; readonly url: string }[];
}
