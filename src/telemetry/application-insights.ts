import { AzureMonitorMetricExporter, AzureMonitorTraceExporter } from '@azure/monitor-opentelemetry-exporter';
import { routePolicy } from '../network/proxy';
import type { Exporters } from './exporters';

/** Exports to Application Insights only: no files on this machine, no usage figures to Microsoft. */
export function createApplicationInsightsExporters(connectionString: string): Exporters {
  // The exporter has no option for this and would send usage figures to Microsoft.
  // eslint-disable-next-line no-restricted-syntax
  process.env['APPLICATION_INSIGHTS_NO_STATSBEAT'] = 'true';
  const options = { connectionString, disableOfflineStorage: true, additionalPolicies: [routePolicy] };
  return {
    spans: new AzureMonitorTraceExporter(options),
    metrics: new AzureMonitorMetricExporter(options),
  };
}
