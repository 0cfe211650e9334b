import type { TelemetryConfig } from '../config/config';
import type { Logger } from '../logging/logger';

/**
 * Starts to export what all modules record; await it before the first turn. The result sends the rest within 2 seconds
 * and ends it. Without a destination, only OpenTelemetry's no-op API is loaded.
 */
export async function startTelemetry(config: TelemetryConfig, log: Logger): Promise<() => Promise<void>> {
  if (config.otlp === undefined && config.applicationInsights === undefined) return () => Promise.resolve();
  const { startSdk } = await import('./sdk.js');
  return startSdk(config, log);
}
