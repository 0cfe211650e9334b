import type { BotProcess } from '../bot-process';
import type { Clock } from '../clock';
import type { Entra } from '../entra/entra';
import type { Graph } from '../graph/graph';
import type { Drive } from '../teams/drive';
import type { Teams } from '../teams/teams';
import type { WireLog } from '../wire-log';
import type { World } from '../world/world';

/** The part of the local world that the page shows and changes. */
export interface PageWorld {
  readonly world: Pick<World, 'people' | 'findPerson'>;
  readonly entra: Pick<Entra, 'authorizeRouter' | 'settings' | 'consent' | 'revokeConsent' | 'hasConsented'>;
  readonly graph: Pick<Graph, 'settings'>;
  readonly drive: Pick<Drive, 'findFile'>;
  readonly teams: Pick<Teams, 'client' | 'bot' | 'conversations' | 'connector'>;
  /** Absent when the bot is not run by the local world. */
  readonly bot?: Pick<BotProcess, 'restart' | 'state' | 'subscribe'>;
  startOver(): Promise<void>;
  readonly log: WireLog;
  readonly clock: Clock;
}
