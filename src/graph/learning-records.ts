import type { CourseActivity } from '../domain/course-activity';
import type { LearningRecords } from '../domain/ports';
import { GraphContractError, GraphHttpError, GraphTimeoutError } from './errors';
import type { GraphClient } from './graph-request';
import { readPages } from './pages';
import { parseCourseActivity } from './schema';

const OWN_ACTIVITIES = '/me/employeeExperience/learningCourseActivities';
/** Without it `peerRecommended` arrives as `unknownFutureValue` (graph-learning 2.4). */
const ALL_ENUM_MEMBERS = { Prefer: 'include-unknown-enum-members' };

/** The signed-in person's course activities, read with that person's own token. */
export function createLearningRecords(client: GraphClient): LearningRecords {
  return {
    async listOwn(access) {
      // The count shows when a page lacks its link.
      const path = `${OWN_ACTIVITIES}?$count=true`;
      const pages = readPages(client, { access, family: 'activities', path, headers: ALL_ENUM_MEMBERS });
      const activities: CourseActivity[] = [];
      let pagesRead = 0;
      let isComplete = false;
      try {
        for await (const { items, isLast } of pages) {
          activities.push(...parseItems(items, client));
          pagesRead++;
          isComplete = isLast;
        }
      } catch (error) {
        if (!(error instanceof GraphTimeoutError) || pagesRead === 0) throw error;
      }
      return { activities, isComplete };
    },

    async findOwn(access, activityId) {
      const path = `${OWN_ACTIVITIES}/${encodeURIComponent(activityId)}`;
      try {
        const wire = await client.send({ access, family: 'activities', path, headers: ALL_ENUM_MEMBERS });
        const activity = parseCourseActivity(wire);
        if (activity === undefined) throw new GraphContractError('Graph sent no course activity');
        return activity;
      } catch (error) {
        if (error instanceof GraphHttpError && error.kind === 'graphNotFound') return undefined;
        throw error;
      }
    },
  };
}

function parseItems(items: readonly unknown[], { log }: GraphClient): CourseActivity[] {
  const activities = items.map(parseCourseActivity).filter((activity) => activity !== undefined);
  const dropped = items.length - activities.length;
  if (dropped > 0) log.warn({ dropped, kept: activities.length }, 'graph sent unreadable course activities');
  return activities;
}
