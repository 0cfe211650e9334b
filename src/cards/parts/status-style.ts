import type { CourseActivity, CourseStatus } from '../../domain/course-activity';
import { progressText, type DateText } from '../../i18n/course-text';
import type { Reader } from '../../i18n/format';

/** Colors of the host's palette; each has enough contrast in light, dark and high contrast themes. */
export type TextColor = 'default' | 'accent' | 'good' | 'warning' | 'attention';

/** A sign and its color. Both only repeat what the words beside them say. */
export interface StatusStyle {
  readonly icon: string;
  readonly iconColor: TextColor;
}

export const statusStyles: Readonly<Record<CourseStatus, StatusStyle>> = {
  notStarted: { icon: '○', iconColor: 'default' },
  inProgress: { icon: '◐', iconColor: 'accent' },
  completed: { icon: '✓', iconColor: 'good' },
  unknown: { icon: '–', iconColor: 'default' },
};

const urgencyStyles = {
  overdue: { relativeColor: 'attention', relativeWeight: 'bolder' },
  soon: { relativeColor: 'warning', relativeWeight: 'bolder' },
  later: { relativeColor: 'default', relativeWeight: 'default' },
} as const;

/** The style of a row, besides its texts. */
export interface RowStyle extends StatusStyle {
  /** "in 3 days", "5 days overdue" */
  readonly relative: string;
  readonly relativeColor: TextColor;
  readonly relativeWeight: 'default' | 'bolder';
  readonly progressBar: string;
  /** The words beside the bar. */
  readonly progress: string;
}

export interface Progress {
  readonly percentage: number;
  readonly words: string;
}

/** Sign, urgency of a date, and progress. */
export function toRowStyle(style: StatusStyle, date?: DateText, progress?: Progress): RowStyle {
  return {
    ...style,
    relative: date?.relative ?? '',
    ...urgencyStyles[date?.urgency ?? 'later'],
    progressBar: progress === undefined ? '' : toProgressBar(progress.percentage),
    progress: progress?.words ?? '',
  };
}

/** The same of one course of a learner. */
export function toActivityStyle(activity: CourseActivity, date: DateText, reader: Reader): RowStyle {
  const { status, completionPercentage: percentage = 0 } = activity;
  const words = progressText(activity, reader);
  return toRowStyle(statusStyles[status], date, words === undefined ? undefined : { percentage, words });
}

const BAR_LENGTH = 20;

/**
 * A progress bar of box-drawing characters. Styled containers cannot be one: every host gives them its padding, and the
 * bar becomes as high as a button. A started course shows at least one filled sign, an unfinished one never a full bar.
 */
export function toProgressBar(percentage: number): string {
  const inner = percentage > 0 && percentage < 100;
  const exact = Math.round((percentage / 100) * BAR_LENGTH);
  const filled = inner ? Math.min(Math.max(exact, 1), BAR_LENGTH - 1) : exact;
  return '━'.repeat(filled) + '─'.repeat(BAR_LENGTH - filled);
}
