/** The page's requests to its server; `page-server.ts` lists them. */

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @param {AbortSignal} [signal]
 */
async function call(method, path, body, signal) {
  const response = await fetch(path, {
    method,
    signal,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(await readMessage(response));
  return response.status === 204 ? undefined : response.json();
}

/** @param {Response} response */
async function readMessage(response) {
  const text = await response.text();
  try {
    return JSON.parse(text).message;
  } catch {
    return `The sandbox answered ${response.status}.`;
  }
}

export const getWorld = () => call('GET', '/api/world');

export const listWireEntries = () => call('GET', '/api/wire');

/** @param {number} id */
export const getWireEntry = (id) => call('GET', `/api/wire/${id}`);

export const clearWire = () => call('DELETE', '/api/wire');

/**
 * What one person can do.
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
    listChats: () => call('GET', `${person}/chats`),
    /** @param {string} chatId */
    getTimeline: (chatId) => call('GET', chat(chatId)),
    /** @param {string} chatId */
    open: (chatId) => call('POST', `${chat(chatId)}/open`),
    /** @param {string} chatId */
    listMembers: (chatId) => call('GET', `${chat(chatId)}/members`),
    /** @param {string} chatId @param {string} text @param {{ personId: string, name: string }[]} mentions */
    send: (chatId, text, mentions) => call('POST', `${chat(chatId)}/send`, { text, mentions }),
    /** @param {string} messageId @param {object} action */
    press: (messageId, action) => call('POST', `${message(messageId)}/press`, action),
    /** @param {string} messageId @param {object} data */
    submit: (messageId, data) => call('POST', `${message(messageId)}/submit`, { data }),
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
     */
    search: (chatId, query, signal) => call('POST', `${chat(chatId)}/search`, query, signal),
    /** @param {string} state */
    completeSearchSignIn: (state) => call('POST', `${person}/search-sign-in`, { state }),
    /** @param {string} chatId @param {string} url */
    pasteLink: (chatId, url) => call('POST', `${chat(chatId)}/link`, { url }),
    /** @param {string} chatId @param {object} card @param {string} text */
    share: (chatId, card, text) => call('POST', `${chat(chatId)}/share`, { card, text }),
    /** @param {string} chatId */
    listEvents: (chatId) => call('GET', `${chat(chatId)}/events`),
    /** @param {string} chatId @param {string} id @param {string} [text] */
    happen: (chatId, id, text) => call('POST', `${chat(chatId)}/events/${encodeURIComponent(id)}`, { text }),
    listSwitches: () => call('GET', `${person}/switches`),
    /** @param {string} id @param {unknown} value */
    setSwitch: (id, value) => call('PUT', `${person}/switches/${encodeURIComponent(id)}`, { value }),
    resetSwitches: () => call('POST', `${person}/switches/reset`),
  };
}
