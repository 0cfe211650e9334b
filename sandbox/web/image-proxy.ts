import { Router } from 'express';
import { drawCoursePicture } from './course-picture';
import { ProblemError } from './problem';

const MOST_CHARACTERS = 2048;

/** Answers `?url=` with a drawn picture, always the same for an address, since the hosts of the world do not exist. */
export function createImageProxy(): Router {
  const router = Router();
  router.get('/', (request, response) => {
    const { url } = request.query;
    if (typeof url !== 'string' || url.length > MOST_CHARACTERS || !isWebAddress(url)) {
      throw new ProblemError(400, 'The url must be a web address.');
    }
    response
      .set({
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'max-age=86400',
      })
      .type('image/svg+xml')
      .send(drawCoursePicture(url));
  });
  return router;
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && ['https:', 'http:'].includes(new URL(url).protocol);
}
