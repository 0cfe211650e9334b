import { createServer } from 'node:http';
import express from 'express';
import { listen, stop } from '../teams/listen';
import { createApiRoutes } from './api-routes';
import { createEventHub } from './events';
import { createFacePictures } from './face-pictures';
import { createImageProxy } from './image-proxy';
import type { PageWorld } from './page-world';
import { answerProblem } from './problem';
import { PAGE_HOST, requireOwnHost } from './same-origin';
import { createStaticFiles } from './static-files';

/**
 * The sandbox's web page and its HTTP interface.
 *
 * | Address | Does |
 * |---|---|
 * | `GET /`, `/page/…`, `/host-configs/…`, `/adaptivecards.*`, `/fonts/…` | the page, its parts, the renderer, a font |
 * | `GET /image-proxy?url=` | a picture drawn from the address; nothing is fetched |
 * | `GET /faces/<person>.svg` | the drawn picture of a person |
 * | `/entra/<tenant>/oauth2/v2.0/authorize` | the consent page of the local Entra |
 * | `GET /api/world` | people, the time, and the people and course of the demo |
 * | `GET /api/wire`, `GET /api/wire/:id`, `DELETE /api/wire` | wire log: lines, one line with bodies, clear |
 * | `POST /api/start-over` | brings everything back to the start, and restarts the bot; answers when it is ready |
 * | `GET /api/people/:person/events` | server-sent events `chat`, `wire`, `wire-cleared`, `switches`, `bot` `{state}`, and `restarted` when the world has started over |
 * | `GET …/chats`, `GET …/chats/:chat` | the person's chats; one timeline, with `memberCount`, `hasApp` and `starters` |
 * | `GET …/chats/:chat/members` | the other members, who can be mentioned |
 * | `POST …/chats/:chat/open`, `…/send` `{text, mentions?}` | opens a chat; sends a message |
 * | `POST …/messages/:message/press` `{verb, id?, data?}` | `Action.Execute` |
 * | `POST …/messages/:message/submit` `{data}` | `Action.Submit` |
 * | `POST …/messages/:message/file` `{decision}` | accepts or declines an offered file |
 * | `POST …/messages/:message/feedback` `{reaction, text}` | thumbs up or down |
 * | `GET …/files/:file` | a file of the person's OneDrive |
 * | `POST …/messages/:message/sign-in` `{state}` or `{reason}` | the sign-in pop-up has ended |
 * | `POST …/chats/:chat/search` `{commandId, text, skip, count}` | a query of the message extension |
 * | `POST …/search-sign-in` `{state}` | the sign-in pop-up of the message extension has ended well |
 * | `POST …/chats/:chat/link` `{url}` | a link was pasted: returns the bot's preview |
 * | `POST …/chats/:chat/share` `{card, text}` | sends a card of the message extension with a message |
 * | `GET …/chats/:chat/events`, `POST …/events/:event` `{text?}` | other events there: reactions, edits, app upgrades … |
 * | `GET …/switches`, `PUT …/switches/:id` `{value}`, `POST …/switches/reset` | the switches; each answer has all of them; `reset` also restarts the bot |
 *
 * Everything under `/api` is for the page itself: another origin gets 403.
 */
export interface PageServer {
  /** Origin of the page, without a path. */
  readonly url: string;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1 only; port 0 takes any free port. Rejects when the port is in use. */
export async function createPageServer(options: PageWorld & { readonly port: number }): Promise<PageServer> {
  const hub = createEventHub(options);
  const app = express().disable('x-powered-by');
  app.use(requireOwnHost);
  app.use(options.entra.authorizeRouter);
  app.use('/api', createApiRoutes(options, hub));
  app.use('/image-proxy', createImageProxy());
  app.use('/faces', createFacePictures(options.world));
  app.use(createStaticFiles());
  app.use(answerProblem);

  const server = createServer(app);
  const { port } = new URL(await listen(server, options.port));
  return { url: `http://${PAGE_HOST}:${port}`, close: () => stop(server) };
}
