import { ADA, alertsOf, extensionAnswer, silent, start } from './teams-rig';

const PAGE = 'http://localhost:3978/auth/sign-out?state=x';
const config = (actions: readonly object[]) =>
  extensionAnswer({ type: 'config', suggestedActions: { actions } });

describe('the settings of the message extension', () => {
  it('open the page that the bot names, and tell the bot how it ended', async () => {
    const { teams, received } = await start(({ name }) =>
      name === 'composeExtension/setting' ? { status: 200 } : config([{ type: 'openUrl', value: PAGE }]),
    );
    const client = teams.client(ADA);

    expect(await client.openSettings(client.personalChatId)).toEqual({ kind: 'page', link: PAGE });
    await client.closeSettings(client.personalChatId, 'state-of-the-page');

    expect(
      received.map(({ type, name, value, from }) => [type, name, value?.state, from.aadObjectId]),
    ).toEqual([
      ['invoke', 'composeExtension/querySettingUrl', undefined, ADA],
      ['invoke', 'composeExtension/setting', 'state-of-the-page', ADA],
    ]);
  });

  it.each([
    ['nothing', { status: 200 }, /^protocolError: composeExtension\/querySettingUrl: answer/],
    ['no address', config([{ type: 'openUrl', value: 'here' }]), /value/],
    ['two pages', config([1, 2].map(() => ({ type: 'openUrl', value: PAGE }))), /actions/],
    ['results', extensionAnswer({ type: 'result', attachments: [] }), /type/],
  ])('say what is wrong with %s', async (_, answer, complaint) => {
    const rig = await start(() => answer);
    const client = rig.teams.client(ADA);

    expect(await client.openSettings(client.personalChatId)).toMatchObject({ kind: 'error' });
    expect(alertsOf(rig)).toEqual([expect.stringMatching(complaint)]);
  });

  it('are unreachable with the bot', async () => {
    const rig = await start(() => ({ status: 500 }));
    const client = rig.teams.client(ADA);

    expect(await client.openSettings(client.personalChatId)).toMatchObject({ kind: 'error' });
    await client.closeSettings(client.personalChatId, 'x');

    expect(alertsOf(rig)).toEqual(['protocolError: composeExtension/setting: wants HTTP 200, got HTTP 500.']);
  });

  it('are closed to whoever is not in the conversation', async () => {
    const { teams } = await start(silent);

    await expect(teams.client(ADA).openSettings('elsewhere')).rejects.toThrow('No such conversation');
  });
});
