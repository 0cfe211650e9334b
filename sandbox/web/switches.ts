import type { EntraFault } from '../entra/settings';
import { graphControls, type GraphControl } from '../graph/graph-settings';
import type { TeamsClient } from '../teams/teams-client';
import type { Person } from '../world/world';
import { connectorSwitches } from './connector-switches';
import type { PageWorld } from './page-world';
import type { Control, Switch, SwitchView, Value } from './switch';
import { createTeamSwitches, roleSwitch } from './team-switches';

/** The switches for one person: those of the whole world and those of this person only. */
export interface SwitchBoard {
  list(): readonly SwitchView[];
  set(id: string, value: Value): 'done' | 'unknown' | 'invalid';
  reset(): void;
}

interface Seat {
  readonly person: Person;
  readonly client: Pick<TeamsClient, 'clientCount' | 'hasApp'>;
}

const NO_FAULT = 'none';

/** Entra's answers to which the bot has different texts; the rest differ only in their number. */
const ENTRA_FAULTS = {
  none: 'None',
  consentRequired: '65001: consent required',
  adminConsentRequired: '90094: admin must consent',
  secondFactorRequired: '50076: second factor',
  secondFactorSetupRequired: '50079: second factor set-up',
  conditionalAccess: '53003: conditional access',
  assertionExpired: '500133: token expired',
  assertionSignature: '50013: bad signature',
  sessionRevoked: '50173: session revoked',
  refreshTokenInactive: '700082: inactive for too long',
  deviceNotManaged: '530003: device not managed',
  accountOfAnotherTenant: '90072: account of another tenant',
  notAssigned: '50105: not assigned to the app',
  wrongSecret: '7000215: wrong secret',
  secretExpired: '7000222: secret expired',
  unknownResource: '500011: unknown resource',
  unknownApplication: '700016: unknown application',
  throttled: '429: too many requests',
  unavailable: '503: unavailable',
  silent: 'No answer at all',
  reset: 'Connection broken',
} as const satisfies Partial<Record<EntraFault, string>>;

const FAULT_CHOICES = Object.entries(ENTRA_FAULTS).map(([value, label]) => ({ value, label }));
const CLIENT_COUNTS = ['1', '2', '3'].map((value) => ({ value, label: value }));

/** `reset` restores the values that the switches of the whole world have now. */
export function createSwitches(parts: PageWorld): (seat: Seat) => SwitchBoard {
  const ofTheWorld = [
    ...entraSwitches(parts),
    roleSwitch(parts),
    ...graphSwitches(parts),
    ...connectorSwitches(parts),
  ];
  const teamSwitchesOf = createTeamSwitches(parts);
  return (seat) => {
    const switches = [...personSwitches(parts, seat), ...teamSwitchesOf(seat.person), ...ofTheWorld];
    return {
      list: () => switches.map(toView),
      set(id, value) {
        const found = switches.find((one) => one.id === id);
        if (found === undefined) return 'unknown';
        if (!offers(found.control, value)) return 'invalid';
        found.write(value);
        return 'done';
      },
      reset() {
        for (const one of switches) one.write(one.initial);
      },
    };
  };
}

function toView(one: Switch): SwitchView {
  const { id, group, label, control, initial } = one;
  return { id, group, label, control, initial, value: one.read() };
}

function offers(control: Control, value: Value): boolean {
  switch (control.kind) {
    case 'toggle':
      return typeof value === 'boolean';
    case 'number':
      return Number.isInteger(value) && Number(value) >= control.min && Number(value) <= control.max;
    case 'choice':
      return control.choices.some((choice) => choice.value === value);
  }
}

function personSwitches({ entra }: PageWorld, { person, client }: Seat): readonly Switch[] {
  const { id, displayName } = person.user;
  const { personFaults, adminApproval } = entra.settings;
  const group = `Only ${displayName}`;
  return [
    {
      id: 'person.app',
      group,
      label: 'App installed for this person',
      control: { kind: 'toggle' },
      initial: true,
      read: () => client.hasApp,
      write: (value) => {
        client.hasApp = value === true;
      },
    },
    {
      id: 'person.consent',
      group,
      label: 'Has consented to Coursemate',
      control: { kind: 'toggle' },
      initial: person.hasConsented,
      read: () => entra.hasConsented(id),
      write: (value) => {
        if (value === true) entra.consent(id);
        else entra.revokeConsent(id);
      },
    },
    {
      id: 'person.adminApproval',
      group,
      label: 'Only an admin can consent',
      control: { kind: 'toggle' },
      initial: false,
      read: () => adminApproval.has(id),
      write: (value) => {
        if (value === true) adminApproval.add(id);
        else adminApproval.delete(id);
      },
    },
    {
      id: 'person.fault',
      group,
      label: 'Sign-in fault',
      control: { kind: 'choice', choices: FAULT_CHOICES },
      initial: NO_FAULT,
      read: () => personFaults.get(id) ?? NO_FAULT,
      write: (value) => {
        if (isEntraFault(value) && value !== NO_FAULT) personFaults.set(id, value);
        else personFaults.delete(id);
      },
    },
    {
      id: 'person.clients',
      group,
      label: 'Teams clients at once',
      control: { kind: 'choice', choices: CLIENT_COUNTS },
      initial: '1',
      read: () => String(client.clientCount),
      write: (value) => {
        client.clientCount = Number(value);
      },
    },
  ];
}

function entraSwitches({ entra: { settings } }: PageWorld): readonly Switch[] {
  const group = 'Microsoft Entra';
  const { latencyMs, tokenLifetimeSeconds } = settings;
  return [
    {
      id: 'entra.fault',
      group,
      label: 'Sign-in fault',
      control: { kind: 'choice', choices: FAULT_CHOICES },
      initial: NO_FAULT,
      read: () => settings.fault,
      write: (value) => {
        if (isEntraFault(value)) settings.fault = value;
      },
    },
    {
      id: 'entra.latencyMs',
      group,
      label: 'Latency (ms)',
      control: { kind: 'number', min: 0, max: 20_000 },
      initial: latencyMs,
      read: () => settings.latencyMs,
      write: (value) => {
        settings.latencyMs = Number(value);
      },
    },
    {
      id: 'entra.tokenLifetimeSeconds',
      group,
      label: 'Tokens live for (s)',
      control: { kind: 'number', min: 1, max: 86_400 },
      initial: tokenLifetimeSeconds,
      read: () => settings.tokenLifetimeSeconds,
      write: (value) => {
        settings.tokenLifetimeSeconds = Number(value);
      },
    },
  ];
}

function graphSwitches({ graph: { settings } }: PageWorld): readonly Switch[] {
  return graphControls.map(({ key, label, ...control }: GraphControl) => ({
    id: `graph.${key}`,
    group: 'Microsoft Graph',
    label,
    control,
    initial: settings[key],
    read: () => settings[key],
    write: (value) => {
      Object.assign(settings, { [key]: value });
    },
  }));
}

function isEntraFault(value: Value): value is keyof typeof ENTRA_FAULTS {
  return typeof value === 'string' && Object.hasOwn(ENTRA_FAULTS, value);
}
