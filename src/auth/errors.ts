/** The identity provider did not exchange an SSO token, and the person cannot fix it. */
export class TokenExchangeError extends Error {
  override readonly name = 'TokenExchangeError';
  /**
   * `signInMisconfigured`: our registration, secret or addresses are wrong; an operator must act.
   * `signInUnavailable`: the identity provider is down, throttles us or does not answer; asking again later helps.
   */
  readonly kind: 'signInMisconfigured' | 'signInUnavailable';
  /** The AADSTS number, for logs. */
  readonly code: number | undefined;

  constructor(
    kind: TokenExchangeError['kind'],
    { code, cause }: { readonly code?: number | undefined; readonly cause?: unknown } = {},
  ) {
    super(`The SSO token was not exchanged: ${kind}`, { cause });
    this.kind = kind;
    this.code = code;
  }
}

/** The app got no token of its own for Graph. */
export class AppTokenError extends Error {
  override readonly name = 'AppTokenError';
  readonly kind: TokenExchangeError['kind'];

  constructor(kind: AppTokenError['kind'], cause: unknown) {
    super(`No token for the app itself: ${kind}`, { cause });
    this.kind = kind;
  }
}

/** The bot got no token for the channel's connector, so it cannot send anything into a conversation. */
export class ConnectorTokenError extends Error {
  override readonly name = 'ConnectorTokenError';
  readonly kind = 'connectorTokenUnavailable';

  constructor(cause: unknown) {
    super('No token for the connector', { cause });
  }
}
