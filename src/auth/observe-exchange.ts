import { countExchange } from '../logging/measures';
import { inSpan } from '../logging/spans';
import { TokenExchangeError } from './errors';
import type { ExchangeResult } from './exchange-sso-token';

/** Records one exchange as a span and a count by outcome; nothing of the token or its owner. */
export function observeExchange(exchange: () => Promise<ExchangeResult>): Promise<ExchangeResult> {
  return inSpan({ name: 'token exchange', kind: 'call' }, async (span) => {
    let outcome = 'unexpected';
    try {
      const result = await exchange();
      outcome = result.kind;
      if (result.kind === 'signInNeeded') span.set({ 'coursemate.exchange.reason': result.reason });
      return result;
    } catch (error) {
      if (error instanceof TokenExchangeError) outcome = error.kind;
      span.fail(outcome);
      throw error;
    } finally {
      span.set({ 'coursemate.exchange.outcome': outcome });
      countExchange(outcome);
    }
  });
}
