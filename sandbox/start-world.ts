import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBotProcess, toMessagesUrl, type BotProcess } from './bot-process';
import { createClock, type Clock, type ClockStart } from './clock';
import type { EntraApp } from './entra/app';
import { createEntra, type Entra } from './entra/entra';
import { createGraph, type Graph } from './graph/graph';
import { addHistory } from './history';
import { assertFreePort, findFreePort } from './ports';
import { silently, type Step } from './progress';
import { createStartOver } from './start-over';
import { createDrive, type Drive } from './teams/drive';
import { createTeams, type Teams } from './teams/teams';
import { createTlsIdentity, type TlsIdentity } from './tls';
import { createWireLog, type WireLog } from './wire-log';
import { loadWorld, type WorldSize } from './world/load-world';
import { readSeeds } from './world/seeds';
import type { World } from './world/world';

/** The whole local world, running. */
export interface RunningWorld {
  readonly clock: Clock;
  readonly world: World;
  readonly log: WireLog;
  readonly entra: Entra;
  readonly graph: Graph;
  /** Holds the files that the bot has uploaded for people. */
  readonly drive: Drive;
  /** Folder of the bot's audit log; deleted when the world is closed. */
  readonly auditLogPath: string;
  readonly teams: Teams;
  /** The bot's environment. */
  readonly botEnv: Readonly<Record<string, string>>;
  /** Absent with `withBot: false`. */
  readonly bot?: BotProcess;
  /** Starts one more process of the same bot on a free port; `teams.bot.messagesUrl` decides which one is asked. */
  startAnotherBot(): Promise<BotProcess>;
  /** Brings everything back to the start, and restarts the bot. */
  startOver(): Promise<void>;
  /** Stops everything, the bots first. */
  close(): Promise<void>;
}

export interface WorldOptions extends WorldSize {
  /** Start time of the world; now when absent. */
  readonly clock?: ClockStart | undefined;
  readonly graphLatencyMs?: number | undefined;
  /** Any free one when absent. */
  readonly botPort?: number | undefined;
  readonly withBot?: boolean | undefined;
  /** Whether people have written to each other before the start. */
  readonly hasHistory?: boolean | undefined;
  /** Port of the bot's debugger; no debugger when absent. */
  readonly inspectPort?: number | undefined;
  /** Origin of the page that may open the sign-in pages. */
  readonly pageOrigin?: string | undefined;
  readonly extraBotEnv?: Readonly<Record<string, string>>;
  /** Runs each step of the start; reports nothing when absent. */
  readonly step?: Step | undefined;
}

const BOT_ID = 'c0a5e4a7-0000-4000-8000-00000000b071';

/** A person at a breakpoint takes longer than a bot may. */
const TIMEOUT_WITH_DEBUGGER_MS = 10 * 60_000;

/** Throws `PortTakenError`, or an error with the last log lines of a bot that does not become ready. */
export async function startWorld(options: WorldOptions = {}): Promise<RunningWorld> {
  const { withBot = true, botPort = await findFreePort(), inspectPort, step = silently } = options;
  await assertFreePort(botPort);
  const closers: Close[] = [];
  async function close(): Promise<void> {
    for (const closeNext of closers.splice(0).reverse()) await closeNext();
  }

  try {
    const services = await startServices({ ...options, botPort, step }, closers);
    const { teams, clock, botEnv } = services;
    const startBot = async (port: number, debugPort?: number): Promise<BotProcess> => {
      const started = await startBotProcess({
        port,
        env: botEnv,
        clockOffsetMs: () => clock.offsetMs,
        inspectPort: debugPort,
      });
      closers.push(() => started.stop());
      return started;
    };
    const startAnotherBot = async (): Promise<BotProcess> => startBot(await findFreePort());
    const prepare = async (): Promise<void> => {
      if (options.hasHistory === true) await addHistory({ ...services, hasBot: withBot });
      clearRecords(services);
    };
    const running = { ...services, startAnotherBot, close };
    if (!withBot) {
      await prepare();
      return { ...running, startOver: createStartOver({ ...services, prepare }) };
    }
    if (inspectPort !== undefined) allowForBreakpoints(teams.timeouts);
    const bot = await step('Starting the bot', () => startBot(botPort, inspectPort));
    teams.bot.settled = () => bot.settled();
    await prepare();
    return { ...running, bot, startOver: createStartOver({ ...services, bot, prepare }) };
  } catch (error) {
    await close();
    throw error;
  }
}

type Close = () => Promise<void>;

/** Empties the lists of past requests. */
function clearRecords({ log, entra, graph }: Pick<RunningWorld, 'log' | 'entra' | 'graph'>): void {
  log.clear();
  entra.requests.length = 0;
  graph.requests.length = 0;
}

function allowForBreakpoints(timeouts: Teams['timeouts']): void {
  timeouts.messageMs = TIMEOUT_WITH_DEBUGGER_MS;
  timeouts.invokeMs = TIMEOUT_WITH_DEBUGGER_MS;
  timeouts.extensionMs = TIMEOUT_WITH_DEBUGGER_MS;
}

interface ServiceOptions extends WorldOptions {
  readonly botPort: number;
  readonly step: Step;
}

