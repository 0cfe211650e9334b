import type { BotRoutes } from '../../bot/routes';
import type { LearnerCourses } from '../../domain/learner-courses';
import { textFor } from '../../text/text-for';

interface Dependencies {
  readonly courses: Pick<LearnerCourses, 'forget'>;
  readonly signIn: { forget(caller: { readonly tenantId: string; readonly userId: string }): void };
}

/** "sign out": forgets the person's token and what was read with it. */
export function registerSignOut(bot: BotRoutes, { courses, signIn }: Dependencies): void {
  bot.openQuestion('signOut', (turn) => {
    signIn.forget(turn);
    courses.forget(turn);
    return Promise.resolve({ kind: 'text', text: textFor(turn.locale).signIn.signedOut });
  });
}
