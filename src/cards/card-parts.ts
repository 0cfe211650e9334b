/** Colours of the host's palette; each has enough contrast in light, dark and high contrast themes. */
export type TextColor = 'default' | 'accent' | 'good' | 'warning' | 'attention';

export interface CountData {
  readonly count: string;
  readonly label: string;
  readonly color: TextColor;
}

/** A list of rows, and what is said above it. */
export interface ListData<Row> {
  readonly speak: string;
  readonly heading: string;
  /** Which part of the list is shown, what it was searched for, and when it was read. */
  readonly subtitle: string;
  readonly counts: readonly CountData[];
  readonly notices: readonly { readonly text: string }[];
  readonly isEmpty: boolean;
  readonly emptyText: string;
  readonly rows: readonly Row[];
}

/** An `Action.Execute`. */
export interface ActionData<D extends object> {
  readonly title: string;
  readonly verb: string;
  /** Ids and places, never what is shown. */
  readonly data: D;
}

/** How a course or a person stands, at a glance. */
export interface StandingData {
  readonly icon: string;
  readonly iconColor: TextColor;
  /** The due date, or the day of completion. */
  readonly date: string;
  readonly hasRelative: boolean;
  readonly relative: string;
  readonly relativeColor: TextColor;
  readonly relativeWeight: 'default' | 'bolder';
  readonly hasProgress: boolean;
  readonly progressBar: string;
  readonly progress: string;
}