/** Starts everything that the bot calls or is called by, and adds to `closers` how to stop each part. */
async function startServices(options: ServiceOptions, closers: Close[]) {
  const { step } = options;
  const clock = createClock(options.clock, readSeeds().people[0]?.timeZone);
  const world = await step('Loading people and courses', () => Promise.resolve(loadWorld(clock, options)));
  const base = { clock, world, log: createWireLog(() => clock.now()) };
  const tls = await step('Creating the certificate', createTlsIdentity);
  closers.push(() => {
    tls.remove();
    return Promise.resolve();
  });
  return step('Starting Entra, Graph and Teams', () => startServers({ ...base, tls }, options, closers));
}

async function startServers(
  base: { readonly clock: Clock; readonly world: World; readonly log: WireLog; readonly tls: TlsIdentity },
  options: ServiceOptions,
  closers: Close[],
) {
  const { botPort, pageOrigin } = options;
  const app = createApp(botPort);

  const entra = await createEntra({ ...base, app, ...(pageOrigin && { pageOrigin }) });
  closers.push(() => entra.close());
  const graph = await createGraph({
    ...base,
    verifyGraphToken: (token) => entra.verifyGraphToken(token),
    registration: { appId: app.clientId, granted: () => entra.listGrants() },
  });
  closers.push(() => graph.close());
  graph.settings.latencyMs = options.graphLatencyMs ?? graph.settings.latencyMs;
  const bot = { id: app.botId, messagesUrl: toMessagesUrl(botPort) };
  const drive = await createDrive(base);
  closers.push(() => drive.close());
  const teams = await createTeams({
    ...base,
    entra,
    bot,
    drive,
    appIdUri: app.appIdUri,
    linkDomains: [`localhost:${botPort}`, ...courseHosts(base.world)],
  });
  closers.push(() => teams.close());

  const auditLogPath = mkdtempSync(join(tmpdir(), 'coursemate-audit-'));
  closers.push(() => rm(auditLogPath, { recursive: true, force: true }));

  const botEnv = {
    ...toIdentity(app, base.world.tenantId),
    BOT_DOMAIN: `localhost:${botPort}`,
    AZURE_AUTHORITY_HOST: entra.url,
    GRAPH_BASE_URL: graph.baseUrl,
    BOT_OPENID_METADATA_URL: teams.openIdMetadataUrl,
    NODE_EXTRA_CA_CERTS: base.tls.certPath,
    FILE_UPLOAD_HOSTS: drive.host,
    AUDIT_LOG_PATH: auditLogPath,
    CONTACT_URL: 'https://help.contoso.example.com/coursemate',
    ...(pageOrigin && { SIGN_IN_HOST_ORIGINS: originsOf(pageOrigin).join(',') }),
    ...toCourseSettings(base.world),
    ...options.extraBotEnv,
  };
  return { ...base, entra, graph, drive, teams, auditLogPath, botEnv };
}

function createApp(botPort: number): EntraApp {
  return {
    botId: BOT_ID,
    // As long as one of Entra's, and not a GUID: a GUID would be the id of a secret.
    botSecret: randomBytes(30).toString('base64url'),
    clientId: BOT_ID,
    appIdUri: `api://botid-${BOT_ID}`,
    redirectUris: [`http://localhost:${botPort}/auth/end`],
  };
}

/** Settings of the app registration in the bot's environment. */
function toIdentity(app: EntraApp, tenantId: string): Record<string, string> {
  return {
    BOT_ID: app.botId,
    BOT_TYPE: 'SingleTenant',
    BOT_TENANT_ID: tenantId,
    AAD_APP_CLIENT_ID: app.clientId,
    AAD_APP_ID_URI: app.appIdUri,
    SECRET_AAD_APP_CLIENT_SECRET: app.botSecret,
  };
}

/** The page can be opened under either name of this machine. */
function originsOf(pageOrigin: string): readonly string[] {
  const { port, protocol } = new URL(pageOrigin);
  return ['localhost', '127.0.0.1'].map((host) => `${protocol}//${host}:${port}`);
}

/** Makes the first readable provider the shared catalog, and describes the course links of all readable ones. */
function toCourseSettings({ providers, contents }: World): Record<string, string> {
  const readableIds = providers.filter(({ isReadable }) => isReadable).map(({ provider }) => provider.id);
  const patterns = readableIds.flatMap((id) => {
    const [example] = addressesOf(contents.get(id) ?? []);
    return example === undefined ? [] : [`${id}=${new URL('.', example).href}{externalContentId}`];
  });
  return {
    CATALOG_PROVIDER_IDS: readableIds.slice(0, 1).join(','),
    COURSE_LINK_PATTERNS: patterns.join(','),
  };
}

function courseHosts({ contents }: World): readonly string[] {
  return [...new Set(addressesOf([...contents.values()].flat()).map(({ host }) => host))];
}

/** The web addresses of courses; anything that is not an https address is left out. */
function addressesOf(contents: readonly Record<string, unknown>[]): readonly URL[] {
  return contents.flatMap(({ contentWebUrl }) => {
    const address = String(contentWebUrl);
    return address.startsWith('https:') && URL.canParse(address) ? [new URL(address)] : [];
  });
}
