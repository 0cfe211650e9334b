import { countThrottles, measureCall } from '../../logging/measures';
import { inSpan } from '../../logging/spans';
import { GraphError } from '../errors';
import type { GraphFamily } from './hold-off';

interface Call {
  readonly family: GraphFamily;
  readonly body?: unknown;
  readonly batchSize?: number;
  /** Name of the host that is asked. */
  readonly host: string;
  readonly clientRequestId: string;
  /** How many tries of the same request failed before this one. */
  readonly failedBefore: number;
}

/**
 * Records one request to Graph as a span and a measurement, named by OpenTelemetry's conventions. Never records the
 * address, because it has ids of people and courses.
 */
export async function observeCall<T>(
  { host, family, body, batchSize, clientRequestId, failedBefore }: Call,
  send: (note: (response: Response) => void) => Promise<T>,
): Promise<T> {
  const method = body === undefined ? 'GET' : 'POST';
  const shared = {
    'http.request.method': method,
    'server.address': host,
    'coursemate.graph.family': family,
  };
  const attributes = {
    ...shared,
    'coursemate.graph.client_request_id': clientRequestId,
    ...(failedBefore > 0 && { 'http.request.resend_count': failedBefore }),
    ...(batchSize !== undefined && { 'coursemate.graph.batch_size': batchSize }),
  };
  return inSpan({ name: `${method} ${family}`, kind: 'call', attributes }, async (span) => {
    const startedAt = performance.now();
    let outcome: { 'http.response.status_code'?: number; 'error.type'?: string } = {};
    try {
      return await send(({ status, headers }) => {
        outcome = { 'http.response.status_code': status };
        const requestId = headers.get('request-id');
        span.set({ ...outcome, ...(requestId !== null && { 'coursemate.graph.request_id': requestId }) });
      });
    } catch (error) {
      const fault = error instanceof GraphError ? error.kind : 'unexpected';
      outcome = { ...outcome, 'error.type': fault };
      span.fail(fault);
      const isThrottled = fault === 'graphThrottled';
      span.set({ 'coursemate.graph.throttled': isThrottled });
      if (isThrottled) countThrottles(family, 'answer');
      throw error;
    } finally {
      measureCall(startedAt, { ...shared, ...outcome });
    }
  });
}
