import type { NextFunction, Request, Response } from 'express';
import { ProblemError } from './problem';

/** The only host name of the page and of the bot's pages: cookies and the bot's list of trusted openers depend on it. */
export const PAGE_HOST = 'localhost';

/**
 * Refuses requests with a foreign host name, which arrive when a web site points its name at 127.0.0.1. Redirects
 * requests for 127.0.0.1 to the page's own name.
 */
export function requireOwnHost(request: Request, response: Response, next: NextFunction): void {
  const port = request.socket.localPort ?? '';
  const { host } = request.headers;
  if (host === `${PAGE_HOST}:${port}`) {
    next();
  } else if (host === `127.0.0.1:${port}`) {
    response.redirect(307, `http://${PAGE_HOST}:${port}${request.originalUrl}`);
  } else {
    throw new ProblemError(403, 'This server answers only under its own address.');
  }
}

/** Refuses requests of other web pages: browsers send the origin with every request that could change something. */
export function requireSameOrigin(request: Request, _response: Response, next: NextFunction): void {
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  const isOwn = origin === undefined ? isReading : origin === `http://${host ?? ''}`;
  const isFromElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (!isOwn || isFromElsewhere) throw new ProblemError(403, 'Only the sandbox page may do this.');
  next();
}
