import { createConnectors } from '../../src/server/connectors';

describe('connect', () => {
  it('keeps one client for each service URL', () => {
    const connectors = createConnectors({ getToken: () => Promise.resolve({ token: 'secret' }) });

    const europe = connectors.connect('https://smba.example.com/emea/');

    expect(connectors.connect('https://smba.example.com/emea/')).toBe(europe);
    expect(connectors.connect('https://smba.example.com/amer/')).not.toBe(europe);
  });

  it('does not even ask for the token when a call would leave the service', async () => {
    const getToken = jest.fn(() => Promise.resolve({ token: 'secret' }));
    const client = createConnectors({ getToken }).connect('https://smba.example.com/emea/');
    const call = { url: 'https://elsewhere.example.com/' } as Parameters<
      typeof client.credentials.signRequest
    >[0];

    await expect(client.credentials.signRequest(call)).rejects.toThrow();
    expect(getToken).not.toHaveBeenCalled();
  });
});
