import type { Course, CourseStatus } from '../domain/course-activity';
import type { TextColor } from './card-parts';
import { toPlainText } from './plain-text';

interface StatusLook {
  readonly icon: string;
  readonly color: TextColor;
}

/** Sign and colour of a status. They only repeat what the words beside them say. */
export const statusLooks: Readonly<Record<CourseStatus, StatusLook>> = {
  notStarted: { icon: '○', color: 'default' },
  inProgress: { icon: '◐', color: 'accent' },
  completed: { icon: '✓', color: 'good' },
  unknown: { icon: '–', color: 'default' },
};

/** How "5 days overdue" and "in 3 days" stand out. */
export const urgencyLooks = {
  overdue: { relativeColor: 'attention', relativeWeight: 'bolder' },
  soon: { relativeColor: 'warning', relativeWeight: 'bolder' },
  later: { relativeColor: 'default', relativeWeight: 'default' },
} as const;

const BAR_LENGTH = 20;

/**
 * A progress bar of box-drawing characters. Styled containers cannot be one: every host gives them its padding, and
 * the bar the height of a button. A begun course shows a beginning, an unfinished one never a full bar.
 */
export function toProgressBar(percentage: number): string {
  const inner = percentage > 0 && percentage < 100;
  const exact = Math.round((percentage / 100) * BAR_LENGTH);
  const filled = inner ? Math.min(Math.max(exact, 1), BAR_LENGTH - 1) : exact;
  return '━'.repeat(filled) + '─'.repeat(BAR_LENGTH - filled);
}

const TITLE_LENGTH = 120;

/** The title as a card may show it; empty when the provider tells none. */
export function toCourseTitle({ content }: Pick<Course, 'content'>): string {
  return toPlainText(content?.title ?? '', TITLE_LENGTH);
}
