import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import express from 'express';
import { createEntraSettings } from '../../sandbox/entra/settings';
import { createGraphSettings } from '../../sandbox/graph/graph-settings';
import { startWorld, type RunningWorld } from '../../sandbox/start-world';
import { listen, stop } from '../../sandbox/teams/listen';
import { examine, type Subject } from '../../tools/doctor/examine';
import type { Finding, Verdict } from '../../tools/doctor/finding';
import { createReport, type Report } from '../../tools/doctor/report';
import { findPersonId } from '../support/local-world';
import { trustCertificate } from '../support/trust-certificate';

/** One finding with the id of its check. */
export interface Told extends Finding {
  readonly id: string;
}

/** Differences from the sandbox's defaults. */
export interface Change {
  /** An empty value removes the key. */
  readonly env?: Readonly<Record<string, string>>;
  readonly subject?: Partial<Subject>;
  readonly world?: (world: RunningWorld) => void;
}

/** The local world with its consent page, and a doctor that examines it from this process. */
export interface DoctorRig {
  readonly world: RunningWorld;
  readonly pageOrigin: string;
  readonly env: Readonly<Record<string, string>>;
  tokenOf(givenName: string, claims?: Readonly<Record<string, unknown>>): string;
  examine(change?: Change): Promise<Report>;
  /** Returns the secrets, names, titles and whole ids of people that a report contains. */
  findPrivateTexts(report: Report): readonly string[];
  /** Restores the settings of the start. */
  reset(): void;
  close(): Promise<void>;
}

const TEAMS_APP_ID = '00000000-0000-4000-8000-0000000000a0';

export async function startDoctorRig(): Promise<DoctorRig> {
  // Listens before the world starts, so that nothing else can take the port.
  const page = express();
  const pageServer = createServer(page);
  const pageOrigin = await listen(pageServer, 0);
  const world = await startWorld({ pageOrigin }).catch(async (error: unknown) => {
    await stop(pageServer);
    throw error;
  });
  page.use(world.entra.authorizeRouter);
  const distrust = trustCertificate(readFileSync(world.botEnv['NODE_EXTRA_CA_CERTS'] ?? '', 'utf8'));
  const env = { ...world.botEnv, TEAMS_APP_ID };
  const tokenOf: DoctorRig['tokenOf'] = (givenName, claims) =>
    world.entra.issueSsoToken(findPersonId(world, givenName), claims);

  return {
    world,
    pageOrigin,
    env,
    tokenOf,
    async examine({ env: changed, subject, world: change } = {}) {
      change?.(world);
      // Empty counts as absent.
      const values = { ...env, ...changed };
      const steps = examine({
        root: process.cwd(),
        source: { file: 'env/.env.test', values, problems: [], isFile: true },
        userToken: tokenOf('Katherine'),
        nodeVersion: '24.1.0',
        isOnHost: false,
        now: () => new Date(),
        signal: AbortSignal.timeout(60_000),
        ...subject,
      });
      return createReport(steps, () => undefined);
    },
    findPrivateTexts(report) {
      const text = JSON.stringify(report);
      return listPrivateTexts(world).filter((secret) => text.includes(secret));
    },
    reset() {
      Object.assign(world.entra.settings, createEntraSettings());
      world.entra.settings.personFaults.clear();
      Object.assign(world.graph.settings, createGraphSettings());
      setSync(world, true);
    },
    async close() {
      distrust();
      await stop(pageServer);
      await world.close();
    },
  };
}

function listPrivateTexts({ world, botEnv }: RunningWorld): readonly string[] {
  const people = world.people.flatMap(({ user }) => [user.id, user.displayName, user.surname, user.mail]);
  const titles = [...world.contents.values()].flat().map(({ title }) => String(title));
  const providers = world.providers.map(({ provider }) => provider.displayName);
  // The start of every token.
  return [botEnv['SECRET_AAD_APP_CLIENT_SECRET'] ?? '', 'eyJ', ...people, ...titles, ...providers];
}

/** Whether the second provider reports what people do. */
export function setSync({ world: { providers } }: RunningWorld, isOn: boolean): void {
  Object.assign(providers[1]?.provider ?? {}, { isCourseActivitySyncEnabled: isOn });
}

/** All findings of the report with these verdicts. */
export function told({ checks }: Report, ...verdicts: readonly Verdict[]): readonly Told[] {
  return checks.flatMap(({ id, findings }) =>
    findings.filter(({ verdict }) => verdicts.includes(verdict)).map((finding) => ({ id, ...finding })),
  );
}
