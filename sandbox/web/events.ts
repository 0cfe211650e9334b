import type { Request, Response } from 'express';
import type { TeamsClient } from '../teams/teams-client';
import type { WireEntry } from '../wire-log';
import type { BotEvent, WireLine } from './page-shapes';
import type { PageWorld } from './page-world';

/** Sends live events to the open pages. */
export interface EventHub {
  /** Keeps the response open and sends this person's events until the page is closed. */
  connect(client: Pick<TeamsClient, 'subscribe'>, request: Request, response: Response): void;
  /** Sends an event to every open page. */
  tell(event: 'wire-cleared' | 'switches' | 'restarted'): void;
}

/** A turn changes the chat several times within milliseconds: one event is enough for them. */
const COLLECT_MS = 25;
const HEARTBEAT_MS = 25_000;

export function createEventHub({ log, bot }: Pick<PageWorld, 'log' | 'bot'>): EventHub {
  const pages = new Set<Response>();
  return {
    connect(client, request, response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 1000\n\n');
      pages.add(response);
      const sendBotState = (): void => {
        if (bot !== undefined) send(response, 'bot', { state: bot.state } satisfies BotEvent);
      };
      sendBotState();
      const chatChanged = createCollector(() => {
        send(response, 'chat');
      });
      const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
      const stops = [
        ...(bot === undefined ? [] : [bot.subscribe(sendBotState)]),
        client.subscribe(chatChanged.call),
        log.subscribe((entry) => {
          send(response, 'wire', toLine(entry));
        }),
      ];
      request.on('close', () => {
        pages.delete(response);
        clearInterval(heartbeat);
        chatChanged.stop();
        for (const stop of stops) stop();
      });
    },
    tell(event) {
      for (const page of pages) send(page, event);
    },
  };
}

/** A wire log entry without its bodies; the page requests those when someone opens the line. */
export function toLine({ id, at, from, to, title, status, ms, bytes }: WireEntry): WireLine {
  return { id, at, from, to, title, status, ms, bytes };
}

function send(response: Response, event: string, data: unknown = {}): void {
  response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

function createCollector(work: () => void): { readonly call: () => void; readonly stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  return {
    call: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        work();
      }, COLLECT_MS);
    },
    stop: () => {
      clearTimeout(timer);
    },
  };
}
