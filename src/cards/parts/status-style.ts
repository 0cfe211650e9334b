import type { CourseStatus } from '../../domain/course-activity';

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
