/** The pages in the browser: signing in, and the page of a shared course. */
export const pages = {
  signIn: {
    title: 'Sign in to Coursemate',
    starting: 'Taking you to the sign-in page of your organisation …',
    ending: 'Finishing your sign-in …',
    brokenLink:
      'This link is not complete. You can close this window; please choose “Sign in” again in Teams.',
    noScript: 'This page needs JavaScript. Please allow it here and try again.',
    /** How a sign-in can end; all but `Succeeded` are also what Teams is told as the reason of a failure. */
    outcomes: {
      Succeeded: 'You are signed in. You can close this window.',
      ConsentRefused:
        'You did not allow Coursemate to read your courses, so it cannot show them. You can close this window, and sign in again whenever you like.',
      AdminConsentRequired:
        'Only an administrator of your organisation can allow Coursemate to read courses. Please ask them for it. You can close this window.',
      NotAssigned:
        'Your account has no access to Coursemate yet. Please ask an administrator of your organisation for it. You can close this window.',
      BlockedByPolicy:
        'A rule of your organisation does not allow signing in from this device or place. You can close this window.',
      ProviderUnavailable:
        'The sign-in service does not answer at the moment. You can close this window; please try again in a minute.',
      StateMismatch:
        'This sign-in did not begin in this window, so it was stopped. You can close this window; please choose “Sign in” again in Teams.',
      StorageBlocked:
        'Your browser does not let this page remember the sign-in. Please allow site data for this page and try again. You can close this window.',
      SignInFailed:
        'Signing in did not work. You can close this window; please choose “Sign in” again in Teams.',
    },
  },
  course: {
    title: 'A course in Viva Learning',
    sentence:
      'Somebody shared a course with you. Paste its link into a chat in Teams to see where you stand.',
    openCourse: 'Open the course',
    openVivaLearning: 'Open Viva Learning',
  },
} as const;
