import { newId } from './element.js';

/** @import { Action } from '../../../post/actions.ts' */
/** @import { ShownMessage } from '../channel/seen-by.ts' */
/** @import { SharedFile } from '../message.ts' */
/** @import { Reply } from '../create-talk.ts' */

const HEADERS = { 'x-nutgraf-playground': '1' };
/** So often it is tried again while the server is away: it may be starting anew. */
const TRIES = 40;
const BETWEEN_MS = 750;
/** So long a connection may take before somebody is told. */
const CONNECT_MS = 6000;

/** What went wrong, in words for people. */
export class RefusedError extends Error {}

/** What stands in the channel, what buttons say, and how much a file may hold. @typedef {{ messages: readonly ShownMessage[], labels: Record<Action, string>, limits: FileLimits }} WholeChannel */
/** @typedef {{ readonly maxPdfBytes: number, readonly maxPageBytes: number }} FileLimits */
/** @typedef {'connected' | 'lost' | 'waiting'} State */

/**
 * Listens to the channel while the page is in view. The browser comes back by itself when the connection breaks, and gets
 * the whole channel then. A tab that nobody sees gives its connection up: a browser has six for one server, and they
 * would be gone with as many tabs.
 * @param {{
 *   onChannel: (channel: WholeChannel) => void,
 *   onMessage: (message: ShownMessage) => void,
 *   onRemoved: (id: string) => void,
 *   onState: (state: State) => void,
 * }} listener
 */
export function listen(listener) {
  /** @type {EventSource | undefined} */
  let events;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let later;
  const close = () => {
    clearTimeout(later);
    events?.close();
    events = undefined;
  };
  const open = () => {
    close();
    const opened = new EventSource('/events');
    events = opened;
    later = setTimeout(() => listener.onState('waiting'), CONNECT_MS);
    /** @template Data @param {string} name @param {(data: Data) => void} take */
    const on = (name, take) =>
      opened.addEventListener(name, (event) => take(JSON.parse(event.data)));
    on('channel', (/** @type {WholeChannel} */ channel) => {
      clearTimeout(later);
      listener.onState('connected');
      listener.onChannel(channel);
    });
    on('message', listener.onMessage);
    on('removed', (/** @type {{ id: string }} */ { id }) => listener.onRemoved(id));
    opened.addEventListener('error', () => {
      clearTimeout(later);
      listener.onState('lost');
      // After a refusal it does not come back by itself.
      if (opened.readyState === EventSource.CLOSED) later = setTimeout(open, BETWEEN_MS);
    });
  };
  const openWhereSeen = () => (document.visibilityState === 'hidden' ? close() : open());
  document.addEventListener('visibilitychange', openWhereSeen);
  openWhereSeen();
}

/**
 * Sends something that a person did. It has a name of its own, so trying again does it once.
 * @param {'say' | 'press' | 'summarize' | 'submit' | 'clear'} what
 * @param {Record<string, unknown>} data
 * @returns {Promise<Reply>}
 */
export async function send(what, data = {}) {
  const body = JSON.stringify({ id: newId(), ...data });
  const headers = { ...HEADERS, 'content-type': 'application/json' };
  const answer = await untilThere(() => fetch(`/${what}`, { method: 'POST', headers, body }));
  return /** @type {Promise<Reply>} */ (read(answer));
}

/** @param {Blob} file @param {string} name @param {AbortSignal} signal @returns {Promise<SharedFile>} */
export async function sendFile(file, name, signal) {
  const address = `/files?${new URLSearchParams({ name })}`;
  const answer = await untilThere(() =>
    fetch(address, { method: 'POST', headers: HEADERS, body: file, signal }),
  );
  return /** @type {Promise<SharedFile>} */ (read(answer));
}

/** @returns {Promise<SharedFile>} */
export async function shareExample() {
  const answer = await untilThere(() => fetch('/example', { method: 'POST', headers: HEADERS }));
  return /** @type {Promise<SharedFile>} */ (read(answer));
}

/**
 * @param {'drawing' | 'article' | 'digests' | 'suggest'} what
 * @param {Record<string, string>} query
 * @returns {Promise<any>}
 */
export async function ask(what, query = {}) {
  return read(await fetch(`/${what}?${new URLSearchParams(query)}`));
}

/** @param {Response} answer @returns {Promise<unknown>} */
async function read(answer) {
  if (answer.ok) return answer.json();
  throw new RefusedError((await answer.text()) || 'The server has a fault.');
}

/** @param {() => Promise<Response>} attempt */
async function untilThere(attempt) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      if (tries === TRIES) throw new RefusedError('Nutgraf cannot be reached.', { cause: error });
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    }
  }
}
