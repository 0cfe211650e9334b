import type { BotRoutes } from '../../bot/routes';
import type { LearnerCourses } from '../../domain/learner-courses';
import { en } from '../../text/en';

interface Dependencies {
  readonly courses: Pick<LearnerCourses, 'forget'>;
  readonly signIn: { forget(caller: { readonly tenantId: string; readonly userId: string }): void };
}

/** "sign out": forgets the person's token and what was read with it. */
export function registerSignOut(bot: BotRoutes, { courses, signIn }: Dependencies): void {
  bot.openQuestion('signOut', (turn) => {
    signIn.forget(turn);
    courses.forget(turn);
    return Promise.resolve({ kind: 'text', text: en.signIn.signedOut });
  });
}
