import { json, Router } from 'express';
import { DateTime } from 'luxon';
import manifest from '../../appPackage/manifest.json';
import { findDemo } from '../world/demo';
import { toPlace, type Person } from '../world/world';
import { toLine, type EventHub } from './events';
import { toFaceUrl } from './face-pictures';
import type { PersonView, WorldView } from './page-shapes';
import type { PageWorld } from './page-world';
import { createPersonRoutes } from './person-routes';
import { ProblemError } from './problem';
import { PAGE_HOST, requireSameOrigin } from './same-origin';

export function createApiRoutes(parts: PageWorld, hub: EventHub): Router {
  const { world, clock, log, teams } = parts;
  const router = Router();
  let startingOver: Promise<void> | undefined;
  router.use(requireSameOrigin, json({ limit: '64kb' }));
  router.use((_request, response, next) => {
    response.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
    next();
  });

  router.get('/world', (_request, response) => {
    const now = clock.now();
    response.json({
      now: now.toISOString(),
      botOrigin: `http://${PAGE_HOST}:${new URL(teams.bot.messagesUrl).port}`,
      hasExtensionSettings: manifest.composeExtensions.some((extension) => extension.canUpdateConfiguration),
      people: world.people.map((person) => toPersonView(person, now)),
      demo: findDemo(world),
    } satisfies WorldView);
  });
  router.get('/wire', (_request, response) => {
    response.json(log.entries().map(toLine));
  });
  router.get('/wire/:id', (request, response) => {
    const entry = log.entries().find(({ id }) => String(id) === request.params.id);
    if (entry === undefined) throw new ProblemError(404, 'This line is no longer in the log.');
    response.json(entry);
  });
  router.delete('/wire', (_request, response) => {
    log.clear();
    hub.tell('wire-cleared');
    response.status(204).end();
  });
  router.post('/start-over', async (_request, response) => {
    // Requests meanwhile share it.
    startingOver ??= parts.startOver().finally(() => {
      startingOver = undefined;
      hub.tell('restarted');
    });
    await startingOver;
    response.status(204).end();
  });
  router.use('/people/:person', createPersonRoutes(parts, hub));
  return router;
}

function toPersonView(person: Person, now: Date): PersonView {
  const { user, story, group, locale, timeZone, isLicensed } = person;
  const faceUrl = toFaceUrl(person);
  return {
    id: user.id,
    name: user.displayName,
    jobTitle: user.jobTitle,
    place: toPlace(timeZone),
    localTime: DateTime.fromJSDate(now, { zone: timeZone }).toFormat('HH:mm'),
    story,
    group,
    ...(faceUrl !== undefined && { faceUrl }),
    locale,
    timeZone,
    traits: [
      ...(user.userType === 'Guest' ? ['Guest'] : []),
      ...(isLicensed ? [] : ['No license']),
      ...(user.accountEnabled ? [] : ['Account disabled']),
    ],
  };
}
