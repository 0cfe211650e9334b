import { Router } from 'express';
import type { Person, World } from '../world/world';
import { drawFace } from './face';
import { ProblemError } from './problem';

/** Serves `/<key>.svg` for the people who have a face. */
export function createFacePictures({ people }: Pick<World, 'people'>): Router {
  const router = Router();
  router.get('/:file', (request, response) => {
    const found = people.find(({ key }) => request.params.file === `${key}.svg`);
    if (found?.face === undefined) throw new ProblemError(404, 'There is no such picture.');
    response
      .set({
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-cache',
      })
      .type('image/svg+xml')
      .send(drawFace(found.face));
  });
  return router;
}

/** Path of the person's picture, when there is one. */
export function toFaceUrl({ key, face }: Person): string | undefined {
  return face && `/faces/${key}.svg`;
}
