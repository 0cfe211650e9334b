import type { NextFunction, Request, Response } from 'express';

/** A request that failed, with the message that the page shows. */
export class ProblemError extends Error {
  readonly kind = 'problem';
  readonly status: 400 | 403 | 404;

  constructor(status: ProblemError['status'], message: string) {
    super(message);
    this.status = status;
  }
}

/** Express recognizes an error handler by its four parameters. */
// eslint-disable-next-line max-params
export function answerProblem(
  error: unknown,
  _request: Request,
  response: Response,
  next: NextFunction,
): void {
  if (response.headersSent) {
    next(error);
    return;
  }
  const { status, message } = toProblem(error);
  response.status(status).json({ message });
}

function toProblem(error: unknown): { readonly status: number; readonly message: string } {
  if (error instanceof ProblemError) return error;
  if (error instanceof SyntaxError) return { status: 400, message: 'The body is not JSON.' };
  return { status: 500, message: error instanceof Error ? error.message : 'Something went wrong.' };
}
