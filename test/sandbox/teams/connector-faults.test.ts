import type { ConnectorFaultName } from '../../../sandbox/teams/connector-settings';
import { ADA, silent, start, type Rig } from './teams-rig';

const HELLO = { type: 'message', text: 'Hello' };

function pathOf({ teams }: Rig): string {
  return `v3/conversations/${encodeURIComponent(teams.client(ADA).personalChatId)}/activities`;
}

function textsOf({ teams }: Rig): readonly string[] {
  const client = teams.client(ADA);
  return client.timeline(client.personalChatId).messages.map(({ text }) => text);
}

async function startWith(fault: ConnectorFaultName): Promise<Rig> {
  const rig = await start(silent);
  rig.teams.connector.fault = fault;
  return rig;
}

describe('a fault of the connector', () => {
  it.each<[ConnectorFaultName, string, readonly string[]]>([
    ['preconditionFailed', '412 PreconditionFailed', []],
    ['throttled', '429 TooManyRequests', []],
    ['throttledLong', '429 TooManyRequests', []],
    ['serverError', '500 ServiceError', []],
    ['serverErrorTaken', '500 ServiceError', ['Hello']],
    ['badGateway', '502 ServiceError', []],
    ['badGatewayTaken', '502 ServiceError', ['Hello']],
    ['unavailable', '503 ServiceUnavailable', []],
    ['gatewayTimeout', '504 GatewayTimeout', []],
    ['blocked', '403 MessageWritesBlocked', []],
    ['notFound', '404 ConversationNotFound', []],
    ['tooBig', '413 MessageSizeTooBig', []],
  ])('%s answers %s', async (fault, answered, shown) => {
    const rig = await startWith(fault);

    const { status, body } = await rig.call('POST', pathOf(rig), { body: HELLO });

    const { error } = body as { readonly error: { readonly code: string } };
    expect(`${status} ${error.code}`).toBe(answered);
    expect(textsOf(rig)).toEqual(shown);
  });

  it.each<[ConnectorFaultName, string | null]>([
    ['throttled', '2'],
    ['throttledLong', '30'],
    ['unavailable', null],
  ])('%s names a wait of %p', async (fault, retryAfter) => {
    const { teams } = await startWith(fault);

    const response = await fetch(`${teams.serviceUrl}v3/conversations`, {
      method: 'POST',
      headers: { authorization: 'Bearer connector-token', 'content-type': 'application/json' },
      body: JSON.stringify({ members: [{ id: ADA }] }),
    });

    expect(response.headers.get('retry-after')).toBe(retryAfter);
  });

  it('can reset the connection after the message was accepted, which is logged', async () => {
    const rig = await startWith('reset');

    await expect(rig.call('POST', pathOf(rig), { body: HELLO })).rejects.toThrow();

    expect(textsOf(rig)).toEqual(['Hello']);
    expect(rig.log.entries()).toMatchObject([{ title: 'send "Hello"', status: 0 }]);
  });

  it('can stay silent after the message was accepted', async () => {
    const rig = await startWith('silence');
    const changed = new Promise<void>((resolve) => {
      rig.teams.client(ADA).subscribe(() => {
        if (textsOf(rig).length > 0) resolve();
      });
    });
    let isAnswered = false;

    const answer = rig.call('POST', pathOf(rig), { body: HELLO }).then(
      () => (isAnswered = true),
      () => false,
    );
    await changed;
    // A later call has been answered, and this one has not.
    await rig.call('GET', pathOf(rig).replace(/activities$/, 'members'));

    expect(isAnswered).toBe(false);
    await rig.close();
    expect(await answer).toBe(false);
  });

  it('can apply once, and spares typing and reading', async () => {
    const rig = await startWith('unavailable');
    rig.teams.connector.faultTimes = 'once';
    const post = async (body: object): Promise<number> =>
      (await rig.call('POST', pathOf(rig), { body })).status;

    const members = await rig.call('GET', pathOf(rig).replace(/activities$/, 'members'));
    const statuses = [await post({ type: 'typing' }), await post(HELLO), await post(HELLO)];

    expect([members.status, ...statuses]).toEqual([200, 201, 503, 201]);
    expect(rig.teams.connector.fault).toBe('none');
  });
});
