import { connectorFaults, type ConnectorSettings } from '../teams/connector-settings';
import type { PageWorld } from './page-world';
import type { Switch } from './switch';

const LABELS: { readonly [K in keyof ConnectorSettings]: Readonly<Record<ConnectorSettings[K], string>> } = {
  fault: connectorFaults,
  faultTimes: { always: 'Until switched off', once: 'For one message' },
  memberIdName: {
    byEndpoint: 'By endpoint, as teams.api says',
    aadObjectId: 'aadObjectId everywhere',
    objectId: 'objectId everywhere',
  },
};

/** The switches for faults when the bot sends. */
export function connectorSwitches({ teams }: PageWorld): readonly Switch[] {
  const settings = teams.connector;
  return [
    choice(settings, 'fault', 'Fault when the bot sends'),
    choice(settings, 'faultTimes', 'Fault lasts'),
    choice(settings, 'memberIdName', "Name of a member's object id"),
  ];
}

function choice(settings: ConnectorSettings, key: keyof ConnectorSettings, label: string): Switch {
  const choices = Object.entries(LABELS[key]).map(([value, text]) => ({ value, label: text }));
  return {
    id: `connector.${key}`,
    group: 'Teams connector',
    label,
    control: { kind: 'choice', choices },
    initial: settings[key],
    read: () => settings[key],
    write: (value) => {
      Object.assign(settings, { [key]: value });
    },
  };
}
