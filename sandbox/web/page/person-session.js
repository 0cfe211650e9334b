import { createPersonApi, messageOf } from './api.js';
import { toast } from './announce.js';

/**
 * The server's events, by name, with their data.
 * @typedef {object} News
 * @property {undefined} chat
 * @property {import('../page-shapes').WireLine} wire
 * @property {undefined} wire-cleared
 * @property {undefined} switches
 * @property {undefined} connected
 * @property {import('../page-shapes').BotEvent} bot
 * @property {undefined} restarted
 */

/** @typedef {ReturnType<typeof createPersonSession>} Session */

/**
 * One person at the page: their requests to the server and its events, until the session is stopped.
 * @param {import('../page-shapes').PersonView} person
 * @param {{ botOrigin: string, openOwnChat: () => void, openShareDialog: (address: string) => void }} options
 * the origin of the bot's pages, and functions that open the person's own chat with the bot and "Share to…"
 */
export function createPersonSession(person, { botOrigin, openOwnChat, openShareDialog }) {
  const api = createPersonApi(person.id);
  const news = new EventTarget();
  /** @type {EventSource | undefined} */
  let source;
  let isConnected = false;

  return {
    person,
    api,
    botOrigin,
    openOwnChat,
    openShareDialog,
    start() {
      source = new EventSource(api.eventsPath);
      for (const name of ['chat', 'wire', 'wire-cleared', 'switches', 'bot', 'restarted']) {
        source.addEventListener(name, (event) => {
          news.dispatchEvent(new CustomEvent(name, { detail: JSON.parse(event.data) }));
        });
      }
      source.addEventListener('open', () => {
        isConnected = true;
        // The server does not repeat events from before the connection.
        for (const name of ['chat', 'switches', 'connected']) news.dispatchEvent(new CustomEvent(name));
      });
      source.addEventListener('error', () => {
        if (isConnected) toast("Can't reach the sandbox. Reconnecting…", 'error');
        isConnected = false;
      });
    },
    stop: () => source?.close(),
    /**
     * @template {keyof News} Name
     * @param {Name} name
     * @param {(detail: News[Name]) => void} listener
     */
    on(name, listener) {
      news.addEventListener(name, (event) => {
        if (event instanceof CustomEvent) listener(event.detail);
      });
    },
    /**
     * Waits for a request and shows its error when it fails.
     * @param {Promise<unknown>} work
     * @returns {Promise<boolean>} whether it worked
     */
    async attempt(work) {
      try {
        await work;
        return true;
      } catch (error) {
        toast(messageOf(error), 'error');
        return false;
      }
    },
    /** @param {string} iso */
    timeOf: (iso) => format(iso, person, { hour: 'numeric', minute: '2-digit' }),
    /** @param {string} iso */
    dayOf: (iso) => format(iso, person, { weekday: 'long', day: 'numeric', month: 'long' }),
  };
}

/**
 * The page is in English; the person's locale decides between 12 and 24 hours.
 * @param {string} iso
 * @param {{ locale: string, timeZone: string }} person
 * @param {Intl.DateTimeFormatOptions} options
 */
function format(iso, { locale, timeZone }, options) {
  const language = locale === 'en-US' ? 'en-US' : 'en-GB';
  return new Intl.DateTimeFormat(language, { ...options, timeZone }).format(new Date(iso));
}
