import type { TelemetryConfig } from '../config/config';
import type { Logger } from '../logging/logger';

/** Sends the recorded traces and metrics out of the process. */
export interface Telemetry {
  /** Before the first turn. */
  start(): Promise<void>;
  /** Sends what is left, within 2 seconds. */
  stop(): Promise<void>;
}

/** Off unless an address is configured: then nothing of OpenTelemetry but its no-op API is loaded. */
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
