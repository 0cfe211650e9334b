/** A failure on the way to or from Teams. */
export class BotError extends Error {
  override readonly name = 'BotError';
  readonly kind:
    /** Teams rejected this message, because it is too large or invalid. A different message may be accepted. */
    | 'messageRefused'
    /** The file could not be stored at the upload address from Teams. */
    | 'fileUpload'
    /** Entra still refuses the exchange after the user completed the sign-in page. */
    | 'signInPolicy'
    | 'signInSecondFactor'
    | 'signInWrongAccount'
    | 'signInFailed';
  /** HTTP status of the answer, if there was one. */
  readonly status: number | undefined;

  constructor(
    kind: BotError['kind'],
    message: string,
    { status, ...options }: ErrorOptions & { readonly status?: number } = {},
  ) {
    super(message, options);
    this.kind = kind;
    this.status = status;
  }
}
