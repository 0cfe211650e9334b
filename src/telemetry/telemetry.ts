import type { TelemetryConfig } from '../config/config';
import type { Logger } from '../logging/logger';

/** Exports what all modules record. */
export interface Telemetry {
  /** Call it before the first turn. */
  start(): Promise<void>;
  /** Sends the rest within 2 seconds. */
  stop(): Promise<void>;
}

/** Off unless a destination is configured: then only OpenTelemetry's no-op API is loaded. */
export function createTelemetry(config: TelemetryConfig, log: Logger): Telemetry {
  let stop: (() => Promise<void>) | undefined;
  return {
    async start() {
      if (config.otlp === undefined && config.applicationInsights === undefined) return;
      const { startSdk } = await import('./sdk.js');
      stop = await startSdk(config, log);
    },
    async stop() {
      await stop?.();
    },
  };
}
