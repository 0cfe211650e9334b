import {
  isSpanContextValid,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Tracer,
} from '@opentelemetry/api';
import { currentTurnId } from './turn-context';

/** An open span; attributes are ids, counts and words from closed lists, as in the log. */
export interface OpenSpan {
  set(attributes: Attributes): void;
  /** Marks a failure. Exceptions are never recorded, because their messages may quote personal values. */
  fail(fault: string): void;
}

interface SpanOptions {
  /** One of few names; what varies goes into attributes. */
  readonly name: string;
  /** `turn`: Teams asks us. `call`: we call another service. */
  readonly kind: 'turn' | 'call';
  readonly attributes?: Attributes;
}

const KINDS = { turn: SpanKind.SERVER, call: SpanKind.CLIENT } as const;

/** Runs work in a span below the open one; costs almost nothing while telemetry is off. */
export function inSpan<T>(
  { name, kind, attributes }: SpanOptions,
  work: (span: OpenSpan) => Promise<T>,
): Promise<T> {
  const options = { kind: KINDS[kind], attributes: { ...turnAttribute(), ...attributes } };
  return tracer().startActiveSpan(name, options, async (span) => {
    try {
      return await work({
        set: (more) => span.setAttributes(more),
        fail(fault) {
          // Application Insights drops the conventional one.
          span.setAttributes({ 'error.type': fault, 'coursemate.fault': fault });
          span.setStatus({ code: SpanStatusCode.ERROR });
        },
      });
    } finally {
      span.end();
    }
  });
}

/** Starts a span for a synchronous step; call the result to end it. */
export function startStep(name: string, attributes: Attributes): () => void {
  const span = tracer().startSpan(name, { attributes: { ...turnAttribute(), ...attributes } });
  return () => {
    span.end();
  };
}

/** Id of the trace that is being written, if one is. */
export function currentTraceId(): string | undefined {
  const context = trace.getActiveSpan()?.spanContext();
  return context !== undefined && isSpanContextValid(context) ? context.traceId : undefined;
}

function tracer(): Tracer {
  return trace.getTracer('coursemate');
}

/** The reference id of the turn, on every span, so that it finds all of them. */
function turnAttribute(): Attributes {
  const id = currentTurnId();
  return id === undefined ? {} : { 'coursemate.turn': id };
}
