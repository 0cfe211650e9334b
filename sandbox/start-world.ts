import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBotProcess, toMessagesUrl, type BotProcess } from './bot-process';
import { createClock, type Clock } from './clock';
import type { EntraApp } from './entra/app';
import { createEntra, type Entra } from './entra/entra';
import { createGraph, type Graph } from './graph/graph';
import { assertFreePort, findFreePort } from './ports';
import { createDrive, type Drive } from './teams/drive';
import { createTeams, type Teams } from './teams/teams';
import { createTlsIdentity } from './tls';
import { createWireLog, type WireLog } from './wire-log';
import { loadWorld, type WorldSize } from './world/load-world';
import type { World } from './world/world';

/** All of the local world, running. */
export interface RunningWorld {
  readonly clock: Clock;
  readonly world: World;
  readonly log: WireLog;
  readonly entra: Entra;
  readonly graph: Graph;
  /** What the bot has uploaded for people. */
  readonly drive: Drive;
  /** Folder of the bot's audit log; gone when the world is closed. */
  readonly auditLogPath: string;
  readonly teams: Teams;
  /** What the bot finds in its environment. */
  readonly botEnv: Readonly<Record<string, string>>;
  /** Absent with `withBot: false`. */
  readonly bot?: BotProcess;
  /** One more process of the same bot, on a free port; `teams.bot.messagesUrl` decides which one is asked. */
  startAnotherBot(): Promise<BotProcess>;
  /** Stops everything, the bots first. */
  close(): Promise<void>;
}

export interface WorldOptions extends WorldSize {
  /** When the world begins, ISO 8601; now when absent. */
  readonly clock?: string | undefined;
  readonly graphLatencyMs?: number | undefined;
  /** Any free one when absent. */
  readonly botPort?: number | undefined;
  readonly withBot?: boolean | undefined;
  /** Origin of the page that may open the sign-in pages. */
  readonly pageOrigin?: string | undefined;
  readonly extraBotEnv?: Readonly<Record<string, string>>;
}

const BOT_ID = 'c0a5e4a7-0000-4000-8000-00000000b071';

/** Throws `PortTakenError`, or an error with the last words of a bot that does not become ready. */
export async function startWorld(options: WorldOptions = {}): Promise<RunningWorld> {
  const { withBot = true, botPort = await findFreePort() } = options;
  await assertFreePort(botPort);
  const closers: Close[] = [];
  async function close(): Promise<void> {
    for (const closeNext of closers.splice(0).reverse()) await closeNext();
  }

  try {
    const services = await startServices({ ...options, botPort }, closers);
    const startBot = async (port: number): Promise<BotProcess> => {
      const bot = await startBotProcess({
        port,
        env: services.botEnv,
        clockOffsetMs: services.clock.offsetMs,
      });
      closers.push(() => bot.stop());
      return bot;
    };
    const startAnotherBot = async (): Promise<BotProcess> => startBot(await findFreePort());
    const running = { ...services, startAnotherBot, close };
    return withBot ? { ...running, bot: await startBot(botPort) } : running;
  } catch (error) {
    await close();
    throw error;
  }
}

type Close = () => Promise<void>;

/** Everything that the bot talks with. What is started adds how to stop it to `closers`. */
async function startServices(options: WorldOptions & { readonly botPort: number }, closers: Close[]) {
  const { botPort, pageOrigin } = options;
  const clock = createClock(options.clock);
  const base = { clock, world: loadWorld(clock, options), log: createWireLog(() => clock.now()) };
  const tls = await createTlsIdentity();
  closers.push(() => {
    tls.remove();
    return Promise.resolve();
  });
  const app = createApp(botPort);

  const entra = await createEntra({ ...base, tls, app, ...(pageOrigin && { pageOrigin }) });
  closers.push(() => entra.close());
  const graph = await createGraph({
    ...base,
    verifyGraphToken: (token) => entra.verifyGraphToken(token),
    registration: { appId: app.clientId, granted: () => entra.listGrants() },
  });
  closers.push(() => graph.close());
  graph.settings.latencyMs = options.graphLatencyMs ?? graph.settings.latencyMs;
  const bot = { id: app.botId, messagesUrl: toMessagesUrl(botPort) };
  const drive = await createDrive({ tls, log: base.log });
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
    NODE_EXTRA_CA_CERTS: tls.certPath,
    FILE_UPLOAD_HOSTS: drive.host,
    AUDIT_LOG_PATH: auditLogPath,
    ...(pageOrigin && { SIGN_IN_HOST_ORIGINS: originsOf(pageOrigin).join(',') }),
    ...toCourseSettings(base.world),
    ...options.extraBotEnv,
  };
  return { ...base, entra, graph, drive, teams, auditLogPath, botEnv };
}

function createApp(botPort: number): EntraApp {
  return {
    botId: BOT_ID,
    // As long as those of Entra, and no GUID: those are ids of secrets.
    botSecret: randomBytes(30).toString('base64url'),
    clientId: BOT_ID,
    appIdUri: `api://botid-${BOT_ID}`,
    redirectUris: [`http://localhost:${botPort}/auth/end`],
  };
}

/** The bot's side of the app registration. */
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

/** A page on this machine is reached by either of its names. */
function originsOf(pageOrigin: string): readonly string[] {
  const { port, protocol } = new URL(pageOrigin);
  return ['localhost', '127.0.0.1'].map((host) => `${protocol}//${host}:${port}`);
}

/** What the bot is told of the world's providers: everybody sees the first one's courses, and where they all are. */
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

/** Where courses are; what is no address of the web is left out. */
function addressesOf(contents: readonly Record<string, unknown>[]): readonly URL[] {
  return contents.flatMap(({ contentWebUrl }) => {
    const address = String(contentWebUrl);
    return address.startsWith('https:') && URL.canParse(address) ? [new URL(address)] : [];
  });
}
