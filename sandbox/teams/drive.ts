import { randomUUID } from 'node:crypto';
import { createServer } from 'node:https';
import { extname } from 'node:path';
import express, { type Request, type Response } from 'express';
import type { WireLog } from '../wire-log';
import { listen, stop } from './listen';
import { quote } from './shorten-tokens';

/** Upload data that Teams sends to the bot for one file. */
export interface UploadInfo {
  /** Address of the file for people; the bot does not use it. */
  readonly contentUrl: string;
  readonly name: string;
  /** The address itself authorizes the upload, without a token. */
  readonly uploadUrl: string;
  readonly uniqueId: string;
  readonly fileType: string;
}

export interface StoredFile {
  readonly uniqueId: string;
  readonly ownerId: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** The OneDrive of everyone in the local world. */
export interface Drive {
  /** Host with port, for the bot's `FILE_UPLOAD_HOSTS`. */
  readonly host: string;
  /** Opens an upload session for one file of this person; it takes one complete file. */
  beginUpload(ownerId: string, name: string): UploadInfo;
  findFile(uniqueId: string): StoredFile | undefined;
  /** Deletes all files and upload sessions. */
  clear(): void;
  close(): Promise<void>;
}

interface Session {
  readonly ownerId: string;
  readonly info: UploadInfo;
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

const MOST_BYTES = 10 * 1024 * 1024;

export async function createDrive({
  tls,
  log,
}: {
  /** PEM */
  readonly tls: { readonly key: string; readonly cert: string };
  readonly log: WireLog;
}): Promise<Drive> {
  const sessions = new Map<string, Session>();
  const files = new Map<string, StoredFile>();
  const app = express().disable('x-powered-by');
  const server = createServer({ key: tls.key, cert: tls.cert }, app);
  const { port } = new URL(await listen(server, 0));
  const origin = `https://localhost:${port}`;

  function store(id: string, request: Request): Answer {
    const session = sessions.get(id);
    if (request.headers.authorization !== undefined)
      return refuse(
        401,
        'unauthenticated',
        'The address of an upload session takes no Authorization header.',
      );
    if (session === undefined) return refuse(404, 'itemNotFound', 'The upload session was not found.');
    const bytes: unknown = request.body;
    if (!Buffer.isBuffer(bytes) || !isWhole(bytes, request.headers['content-range']))
      return refuse(400, 'invalidRequest', 'The Content-Range must be that of the whole body.');
    sessions.delete(id);
    const { uniqueId, name, contentUrl } = session.info;
    files.set(uniqueId, { uniqueId, ownerId: session.ownerId, name, bytes });
    return { status: 201, body: { id: uniqueId, name, size: bytes.length, webUrl: contentUrl } };
  }

  app.put('/upload/:id', express.raw({ type: () => true, limit: MOST_BYTES }), (request, response) => {
    const { id } = request.params;
    const name = sessions.get(id)?.info.name ?? '';
    const startedAt = performance.now();
    const answer = store(id, request);
    send(response, answer);
    log.record({
      from: 'bot',
      to: 'teams',
      title: `PUT file ${quote(name)}`,
      status: answer.status,
      ms: Math.round(performance.now() - startedAt),
      bytes: Number(request.headers['content-length'] ?? 0),
      response: answer.body,
    });
  });

  return {
    host: new URL(origin).host,
    beginUpload(ownerId, name) {
      const id = randomUUID();
      const uniqueId = randomUUID();
      const info = {
        contentUrl: `${origin}/personal/${ownerId}/Documents/Applications/${encodeURIComponent(name)}`,
        name,
        uploadUrl: `${origin}/upload/${id}`,
        uniqueId,
        fileType: extname(name).slice(1).toLowerCase(),
      };
      sessions.set(id, { ownerId, info });
      return info;
    },
    findFile: (uniqueId) => files.get(uniqueId),
    clear() {
      sessions.clear();
      files.clear();
    },
    close: () => stop(server),
  };
}

function refuse(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}

function send(response: Response, { status, body }: Answer): void {
  response.status(status).json(body);
}

/** `bytes 0-99/100` for 100 bytes. */
function isWhole({ length }: Buffer, range: string | undefined): boolean {
  return length > 0 && range === `bytes 0-${length - 1}/${length}`;
}
