import type { ErrorRequestHandler, RequestHandler, Response } from 'express';

/** A refusal in the words of Teams. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly kind = 'refusal';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Replaces the answer to a call that was carried out. */
export const spoiled = new WeakMap<Response, () => void>();

/** Answers with JSON and keeps the body for the wire log, unless a fault replaces the answer. */
export function answer(response: Response, status: number, body: object): void {
  const spoil = spoiled.get(response);
  if (spoil === undefined) send(response, status, body);
  else spoil();
}

/** Sends a refusal of Teams, regardless of the selected fault. */
export function refuseWith(response: Response, { status, code, message }: Refusal): void {
  send(response, status, { error: { code, message } });
}

function send(response: Response, status: number, body: object): void {
  response.locals['answer'] = body;
  response.status(status).json(body);
}

/** Accepts only calls with the bot's own token. */
export function requireToken(verifyToken: (token: string) => boolean): RequestHandler {
  return (request, response, next) => {
    const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    if (verifyToken(token)) next();
    else answer(response, 401, { message: 'Authorization has been denied for this request.' });
  };
}

/** Last handler of the connector: turns every error into a body of Teams. */
// eslint-disable-next-line max-params -- express knows an error handler by its four parameters
export const refuse: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const refusal = toRefusal(error);
  if (refusal === undefined) next(error);
  else refuseWith(response, refusal);
};

export function tooBig(): Refusal {
  return new Refusal(413, 'MessageSizeTooBig', 'Message size too large.');
}

function toRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  return error.status === 413 ? tooBig() : new Refusal(400, 'BadSyntax', 'The activity cannot be read.');
}
