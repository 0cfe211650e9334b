import { createSpans } from './spans';

const spans = createSpans('en');

/** What happened and what to do next, for each kind of fault. The reference id is shown beside it. */
export const faults = {
  graphProviderNotEnabled:
    'This learning provider is not switched on for your organisation. Your Viva Learning administrator can enable it.',
  graphBadRequest:
    'Viva Learning did not accept the request. Try again; if it stays this way, give your administrator the reference below.',
  graphUnauthorized: 'Viva Learning no longer accepts your sign-in. Ask again and I will sign you in anew.',
  graphForbidden:
    'Coursemate is not allowed to read your learning records. Your administrator can grant the access it needs.',
  graphUnlicensed:
    'Your account has no licence for Viva Learning, so there is nothing I can read. Your administrator can assign one.',
  graphNotFound: 'This course is no longer on your list. Ask for your courses to see the current ones.',
  graphListNotFound:
    'I couldn’t find your account in Viva Learning or in your organization’s directory. If this keeps happening, send your admin the reference below.',
  graphMethodNotAllowed:
    'Viva Learning does not offer this here. Give your administrator the reference below, so that it can be looked into.',
  graphThrottled: (minutes: number): string =>
    `Viva Learning is very busy. Try again ${spans.inMinutes(minutes)}.`,
  graphServerError: 'Viva Learning had a problem answering. Try again in a few minutes.',
  graphUnavailable: 'Viva Learning is not available right now. Try again in a few minutes.',
  graphNetwork: 'I could not reach Viva Learning. Try again in a moment.',
  graphTimeout: 'Viva Learning took too long to answer. Try again in a moment.',
  graphContract:
    'Viva Learning gave an answer that I could not read. Try again later; if it stays this way, give your administrator the reference below.',
  signInMisconfigured:
    'Sign-in is not set up correctly for Coursemate. Give your administrator the reference below, so that it can be put right.',
  signInUnavailable: 'The sign-in service is not answering right now. Try again in a moment.',
  signInPolicy:
    'Your organization’s rules don’t allow this sign-in, for example from this device or place. Try another device, or ask your admin.',
  signInSecondFactor:
    'Your organization asks for one more step to sign in, and it wasn’t completed. Set it up or approve it, then ask again.',
  signInWrongAccount:
    'The account you signed in with doesn’t belong to this organization or can’t be used here. Ask again and sign in with your work account.',
  signInFailed:
    'Signing in didn’t work, and trying the sign-in page again won’t help. Sign out of Teams and back in, then ask again. If this keeps happening, send your admin the reference below.',
  auditLog:
    'Each look at somebody’s courses is put on record, and I cannot write that record right now, so I show nothing. Try again later; if it stays this way, give your administrator the reference below.',
  fileUpload: 'The file could not be put into your OneDrive. Ask for it again in a moment.',
  cardTemplate:
    'I have your answer but could not draw its card. Give your administrator the reference below.',
  messageRefused:
    'I found your answer but Teams didn’t accept it. If this keeps happening, send your admin the reference below.',
  unexpected:
    'Something went wrong on my side. Try again; if it happens again, give your administrator the reference below.',
} as const;
