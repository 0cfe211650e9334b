import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

interface Exchange {
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: unknown;
    /** A body that is not JSON, instead of `body`. */
    readonly text?: string;
  };
}

export interface Replay {
  readonly baseUrl: string;
  /** Headers of the requests so far. */
  readonly seen: readonly IncomingMessage['headers'][];
  /** Closes the server; throws when a request was not recorded or a recorded exchange not used. */
  finish(): Promise<void>;
}

/** A real server that answers with the exchanges of one fixture, each once. `{{baseUrl}}` stands for its address. */
export async function replayGraph(fixture: string): Promise<Replay> {
  const text = readFileSync(join(__dirname, '..', 'fixtures', 'graph', `${fixture}.json`), 'utf8');
  let left: Exchange[] = [];
  const unknown: string[] = [];
  const seen: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    void readText(request).then((body) => {
      seen.push(request.headers);
      const found = left.find((exchange) => fits(exchange.request, request, body));
      if (found === undefined) {
        unknown.push(`${request.method} ${request.url} ${body}`);
        response.writeHead(418);
        response.end();
        return;
      }
      left = left.filter((exchange) => exchange !== found);
      const { status, headers, body: json, text: raw } = found.response;
      response.writeHead(status, headers);
      response.end(raw ?? JSON.stringify(json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1.0`;
  left = JSON.parse(text.replaceAll('{{baseUrl}}', baseUrl)) as Exchange[];
  return {
    baseUrl,
    seen,
    async finish() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      expect({ unknown, unused: left.map(({ request }) => request.path) }).toEqual({
        unknown: [],
        unused: [],
      });
    },
  };
}

function fits(recorded: Exchange['request'], request: IncomingMessage, body: string): boolean {
  return (
    recorded.method === request.method &&
    recorded.path === request.url &&
    Object.entries(recorded.headers ?? {}).every(([name, value]) => request.headers[name] === value) &&
    (recorded.body === undefined || isDeepStrictEqual(recorded.body, JSON.parse(body)))
  );
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
