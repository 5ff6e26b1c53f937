import { newId } from './element.js';

/** @import { Action } from '../../../post/actions.ts' */
/** @import { Message, SharedFile } from '../message.ts' */
/** @import { Reply } from '../create-talk.ts' */

const HEADERS = { 'x-nutgraf-playground': '1' };
/** So often it is tried again while the server is away: it may be starting anew. */
const TRIES = 40;
const BETWEEN_MS = 750;

/** What went wrong, in words for people. */
export class RefusedError extends Error {}

/** What stands in the channel, and what buttons say. @typedef {{ messages: readonly Message[], labels: Record<Action, string> }} WholeChannel */

/**
 * Listens to the channel. The browser comes back by itself when the connection breaks, and gets the whole channel then.
 * @param {{
 *   onChannel: (channel: WholeChannel) => void,
 *   onMessage: (message: Message) => void,
 *   onRemoved: (id: string) => void,
 *   onState: (isConnected: boolean) => void,
 * }} listener
 */
export function listen(listener) {
  const events = new EventSource('/events');
  /** @template Data @param {string} name @param {(data: Data) => void} take */
  const on = (name, take) => events.addEventListener(name, (event) => take(JSON.parse(event.data)));
  on('channel', (/** @type {WholeChannel} */ channel) => {
    listener.onState(true);
    listener.onChannel(channel);
  });
  on('message', listener.onMessage);
  on('removed', (/** @type {{ id: string }} */ { id }) => listener.onRemoved(id));
  events.addEventListener('error', () => {
    listener.onState(false);
    // After a refusal it does not come back by itself.
    if (events.readyState !== EventSource.CLOSED) return;
    setTimeout(() => listen(listener), BETWEEN_MS);
  });
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

/** @param {Blob} file @param {string} name @returns {Promise<SharedFile>} */
export async function sendFile(file, name) {
  const address = `/files?${new URLSearchParams({ name })}`;
  const answer = await untilThere(() =>
    fetch(address, { method: 'POST', headers: HEADERS, body: file }),
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
      if (tries === TRIES) throw new RefusedError('Nutgraf cannot be reached.', { cause: error });
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    }
  }
}
