import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { context, metrics, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { setGlobalErrorHandler } from '@opentelemetry/core';
import { resourceFromAttributes, type Resource } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { AlwaysOnSampler, BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import * as z from 'zod/v4';
import type { TelemetryConfig } from '../config/config';
import type { Logger } from '../logging/logger';
import type { Exporters } from './exporters';

const EXPORT_TIMEOUT_MS = 10_000;
const STOP_WITHIN_MS = 2_000;
/** An address that does not answer is worth one line in so many milliseconds. */
const COMPLAIN_EVERY_MS = 10 * 60_000;
const PACKAGE = join(__dirname, '../../package.json');

/**
 * Sets up OpenTelemetry's SDK for the whole process; the result sends what is left and ends it. Everything that the SDK
 * would else look for in the environment is said here.
 */
export async function startSdk(config: TelemetryConfig, log: Logger): Promise<() => Promise<void>> {
  setGlobalErrorHandler(createComplaint(log));
  const all = await loadExporters(config);
  const resource = describeProcess();
  const tracerProvider = new TracerProvider({
    resource,
    sampler: new AlwaysOnSampler(),
    spanProcessors: all.map(
      ({ spans: exporter }) =>
        new BatchSpanProcessor({
          exporter,
          maxQueueSize: 2_048,
          maxExportBatchSize: 512,
          scheduledDelayMillis: 5_000,
          exportTimeoutMillis: EXPORT_TIMEOUT_MS,
        }),
    ),
  });
  const meterProvider = new MeterProvider({
    resource,
    readers: all.map(
      ({ metrics: exporter }) =>
        new PeriodicExportingMetricReader({
          exporter,
          exportIntervalMillis: 60_000,
          exportTimeoutMillis: EXPORT_TIMEOUT_MS,
        }),
    ),
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(tracerProvider);
  metrics.setGlobalMeterProvider(meterProvider);
  return async () => {
    const lastOnes = Promise.allSettled([tracerProvider.shutdown(), meterProvider.shutdown()]);
    await Promise.race([lastOnes, delay(STOP_WITHIN_MS, undefined, { ref: false })]);
  };
}

/** Each is loaded only when its address is configured. */
async function loadExporters({ otlp, applicationInsights }: TelemetryConfig): Promise<readonly Exporters[]> {
  const all: Exporters[] = [];
  if (otlp !== undefined) all.push((await import('./otlp.js')).createOtlpExporters(otlp));
  if (applicationInsights !== undefined) {
    const { createApplicationInsightsExporters } = await import('./application-insights.js');
    all.push(createApplicationInsightsExporters(applicationInsights));
  }
  return all;
}

/** The name is also the role in Application Insights. */
function describeProcess(): Resource {
  const { name, version } = z
    .object({ name: z.string(), version: z.string() })
    .parse(JSON.parse(readFileSync(PACKAGE, 'utf8')));
  return resourceFromAttributes({
    'service.name': name,
    'service.version': version,
    'service.instance.id': randomUUID(),
  });
}

/** The message of such an error quotes addresses and answers: its name has to do. */
function createComplaint(log: Logger): (error: unknown) => void {
  let quietUntil = 0;
  return (error) => {
    if (Date.now() < quietUntil) return;
    quietUntil = Date.now() + COMPLAIN_EVERY_MS;
    log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'telemetry could not be sent');
  };
}
