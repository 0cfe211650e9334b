import { notify, type ClientSession } from './client-session';
import { toExtensionOutcome, type ExtensionOutcome } from './extension-answer';
import type { ExtensionEnding, ExtensionFlow } from './extension-flow';
import type { LinkView } from './extension-views';
import { coversHost } from './link-domains';
import { quote } from './shorten-tokens';

/** A link in the compose box. */
export interface LinkUnfurling {
  unfurl(link: PastedLink): Promise<LinkView>;
}

export interface PastedLink {
  readonly conversationId: string;
  readonly url: string;
  /** Without the app, the request names no person. */
  readonly hasApp: boolean;
}

interface Unfurled {
  readonly view: LinkView;
  readonly isCacheable: boolean;
}

const CACHE_MS = 30 * 60_000;
const PLAIN: Unfurled = { view: { kind: 'none' }, isCacheable: false };

export function createLinkUnfurling(session: ClientSession, flow: ExtensionFlow): LinkUnfurling {
  const cache = new Map<string, { readonly view: LinkView; readonly until: number }>();

  async function askSignedIn({ conversationId, url }: PastedLink): Promise<Unfurled> {
    const name = 'composeExtension/queryLink';
    return toUnfurled(
      await flow.ask({ conversationId, name, value: { url }, title: `${name} ${quote(url)}` }),
    );
  }

  async function askAnonymously({ conversationId, url }: PastedLink): Promise<Unfurled> {
    const activity = session.activities.anonymousLink(url);
    const answer = await session.post(activity, {
      title: `invoke composeExtension/anonymousQueryLink ${quote(url)}`,
      timeoutMs: session.timeouts.extensionMs,
    });
    const outcome = toExtensionOutcome(answer);
    for (const problem of problemsOf(outcome)) {
      const text = `composeExtension/anonymousQueryLink: ${problem}.`;
      notify(session, conversationId, { kind: 'protocolError', text });
    }
    return outcome.kind === 'results' ? toUnfurled(outcome) : PLAIN;
  }

  return {
    async unfurl(link) {
      const { protocol, host } = new URL(link.url);
      if (!/^https?:$/.test(protocol) || !coversHost(session.linkDomains, host)) return PLAIN.view;
      const key = `${String(link.hasApp)} ${link.url}`;
      const now = session.clock.now().getTime();
      const known = cache.get(key);
      if (known !== undefined && now < known.until) return known.view;
      const { view, isCacheable } = await (link.hasApp ? askSignedIn(link) : askAnonymously(link));
      if (isCacheable) cache.set(key, { view, until: now + CACHE_MS });
      return view;
    },
  };
}

/**
 * Without the app no one can sign in, and no button may need a person
 * (docs/reference/teams-platform.md#links-without-the-app).
 */
function problemsOf(outcome: ExtensionOutcome): readonly string[] {
  if (outcome.kind === 'failed') return [];
  if (outcome.kind === 'protocolError') return [outcome.text];
  if (outcome.kind !== 'results') return [`wants a result, got ${outcome.kind}`];
  return JSON.stringify(outcome.hits[0]?.card ?? '').includes('"type":"Action.Execute"')
    ? [...outcome.problems, 'a card for people without the app offers Action.Execute']
    : outcome.problems;
}

/** Uses only the first result; after a failure the link stays a plain link. */
function toUnfurled(ending: ExtensionEnding): Unfurled {
  if (ending.kind === 'error') return PLAIN;
  if (ending.kind !== 'results') return { view: ending, isCacheable: false };
  const [hit] = ending.hits;
  return {
    view: hit === undefined ? { kind: 'none' } : { kind: 'card', ...hit },
    isCacheable: ending.isCacheable,
  };
}
