import type { Config } from '../../src/config/config';
import { toPublicOrigin } from '../../src/server/sign-in-pages';
import { checkAuthority, checkChannel, checkGraph } from './check-addresses';
import { checkAddresses, checkConfiguration } from './check-configuration';
import {
  checkCertificate,
  checkHealth,
  checkMessages,
  checkReadiness,
  checkRedirect,
  checkSignInPage,
} from './check-endpoint';
import { checkAuditLog, checkUploadHosts } from './check-host';
import { checkClock, checkNode } from './check-machine';
import { checkManifest } from './check-package';
import { checkPerson } from './check-person';
import { checkProxy } from './check-proxy';
import { checkProof } from './check-proof';
import { checkConnectorToken, checkGraphToken } from './check-tokens';
import { examineTenant, type Basis } from './examine-tenant';
import type { Source } from './source';
import { createSteps, optional, type Step, type Steps } from './steps';

/** The environment to check, and the person and machine to check it with. */
export interface Subject {
  /** The project's folder. */
  readonly root: string;
  readonly source: Source;
  /** A person's token, for Graph or for the app. */
  readonly userToken?: string | undefined;
  /** Entra object id of the person whose list is tried. */
  readonly teammateId?: string | undefined;
  readonly nodeVersion: string;
  /** Whether this machine has a managed identity. */
  readonly isOnHost: boolean;
  readonly now: () => Date;
  /** Ends all checks. */
  readonly signal: AbortSignal;
}

/** Starts all checks; each waits only for those that it needs. The report keeps this order. */
export function examine(subject: Subject): readonly Step<unknown>[] {
  const { source, nodeVersion, root, signal } = subject;
  const { step, all } = createSteps(signal);
  const config = step('configuration', {}, () => checkConfiguration(source));
  step('addresses', { config }, ({ config }) => checkAddresses(config, source.values ?? {}));
  step('node', {}, () => checkNode(nodeVersion));
  const tokens = examineIdentity(subject, step, config);
  examineTenant({ step, config, teammateId: subject.teammateId, ...tokens });
  examineEndpoint(subject, step, config);
  step('manifest', { config }, () => checkManifest(root, source));
  step('audit-log', { config }, ({ config }) => checkAuditLog(config, source, root));
  step('upload-hosts', { config }, ({ config }) => checkUploadHosts(config));
  return all;
}

function examineIdentity(
  { source, userToken, isOnHost, now }: Subject,
  step: Steps['step'],
  config: Step<Config>,
): Pick<Basis, 'graph' | 'appToken' | 'person'> {
  const proxy = step('proxy', { config }, ({ config }, signal) => checkProxy(config, signal));
  const onTheWay = { config, proxy };
  const authority = step('authority', onTheWay, ({ config }, signal) =>
    checkAuthority(config, { now, signal }),
  );
  const graph = step('graph', onTheWay, ({ config }, signal) => checkGraph(config, { now, signal }));
  step('clock', { authority: optional(authority), graph: optional(graph) }, ({ authority, graph }) =>
    checkClock([authority.value, graph.value].filter((date) => date !== undefined)),
  );
  step('channel', onTheWay, ({ config }) => checkChannel(config));
  const proof = step('proof', { config }, ({ config }) => checkProof(config, source, now()));
  const needs = { config, proof, authority };
  step('connector-token', needs, ({ config, proof }, signal) =>
    checkConnectorToken({ config, ...proof, isOnHost, signal }),
  );
  const graphToken = step('graph-token', needs, ({ config, proof }, signal) =>
    checkGraphToken({ config, ...proof, isOnHost, signal }),
  );
  const canExchange = { authority: optional(authority), proof: optional(proof) };
  const person = step('person', { config, ...canExchange }, ({ config, authority, proof }) => {
    const credentials = authority.value === undefined ? undefined : proof.value?.credentials;
    return checkPerson({ config, credentials, userToken, now: now() });
  });
  return { graph, appToken: graphToken, person };
}

function examineEndpoint({ now }: Subject, step: Steps['step'], config: Step<Config>): void {
  const at = ({ signIn }: Config): string => toPublicOrigin(signIn.domain);
  step('endpoint-certificate', { config }, ({ config }, signal) =>
    checkCertificate(at(config), now(), signal),
  );
  const health = step('endpoint', { config }, ({ config }, signal) => checkHealth(at(config), signal));
  const needs = { config, health };
  step('readiness', needs, ({ config }, signal) => checkReadiness(at(config), signal));
  step('messages', needs, ({ config }, signal) => checkMessages(at(config), signal));
  const page = step('sign-in-page', needs, ({ config }, signal) =>
    checkSignInPage(at(config), config, signal),
  );
  step('redirect', { page }, ({ page }, signal) => checkRedirect(page, signal));
}
