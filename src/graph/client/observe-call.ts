import { countThrottles, measureCall } from '../../logging/measures';
import { inSpan } from '../../logging/spans';
import type { GraphFault } from '../errors';
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
 * One request to Graph as operators see it: a span and a measure, in the words of OpenTelemetry's conventions. Never
 * the address, in which there are ids of people and courses.
 */
export async function observeCall<R extends { readonly fault?: GraphFault }>(
  { host, family, body, batchSize, clientRequestId, failedBefore }: Call,
  send: (note: (response: Response) => void) => Promise<R>,
): Promise<R> {
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
    let status: { 'http.response.status_code'?: number } = {};
    const result = await send((response) => {
      status = { 'http.response.status_code': response.status };
      const requestId = response.headers.get('request-id');
      span.set({ ...status, ...(requestId !== null && { 'coursemate.graph.request_id': requestId }) });
    });
    const fault = result.fault?.kind;
    measureCall(startedAt, { ...shared, ...status, ...(fault !== undefined && { 'error.type': fault }) });
    if (fault === undefined) return result;
    span.fail(fault);
    const isThrottled = fault === 'graphThrottled';
    span.set({ 'coursemate.graph.throttled': isThrottled });
    if (isThrottled) countThrottles(family, 'answer');
    return result;
  });
}
