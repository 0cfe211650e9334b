/**
 * What people are asked to allow in the sign-in page: only what they can allow themselves
 * (docs/reference/graph-learning.md#permission-ids). Titles and provider names need `LearningContent.Read.All` and
 * `LearningProvider.Read`, which an administrator grants; asking everyone for those would end in "needs admin
 * approval".
 */
export const CONSENT_SCOPES: readonly string[] = [
  'LearningAssignedCourse.Read',
  'LearningSelfInitiatedCourse.Read',
  'User.Read',
  'User.ReadBasic.All',
].map((scope) => `https://graph.microsoft.com/${scope}`);
