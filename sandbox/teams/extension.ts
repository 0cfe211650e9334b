import { notify, type ClientSession } from './client-session';
import { createExtensionFlow, type ExtensionEnding, type ExtensionFlow } from './extension-flow';
import { createExtensionSettings, type ExtensionSettings } from './extension-settings';
import type { SearchView } from './extension-views';
import { createLinkUnfurling, type LinkUnfurling } from './link-unfurling';
import { quote } from './shorten-tokens';

export interface SearchRequest {
  readonly commandId: string;
  /** Empty when the extension has just been opened. */
  readonly text: string;
  readonly skip?: number;
  readonly count?: number;
}

/** The message extension in one person's client (docs/reference/teams-platform.md#message-extension). */
export interface Extension extends LinkUnfurling, ExtensionSettings {
  search(conversationId: string, request: SearchRequest): Promise<SearchView>;
  /** Repeats the last query or link that asked for a sign-in; throws when there is none. */
  completeSignIn(state: string): Promise<SearchView>;
}

const PAGE_SIZE = 25;

export function createExtension(session: ClientSession): Extension {
  const flow = createExtensionFlow(session);
  return {
    ...createLinkUnfurling(session, flow),
    ...createExtensionSettings(session),
    search: (conversationId, request) => search({ session, flow, conversationId }, request),
    async completeSignIn(state) {
      for (const ssoToken of session.ssoTokens) ssoToken.renew();
      return toView(await flow.resume(state));
    },
  };
}

interface Place {
  readonly session: ClientSession;
  readonly flow: ExtensionFlow;
  readonly conversationId: string;
}

async function search(
  { session, flow, conversationId }: Place,
  { commandId, text, skip = 0, count = PAGE_SIZE }: SearchRequest,
): Promise<SearchView> {
  const parameter = text === '' ? { name: 'initialRun', value: 'true' } : { name: 'query', value: text };
  const name = 'composeExtension/query';
  const view = toView(
    await flow.ask({
      conversationId,
      name,
      value: {
        commandId,
        commandContext: 'compose',
        context: { theme: 'default' },
        parameters: [parameter],
        queryOptions: { skip, count },
      },
      title: `${name} ${commandId} ${quote(text)}${skip === 0 ? '' : ` from ${skip}`}`,
    }),
  );
  if (view.kind !== 'results' || view.hits.length <= count) return view;
  const problem = `${name}: ${view.hits.length} results, and only ${count} were asked for.`;
  notify(session, conversationId, { kind: 'protocolError', text: problem });
  return { kind: 'results', hits: view.hits.slice(0, count) };
}

function toView(ending: ExtensionEnding): SearchView {
  return ending.kind === 'results' ? { kind: 'results', hits: ending.hits } : ending;
}
