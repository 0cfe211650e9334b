import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TurnContext } from 'botbuilder';
import { sendReply } from '../../src/bot/activity/send-reply';
import { currentTurnFacts, runInTurn, type TurnFacts } from '../../src/logging/turn-context';
import { createMessage, startEdge, type Edge } from '../server/start-edge';

let edge: Edge;
let connector: Server;
let status: number;
let tokenFault: Error | undefined;
let logic: (context: TurnContext) => Promise<void>;
beforeAll(async () => {
  connector = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '60' });
    response.end(status === 202 ? '{"id":' : '{"id":"sent"}');
  });
  await new Promise<void>((resolve) => connector.listen(0, '127.0.0.1', resolve));
  edge = await startEdge({
    logic: (context) => logic(context),
    connectorTokens: {
      getToken: () =>
        tokenFault === undefined ? Promise.resolve({ token: 'secret' }) : Promise.reject(tokenFault),
    },
  });
});
afterAll(async () => {
  connector.close();
  await edge.close();
});
beforeEach(() => {
  tokenFault = undefined;
});

interface Delivered {
  readonly error: unknown;
  readonly facts: TurnFacts;
}

/** Returns the error and turn facts after a message that Teams answers with this status. */
async function deliverTo(answer: number): Promise<Delivered> {
  status = answer;
  const { port } = connector.address() as AddressInfo;
  const serviceUrl = `http://127.0.0.1:${port}/emea/`;
  let delivered: Delivered | undefined;
  logic = (context) =>
    runInTurn('TURN', async () => {
      const error: unknown = await sendReply(context, { kind: 'text', text: 'Hello' }).catch(
        (thrown: unknown) => thrown,
      );
      delivered = { error, facts: currentTurnFacts() };
    });
  await edge.post(createMessage({ serviceUrl }), edge.token({ serviceUrl }));
  if (delivered === undefined) throw new Error('The turn did not run.');
  return delivered;
}

describe('the delivery of a reply', () => {
  it.each([201, 202])('notes nothing when Teams answers %i, whatever the body', async (answer) => {
    expect(await deliverTo(answer)).toEqual({ error: undefined, facts: {} });
  });

  it.each([403, 404])('takes %i as a missing recipient, which is not a fault', async (answer) => {
    expect(await deliverTo(answer)).toEqual({ error: undefined, facts: { outcome: 'undelivered' } });
  });

  it.each([412, 429, 500, 502, 503, 504])(
    'resolves after %i and notes that the message may not have arrived',
    async (answer) => {
      const facts = { outcome: 'undelivered', fault: 'notDelivered' };
      expect(await deliverTo(answer)).toEqual({ error: undefined, facts });
    },
  );

  it.each([400, 401, 413])('throws messageRefused for %i', async (answer) => {
    const { error } = await deliverTo(answer);

    expect(error).toMatchObject({ kind: 'messageRefused', status: answer });
  });

  it('resolves without a connector token and notes the fault', async () => {
    tokenFault = Object.assign(new Error('none'), { name: 'TokenError' });

    expect(await deliverTo(201)).toMatchObject({ error: undefined, facts: { fault: 'notDelivered' } });
  });

  it('rethrows an unexpected error', async () => {
    tokenFault = new TypeError('a bug');

    expect(await deliverTo(201)).toMatchObject({ error: tokenFault, facts: {} });
  });
});
