import { READING_ROLES } from '../entra/settings';
import { graphFaults, type FaultName } from '../graph/graph-settings';
import type { Person } from '../world/world';
import type { PageWorld } from './page-world';
import type { Switch, Value } from './switch';

const NOBODY = '';
const FAULT_CHOICES = Object.entries(graphFaults).map(([value, label]) => ({ value, label }));

/** Switches for a manager's view of one person: their manager, their account, and Graph's faults about them. */
export function createTeamSwitches({ world, graph }: PageWorld): (person: Person) => readonly Switch[] {
  const { personFaults } = graph.settings;
  const managerIds = new Set(world.people.map(({ managerId }) => managerId));
  const managers = world.people.filter(({ user }) => managerIds.has(user.id));
  const startOf = new Map(world.people.map(({ user, managerId }) => [user.id, { ...user, managerId }]));

  return (person) => {
    const { user } = person;
    const start = startOf.get(user.id);
    const group = `Only ${user.displayName}`;
    const others = managers.filter((manager) => manager !== person);
    return [
      {
        id: 'person.manager',
        group,
        label: 'Reports to',
        control: {
          kind: 'choice',
          choices: [
            { value: NOBODY, label: 'Nobody' },
            ...others.map((manager) => ({ value: manager.user.id, label: manager.user.displayName })),
          ],
        },
        initial: start?.managerId ?? NOBODY,
        read: () => person.managerId ?? NOBODY,
        write: (value) => {
          person.managerId = value === NOBODY ? undefined : String(value);
        },
      },
      {
        id: 'person.account',
        group,
        label: 'Account is enabled',
        control: { kind: 'toggle' },
        initial: start?.accountEnabled ?? true,
        read: () => user.accountEnabled,
        write: (value) => {
          user.accountEnabled = value === true;
        },
      },
      {
        id: 'person.graphFault',
        group,
        label: 'Graph fault for their courses',
        control: { kind: 'choice', choices: FAULT_CHOICES },
        initial: 'none',
        read: () => personFaults.get(user.id) ?? 'none',
        write: (value) => {
          if (isGraphFault(value)) personFaults.set(user.id, value);
        },
      },
    ];
  };
}

/** Switch for the application permissions to read everyone's activities. */
export function roleSwitch({ entra: { settings } }: PageWorld): Switch {
  return {
    id: 'entra.roles',
    group: 'Microsoft Entra',
    label: 'Application has the .Read.All roles',
    control: { kind: 'toggle' },
    initial: hasRoles(settings.roles),
    read: () => hasRoles(settings.roles),
    write: (value) => {
      settings.roles = value === true ? READING_ROLES : [];
    },
  };
}

function hasRoles(roles: readonly string[]): boolean {
  return READING_ROLES.every((role) => roles.includes(role));
}

function isGraphFault(value: Value): value is FaultName {
  return typeof value === 'string' && Object.hasOwn(graphFaults, value);
}
