import {
  AggregationTemporalityPreference,
  OTLPMetricExporter,
} from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import type { TelemetryConfig } from '../config/config';
import { agentFor } from '../network/proxy';
import type { Exporters } from './exporters';

const TIMEOUT_MS = 5_000;

/** Exports to a collector as JSON over http. */
export function createOtlpExporters({ endpoint, headers }: NonNullable<TelemetryConfig['otlp']>): Exporters {
  const to = (signal: string) => ({
    url: `${endpoint}/v1/${signal}`,
    headers,
    timeoutMillis: TIMEOUT_MS,
    httpAgentOptions: () => agentFor(endpoint),
  });
  return {
    spans: new OTLPTraceExporter(to('traces')),
    metrics: new OTLPMetricExporter({
      ...to('metrics'),
      temporalityPreference: AggregationTemporalityPreference.CUMULATIVE,
    }),
  };
}
