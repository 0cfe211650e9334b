const DEBOUNCE_MS = 300;
const PAGE_SIZE = 25;

/**
 * What the flyout shows. `results` also while a further page is on its way or could not be loaded.
 * @typedef {{ card: object, preview: { title: string, text: string, imageUrl?: string } }} Hit
 * @typedef {{ kind: 'loading' } | { kind: 'results', hits: Hit[], next: 'none' | 'open' | 'loading' | 'failed' }
 *   | { kind: 'message', text: string } | { kind: 'signIn', title: string, link: string }
 *   | { kind: 'error', text: string }} SearchState
 */

/**
 * Searches as the Teams client does: waits for a pause in typing, and forgets the answer to an older query.
 * @param {{ ask: (query: { commandId: string, text: string, skip: number, count: number }, signal: AbortSignal) => Promise<any>, show: (state: SearchState, isOutdated: boolean) => void }} options
 * `isOutdated`: the answer to a newer query is on its way
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
      // A line that explains the list may stand at its top, and counts for no page.
      const skip = known.length - (known.length % PAGE_SIZE);
      const answer = await ask({ ...query, skip, count: PAGE_SIZE }, signal);
      if (!signal.aborted) change(stateAfter(known, answer));
    } catch (error) {
      if (signal.aborted) return;
      change(
        known.length > 0
          ? { kind: 'results', hits: known, next: 'failed' }
          : { kind: 'error', text: error.message },
      );
    }
  }

  function restart() {
    change({ kind: 'loading' });
    return load([]);
  }

  return {
    stop,
    /** Asks at once, from the first page. @param {{ commandId: string, text: string }} next */
    start(next) {
      query = next;
      void restart();
    },
    /** Asks after a pause. What is shown stays until the answer. @param {string} text */
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
    /** The answer to the last query, which came by another way. @param {any} answer */
    receive(answer) {
      stop();
      change(stateAfter([], answer));
    },
  };
}

/**
 * @param {Hit[]} known
 * @param {any} answer a `SearchView` of the server
 * @returns {SearchState}
 */
function stateAfter(known, answer) {
  if (answer.kind === 'results') {
    const { hits } = answer;
    return { kind: 'results', hits: [...known, ...hits], next: hits.length < PAGE_SIZE ? 'none' : 'open' };
  }
  if (known.length === 0) return answer;
  // A sentence in the place of a further page: there is none.
  return { kind: 'results', hits: known, next: answer.kind === 'message' ? 'none' : 'failed' };
}
