import type { EntityType, QueryRules } from './odata';

const BASE = [
  'id',
  'completedDateTime',
  'completionPercentage',
  'externalcourseActivityId',
  'learnerUserId',
  'learningContentId',
  'learningProviderId',
  'status',
];
const ASSIGNMENT: EntityType = {
  name: 'microsoft.graph.learningAssignment',
  properties: ['assignedDateTime', 'assignerUserId', 'assignmentType', 'dueDateTime', 'notes'],
};
const SELF_INITIATED: EntityType = {
  name: 'microsoft.graph.learningSelfInitiatedCourse',
  properties: ['startedDateTime'],
};
const ACTIVITY: EntityType = {
  name: 'microsoft.graph.learningCourseActivity',
  properties: BASE,
  derived: [ASSIGNMENT, SELF_INITIATED],
};
const CONTENT: EntityType = {
  name: 'microsoft.graph.learningContent',
  properties: [
    ...['id', 'externalId', 'title', 'description', 'contentWebUrl', 'thumbnailWebUrl', 'sourceName'],
    ...['languageTag', 'format', 'duration', 'level', 'numberOfPages', 'contributors', 'skillTags'],
    ...['additionalTags', 'isActive', 'isPremium', 'isSearchable', 'createdDateTime', 'lastModifiedDateTime'],
  ],
};
const PROVIDER: EntityType = {
  name: 'microsoft.graph.learningProvider',
  properties: [
    ...['id', 'displayName', 'isCourseActivitySyncEnabled', 'loginWebUrl'],
    ...['squareLogoWebUrlForDarkTheme', 'squareLogoWebUrlForLightTheme'],
    ...['longLogoWebUrlForDarkTheme', 'longLogoWebUrlForLightTheme'],
  ],
};

/** The types by the segment that casts to them; a cast entity has the properties of its base. */
export const CASTS: ReadonlyMap<string, EntityType> = new Map(
  [ASSIGNMENT, SELF_INITIATED].map(({ name, properties }) => [
    name,
    { name, properties: [...BASE, ...properties] },
  ]),
);

/**
 * Options of the learning endpoints (docs/reference/graph-learning.md#read-course-activities,
 * docs/reference/graph-learning.md#content-and-providers). The page of the activity lists names exactly these four,
 * that of one activity `$select`; the pages of contents and providers name none, and their samples show paging.
 */
function rulesOf(type: EntityType): { readonly list: QueryRules; readonly one: QueryRules } {
  return {
    list: { applied: ['$skip', '$top', '$count', '$select'], type },
    one: { applied: ['$select'], type },
  };
}

export const ACTIVITY_RULES = rulesOf(ACTIVITY);
export const CONTENT_RULES = rulesOf(CONTENT);
export const PROVIDER_RULES = rulesOf(PROVIDER);
export const castRulesOf = rulesOf;
/** A count takes no options: those that would narrow it are not among the lists' own. */
export const COUNT_RULES: QueryRules = { applied: [] };
