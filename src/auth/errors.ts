/** The identity provider gave no token, and the person cannot fix it. */
export class TokenError extends Error {
  override readonly name = 'TokenError';
  /**
   * `signInMisconfigured`: our registration, secret or addresses are wrong; an operator must act.
   * `signInUnavailable`: the identity provider is down, throttles us or does not answer; asking again later helps.
   */
  readonly kind: 'signInMisconfigured' | 'signInUnavailable';
  /** The AADSTS number, for logs. */
  readonly code: number | undefined;

  constructor(
    kind: TokenError['kind'],
    { code, cause }: { readonly code?: number | undefined; readonly cause?: unknown } = {},
  ) {
    super(`The identity provider gave no token: ${kind}`, { cause });
    this.kind = kind;
    this.code = code;
  }
}
