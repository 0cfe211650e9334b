import { createPersonApi } from './api.js';
import { toast } from './announce.js';

/**
 * One person at the page: what they may do, and news from the server while they sit here.
 * @param {import('./people-menu.js').Person} person
 * @param {{ botOrigin: string, openOwnChat: () => void, openShareDialog: (address: string) => void }} options where
 * the bot's own pages are; ways to the person's own chat with the bot, and to "Share to…"
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
      for (const name of ['chat', 'wire', 'wire-cleared', 'switches', 'bot']) {
        source.addEventListener(name, (event) => {
          news.dispatchEvent(new CustomEvent(name, { detail: JSON.parse(event.data) }));
        });
      }
      source.addEventListener('open', () => {
        isConnected = true;
        // What happened before is not told again.
        for (const name of ['chat', 'switches', 'connected']) news.dispatchEvent(new CustomEvent(name));
      });
      source.addEventListener('error', () => {
        if (isConnected) toast("Can't reach the sandbox. Reconnecting…", 'error');
        isConnected = false;
      });
    },
    stop: () => source?.close(),
    /**
     * @param {'chat' | 'wire' | 'wire-cleared' | 'switches' | 'connected' | 'bot'} name
     * @param {(detail: any) => void} listener
     */
    on: (name, listener) => news.addEventListener(name, (event) => listener(event.detail)),
    /**
     * Waits for a request, and tells the person when it fails.
     * @param {Promise<unknown>} work
     * @returns {Promise<boolean>} whether it worked
     */
    async attempt(work) {
      try {
        await work;
        return true;
      } catch (error) {
        toast(error.message, 'error');
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
 * The page speaks English; whether a day has 12 or 24 hours is the person's.
 * @param {string} iso
 * @param {{ locale: string, timeZone: string }} person
 * @param {Intl.DateTimeFormatOptions} options
 */
function format(iso, { locale, timeZone }, options) {
  const language = locale === 'en-US' ? 'en-US' : 'en-GB';
  return new Intl.DateTimeFormat(language, { ...options, timeZone }).format(new Date(iso));
}
