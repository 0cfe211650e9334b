/** When courses are due that are not overdue; tighter windows before "soon", which is said along with them. */
export const upcomingWindows = [
  'today',
  'tomorrow',
  'thisWeek',
  'nextWeek',
  'thisMonth',
  'nextMonth',
  /** the next 7 days */
  'soon',
] as const;
export type UpcomingWindow = (typeof upcomingWindows)[number];

/** Which courses a question is about. All four fields are always present (design 5). */
export interface CourseFilter {
  readonly status: 'any' | 'open' | 'notStarted' | 'inProgress' | 'completed';
  readonly due: 'any' | 'overdue' | UpcomingWindow;
  readonly kind: 'any' | 'required' | 'recommended' | 'selfInitiated';
  /** Lower case words of a title; empty means any course. */
  readonly text: string;
}

/** What a person asks of the bot (design 5). */
export type Question =
  | { readonly intent: 'myCourses'; readonly filter: CourseFilter }
  | {
      readonly intent: 'courseDetails';
      readonly text: string;
      /** The text in the letters that were typed, where a provider may tell them apart: in an id. */
      readonly typed?: string | undefined;
    }
  | { readonly intent: 'teamStatus'; readonly filter: CourseFilter }
  | {
      readonly intent: 'teammateStatus';
      /** Lower case, as typed. */
      readonly person: string;
      /** Entra object id when the person was mentioned; empty when it could not be found out. */
      readonly personId?: string | undefined;
      readonly filter: CourseFilter;
    }
  | { readonly intent: 'whoLooked' }
  | { readonly intent: 'help' }
  | { readonly intent: 'signOut' }
  | { readonly intent: 'unknown' };

export type Intent = Question['intent'];
