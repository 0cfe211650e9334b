import { messageOf } from './api.js';

const DEBOUNCE_MS = 300;
const PAGE_SIZE = 25;

/**
 * The content of the flyout. It is `results` also while a further page is loading or could not be loaded.
 * @typedef {import('../../teams/extension-views').SearchHit} Hit
 * @typedef {{ kind: 'loading' } | { kind: 'results', hits: Hit[], next: 'none' | 'open' | 'loading' | 'failed' }
 *   | { kind: 'message', text: string } | { kind: 'signIn', title: string, link: string }
 *   | { kind: 'error', text: string }} SearchState
 */

/**
 * Searches as the Teams client does: waits for a pause in typing and ignores answers to older queries.
 * @param {{ ask: (query: { commandId: string, text: string, skip: number, count: number }, signal: AbortSignal) => Promise<import('../../teams/extension-views').SearchView>, show: (state: SearchState, isOutdated: boolean) => void }} options
 * `isOutdated`: a newer query has not been answered yet
 */
export function createSearch({ ask, show }) {
  let query = { commandId: '', text: '' };
  /** @type {SearchState} */
  let state = { kind: 'loading' };
  let isOutdated = false;
  let current = new AbortController();
  /** @type {number | undefined} */
  let pause;

  /** @param {SearchState} next */
  function change(next) {
    state = next;
    isOutdated = false;
    show(state, false);
  }

  function stop() {
    clearTimeout(pause);
    current.abort();
    current = new AbortController();
  }

  /** @param {Hit[]} known the hits of the pages before */
  async function load(known) {
    stop();
    const { signal } = current;
    try {
      // An explanation may come as an extra first result, which belongs to no page.
      const skip = known.length - (known.length % PAGE_SIZE);
      const answer = await ask({ ...query, skip, count: PAGE_SIZE }, signal);
      if (!signal.aborted) change(stateAfter(known, answer));
    } catch (error) {
      if (signal.aborted) return;
      change(
        known.length > 0
          ? { kind: 'results', hits: known, next: 'failed' }
          : { kind: 'error', text: messageOf(error) },
      );
    }
  }

  function restart() {
    change({ kind: 'loading' });
    return load([]);
  }

  return {
    stop,
    /** Asks immediately for the first page. @param {{ commandId: string, text: string }} next */
    start(next) {
      query = next;
      void restart();
    },
    /** Asks after a pause; the present results stay until the answer comes. @param {string} text */
    type(text) {
      stop();
      query = { ...query, text };
      isOutdated = true;
      show(state, true);
      pause = setTimeout(() => void load([]), DEBOUNCE_MS);
    },
    again: () => void restart(),
    more() {
      if (isOutdated || state.kind !== 'results' || state.next === 'none' || state.next === 'loading') return;
      const { hits } = state;
      change({ kind: 'results', hits, next: 'loading' });
      void load(hits);
    },
    /** Shows an answer to the last query that came in another way. @param {import('../../teams/extension-views').SearchView} answer */
    receive(answer) {
      stop();
      change(stateAfter([], answer));
    },
  };
}

/**
 * @param {Hit[]} known
 * @param {import('../../teams/extension-views').SearchView} answer
 * @returns {SearchState}
 */
function stateAfter(known, answer) {
  if (answer.kind === 'results') {
    const { hits } = answer;
    return { kind: 'results', hits: [...known, ...hits], next: hits.length < PAGE_SIZE ? 'none' : 'open' };
  }
  if (known.length === 0) return answer;
  // A message instead of a further page means that there is none.
  return { kind: 'results', hits: known, next: answer.kind === 'message' ? 'none' : 'failed' };
}
