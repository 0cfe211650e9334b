/** Every invoke that the bot handles. */
export const invokeNames = [
  'adaptiveCard/action',
  'composeExtension/anonymousQueryLink',
  'composeExtension/query',
  'composeExtension/queryLink',
  'fileConsent/invoke',
  'signin/failure',
  'signin/tokenExchange',
  'signin/verifyState',
] as const;

export type InvokeName = (typeof invokeNames)[number];
