/** The page's requests to its server; `page-server.ts` lists them. */

/**
 * @typedef {import('../page-shapes').ChatView} ChatView
 * @typedef {import('../page-shapes').ChatTimeline} ChatTimeline
 * @typedef {import('../../teams/timeline').MessageView} MessageView
 * @typedef {import('../switch').SwitchView} SwitchView
 */

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>} the server's answer; the functions below name its type
 */
async function call(method, path, body, signal) {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    ...(signal !== undefined && { signal }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(await readMessage(response));
  return response.status === 204 ? undefined : response.json();
}

/**
 * @param {unknown} error
 * @returns {string}
 */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/** @param {Response} response */
async function readMessage(response) {
  const text = await response.text();
  try {
    return JSON.parse(text).message;
  } catch {
    return `The sandbox answered ${response.status}.`;
  }
}

/** @returns {Promise<import('../page-shapes').WorldView>} */
export const getWorld = () => call('GET', '/api/world');

/** @returns {Promise<import('../page-shapes').WireLine[]>} */
export const listWireEntries = () => call('GET', '/api/wire');

/** @param {number} id @returns {Promise<import('../../wire-log').WireEntry>} */
export const getWireEntry = (id) => call('GET', `/api/wire/${id}`);

export const startOver = () => call('POST', '/api/start-over');

export const clearWire = () => call('DELETE', '/api/wire');

/**
 * The requests of one person.
 * @param {string} personId
 */
export function createPersonApi(personId) {
  const person = `/api/people/${encodeURIComponent(personId)}`;
  /** @param {string} id */
  const chat = (id) => `${person}/chats/${encodeURIComponent(id)}`;
  /** @param {string} id */
  const message = (id) => `${person}/messages/${encodeURIComponent(id)}`;
  return {
    eventsPath: `${person}/events`,
    /** @returns {Promise<ChatView[]>} */
    listChats: () => call('GET', `${person}/chats`),
    /** @param {string} chatId @returns {Promise<ChatTimeline>} */
    getTimeline: (chatId) => call('GET', chat(chatId)),
    /** @param {string} chatId */
    open: (chatId) => call('POST', `${chat(chatId)}/open`),
    /** @param {string} chatId @returns {Promise<import('../page-shapes').MemberView[]>} */
    listMembers: (chatId) => call('GET', `${chat(chatId)}/members`),
    /** @param {string} chatId @param {string} text @param {{ personId: string, name: string }[]} [mentions] */
    send: (chatId, text, mentions = []) => call('POST', `${chat(chatId)}/send`, { text, mentions }),
    /** @param {string} messageId @param {object} action */
    press: (messageId, action) => call('POST', `${message(messageId)}/press`, action),
    /** @param {string} messageId @param {object} data */
    submit: (messageId, data) => call('POST', `${message(messageId)}/submit`, { data }),
    /** @param {string} messageId @param {'like' | 'dislike'} reaction @param {string} text */
    giveFeedback: (messageId, reaction, text) =>
      call('POST', `${message(messageId)}/feedback`, { reaction, text }),
    /** @param {string} messageId @param {string} decision */
    decideOnFile: (messageId, decision) => call('POST', `${message(messageId)}/file`, { decision }),
    /** @param {string} fileId */
    fileAddress: (fileId) => `${person}/files/${encodeURIComponent(fileId)}`,
    /** @param {string} messageId @param {object} outcome */
    endSignIn: (messageId, outcome) => call('POST', `${message(messageId)}/sign-in`, outcome),
    /**
     * @param {string} chatId
     * @param {{ commandId: string, text: string, skip: number, count: number }} query
     * @param {AbortSignal} signal
     * @returns {Promise<import('../../teams/extension-views').SearchView>}
     */
    search: (chatId, query, signal) => call('POST', `${chat(chatId)}/search`, query, signal),
    /** @param {string} state @returns {Promise<import('../../teams/extension-views').SearchView>} */
    completeSearchSignIn: (state) => call('POST', `${person}/search-sign-in`, { state }),
    /** @param {string} chatId @returns {Promise<import('../../teams/extension-views').SettingsView>} */
    openSettings: (chatId) => call('POST', `${chat(chatId)}/settings`),
    /** @param {string} chatId @param {string} state */
    endSettings: (chatId, state) => call('POST', `${chat(chatId)}/settings/end`, { state }),
    /** @param {string} chatId @param {string} url @returns {Promise<import('../../teams/extension-views').LinkView>} */
    pasteLink: (chatId, url) => call('POST', `${chat(chatId)}/link`, { url }),
    /** @param {string} chatId @param {object} card @param {string} text */
    share: (chatId, card, text) => call('POST', `${chat(chatId)}/share`, { card, text }),
    /** @param {string} chatId @returns {Promise<import('../page-shapes').EventOption[]>} */
    listEvents: (chatId) => call('GET', `${chat(chatId)}/events`),
    /** @param {string} chatId @param {string} id @param {string} [text] */
    happen: (chatId, id, text) => call('POST', `${chat(chatId)}/events/${encodeURIComponent(id)}`, { text }),
    /** @returns {Promise<SwitchView[]>} */
    listSwitches: () => call('GET', `${person}/switches`),
    /** @param {string} id @param {unknown} value @returns {Promise<SwitchView[]>} */
    setSwitch: (id, value) => call('PUT', `${person}/switches/${encodeURIComponent(id)}`, { value }),
    /** @returns {Promise<SwitchView[]>} */
    resetSwitches: () => call('POST', `${person}/switches/reset`),
  };
}
