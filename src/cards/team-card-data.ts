import type { TeamActionData, TeammateActionData } from './action-data';
import type { ActionData, ListData, StandingData } from './card-parts';

/** What the templates for managers, and for those they look at, are filled with; see `CardData`. */

/** A manager's list of those who report to them. */
export interface TeamData extends ListData<PersonRowData> {
  readonly hasPages: boolean;
  readonly pages: readonly ActionData<TeamActionData>[];
  /** Whether there are courses to choose one from. */
  readonly hasCourses: boolean;
  readonly courseLabel: string;
  readonly coursePlaceholder: string;
  readonly courses: readonly { readonly title: string; readonly value: string }[];
  readonly chosenCourse: string;
  readonly showCourse: ActionData<TeamActionData>;
  readonly actions: readonly ActionData<TeamActionData>[];
}

export interface PersonRowData extends StandingData {
  readonly name: string;
  /** "2 overdue · 5 open", "In progress", or why nothing is known. */
  readonly standing: string;
  /** Whether there is a date: of what is due next, or has been overdue longest. */
  readonly hasDate: boolean;
  readonly open: Omit<ActionData<TeammateActionData>, 'title'>;
}

/** Several things that somebody may have meant. */
export interface ChoiceData {
  readonly speak: string;
  readonly sentence: string;
  readonly choices: readonly (ActionData<TeammateActionData> & {
    /** Tells choices of one title apart. */
    readonly hasHint: boolean;
    readonly hint: string;
  })[];
}

/** Who looked at the reader's courses. */
export interface LooksData {
  readonly speak: string;
  readonly heading: string;
  readonly intro: string;
  readonly looks: readonly { readonly who: string; readonly what: string; readonly when: string }[];
}
