import { AzureMonitorMetricExporter, AzureMonitorTraceExporter } from '@azure/monitor-opentelemetry-exporter';
import { routePolicy } from '../network/route-policy';
import type { Exporters } from './exporters';

/** To Application Insights, and nowhere else: not into files of this machine, and no usage figures to Microsoft. */
export function createApplicationInsightsExporters(connectionString: string): Exporters {
  // The exporter has no option for this. It would send its own figures to an address of its maker's.
  // eslint-disable-next-line no-restricted-syntax
  process.env['APPLICATION_INSIGHTS_NO_STATSBEAT'] = 'true';
  const options = { connectionString, disableOfflineStorage: true, additionalPolicies: [routePolicy] };
  return {
    spans: new AzureMonitorTraceExporter(options),
    metrics: new AzureMonitorMetricExporter(options),
  };
}
