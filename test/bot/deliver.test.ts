import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TurnContext } from 'botbuilder';
import { deliver } from '../../src/bot/activity/deliver';
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

/** What came of a message that Teams answers so. */
async function deliverTo(answer: number): Promise<Delivered> {
  status = answer;
  const { port } = connector.address() as AddressInfo;
  const serviceUrl = `http://127.0.0.1:${port}/emea/`;
  let delivered: Delivered | undefined;
  logic = (context) =>
    runInTurn('TURN', async () => {
      const error: unknown = await deliver(context, { type: 'message', text: 'Hello' }).catch(
        (thrown: unknown) => thrown,
      );
      delivered = { error, facts: currentTurnFacts() };
    });
  await edge.post(createMessage({ serviceUrl }), edge.token({ serviceUrl }));
  if (delivered === undefined) throw new Error('The turn did not run.');
  return delivered;
}

describe('deliver', () => {
  it.each([201, 202])(
    'records nothing for a message that Teams accepted with %i, whatever its body',
    async (answer) => {
      expect(await deliverTo(answer)).toEqual({ error: undefined, facts: {} });
    },
  );

  it.each([403, 404])('reads %i as no recipient, which is no fault', async (answer) => {
    expect(await deliverTo(answer)).toEqual({ error: undefined, facts: { outcome: 'undelivered' } });
  });

  it.each([412, 429, 500, 502, 503, 504])(
    'records that a message may be lost after %i, and sends no more',
    async (answer) => {
      const facts = { outcome: 'undelivered', fault: 'notDelivered' };
      expect(await deliverTo(answer)).toEqual({ error: undefined, facts });
    },
  );

  it.each([400, 401, 413])('throws when Teams refuses the message itself: %i', async (answer) => {
    const { error } = await deliverTo(answer);

    expect(error).toMatchObject({ kind: 'messageRefused', status: answer });
  });

  it('sends nothing without a token', async () => {
    tokenFault = Object.assign(new Error('none'), { name: 'ConnectorTokenError' });

    expect(await deliverTo(201)).toMatchObject({ error: undefined, facts: { fault: 'notDelivered' } });
  });

  it('throws on errors that are not from Teams', async () => {
    tokenFault = new TypeError('a bug');

    expect(await deliverTo(201)).toMatchObject({ error: tokenFault, facts: {} });
  });
});
