import {
  isSpanContextValid,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Tracer,
} from '@opentelemetry/api';
import { currentTurnId } from './turn-context';

/** A piece of work as traces show it: ids, counts and words from closed lists, as in the log. */
export interface OpenSpan {
  set(attributes: Attributes): void;
  /** An exception is never recorded: its message may quote what it was given. */
  fail(fault: string): void;
}

interface SpanOptions {
  /** One of few: what varies goes into attributes. */
  readonly name: string;
  /** `turn`: Teams asks us. `call`: we ask somebody else. */
  readonly kind: 'turn' | 'call';
  readonly attributes?: Attributes;
}

const KINDS = { turn: SpanKind.SERVER, call: SpanKind.CLIENT } as const;

/** Runs work inside a span, below the one that is open; costs next to nothing while telemetry is off. */
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

/** A step that waits for nobody; the result ends it. */
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

/** On every span, so that the id which a person reads out finds all of them. */
function turnAttribute(): Attributes {
  const id = currentTurnId();
  return id === undefined ? {} : { 'coursemate.turn': id };
}
