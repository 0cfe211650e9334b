import { createMessage, startEdge, TENANT_ID, type Edge } from './start-edge';

const OTHER_TENANT = 'bbbbbbbb-0000-4000-8000-0000000000bb';
const LINK = 'composeExtension/anonymousQueryLink';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge({
    logic: async (context) => {
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200 } });
    },
  });
});
afterAll(() => edge.close());

/** An activity with these tenants in its conversation and in its channel data. */
function naming(inConversation: unknown, inChannelData: unknown, parts: object = {}): object {
  return createMessage({
    type: 'invoke',
    name: LINK,
    conversation: { id: 'a', tenantId: inConversation },
    channelData: inChannelData === undefined ? undefined : { tenant: { id: inChannelData } },
    ...parts,
  });
}

async function verdictOn(activity: object): Promise<readonly unknown[]> {
  const { status } = await edge.post(activity);
  return [status, edge.verdicts.at(-1)];
}

describe('a link that is pasted where the app is not installed', () => {
  it.each([
    ['no tenant is named', undefined, undefined],
    ['the tenant is blacked out', 'redacted', undefined],
    ['the tenant is blacked out in both places', 'redacted', 'redacted'],
    ['a served tenant is named', TENANT_ID, undefined],
  ])('is accepted when %s', async (_, inConversation, inChannelData) => {
    expect(await verdictOn(naming(inConversation, inChannelData))).toEqual([200, 'accepted']);
  });

  it.each([
    ['a tenant is named that is not served', OTHER_TENANT, undefined],
    ['one is named beside a tenant that is blacked out', 'redacted', OTHER_TENANT],
    ['the first of two is one that is not served', OTHER_TENANT, 'redacted'],
    ['two tenants are named, a served one among them', TENANT_ID, OTHER_TENANT],
    ['the tenant is blacked out in another way', 'Redacted', undefined],
    ['the tenant is no text', ['redacted'], undefined],
  ])('is refused when %s', async (_, inConversation, inChannelData) => {
    expect(await verdictOn(naming(inConversation, inChannelData))).toEqual([401, 'tenant']);
  });
});

describe('everything else', () => {
  it.each([
    ['a search', { name: 'composeExtension/query' }],
    ['a link pasted where the app is installed', { name: 'composeExtension/queryLink' }],
    ['a card action', { name: 'adaptiveCard/action' }],
    ['a token', { name: 'signin/tokenExchange' }],
    ['an invoke without a name', { name: undefined }],
    ['a name in other letters', { name: LINK.toUpperCase() }],
    ['a message with the name of such a link', { type: 'message' }],
  ])('is refused without a tenant: %s', async (_, parts) => {
    expect(await verdictOn(naming(undefined, undefined, parts))).toEqual([401, 'tenant']);
    expect(await verdictOn(naming('redacted', 'redacted', parts))).toEqual([401, 'tenant']);
  });
});
