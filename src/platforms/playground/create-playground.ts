import path from 'node:path';
import type { ChatPlatform } from '../../ports/chat-platform.ts';
import type { Core } from '../../ports/core.ts';
import { PlatformError } from '../../ports/platform-error.ts';
import { textAt } from '../payload-field.ts';
import { destinationAt, PLAYGROUND, readAddress, sentMessage } from './address.ts';
import { openChannel, type Channel } from './channel/open-channel.ts';
import { openSharedFiles } from './channel/open-shared-files.ts';
import { isSeenBy, shownTo } from './channel/seen-by.ts';
import { createTalk } from './create-talk.ts';
import { createAnswering } from './http/create-answering.ts';
import { createEventStreams, type EventStreams } from './http/event-streams.ts';
import type { BotMessage, Message } from './message.ts';
import type { Listening, PlaygroundParts } from './playground-parts.ts';
import { sourcesIn } from './read/read-request.ts';

/** A channel between one person and the bot, on a page in the browser. */
export interface Playground extends ChatPlatform {
  /** Where the page is; `undefined` before it has started. */
  address(): string | undefined;
}

export function createPlayground(parts: PlaygroundParts): Playground {
  const { folder, newKey, clock, log } = parts;
  const channel = openChannel({ folder, log });
  const files = openSharedFiles({ folder: path.join(folder, 'files'), newKey });
  const streams = createEventStreams();
  const closing = new AbortController();
  let listening: Listening | undefined;
  let unwatch: (() => void) | undefined;

  return {
    name: PLAYGROUND,
    address: () => listening?.address,
    async start(core: Core) {
      const talk = createTalk({ ...parts, channel, files, core });
      unwatch = watch(channel, streams);
      listening = await parts.listen(
        createAnswering({
          ...parts,
          channel,
          files,
          streams,
          talk,
          core,
          closing: closing.signal,
        }),
      );
      await talk.resume();
    },
    send(to, { post, key, audience }) {
      const known = findByKey(channel, key);
      if (known !== undefined) return Promise.resolve(sentMessage(known.id));
      const { answers, below, person, isPrivate = false } = readAddress(to.address);
      const message: BotMessage = {
        id: key,
        by: 'bot',
        atMs: clock.now(),
        post,
        key,
        revision: 1,
        isPrivate: isPrivate || audience === 'person',
        ...(answers === undefined ? {} : { answers }),
        ...(below === undefined ? {} : { below }),
        ...(person === undefined ? {} : { person }),
      };
      const said = answers === undefined ? undefined : channel.find(answers);
      channel.put(message, ...(said?.by === 'person' ? [{ ...said, isWaiting: false }] : []));
      return Promise.resolve(sentMessage(message.id));
    },
    replace(message, { post, key, audience }) {
      const standing = channel.find(idOf(message.address));
      if (standing?.by !== 'bot')
        return Promise.reject(new PlatformError('gone', 'the message was removed'));
      const { revision, isPrivate } = standing;
      channel.put({
        ...standing,
        post,
        key,
        revision: revision + 1,
        isPrivate: isPrivate || audience === 'person',
      });
      return Promise.resolve(sentMessage(standing.id));
    },
    remove(message) {
      const id = idOf(message.address);
      const below = channel.list().filter((one) => one.by === 'bot' && one.below === id);
      channel.remove(id, ...below.map((one) => one.id));
      return Promise.resolve();
    },
    find(_to, key) {
      const known = findByKey(channel, key);
      return Promise.resolve(
        known === undefined
          ? { status: 'absent' }
          : { status: 'found', message: sentMessage(known.id) },
      );
    },
    lookUp(message) {
      const found = channel.find(idOf(message));
      return Promise.resolve(
        found === undefined
          ? { status: 'failed', because: 'gone' }
          : { status: 'found', sources: sourcesIn(found) },
      );
    },
    download({ name, address }) {
      const body = files.read(idOf(address));
      return Promise.resolve(
        body === undefined
          ? { status: 'failed', problem: { code: 'file-not-found', path: name } }
          : { status: 'downloaded', body },
      );
    },
    toChannel: () => destinationAt({}),
    toThread: (below) => destinationAt({ below: idOf(below.address) }),
    toPerson: (person) => destinationAt({ isPrivate: true, person }),
    fitsOneMessage: (post) => parts.fitsOneMessage(post),
    rightsIn: ({ channel: asked }) =>
      Promise.resolve(
        asked === PLAYGROUND
          ? { mayCreate: true, mayManage: true, channelName: `#${PLAYGROUND}` }
          : { mayCreate: false, mayManage: false, hindrance: 'no-such-channel' },
      ),
    placeOf: (asked) => Promise.resolve(asked === PLAYGROUND ? PLAYGROUND : undefined),
    timezoneOf: () => Promise.resolve(new Intl.DateTimeFormat().resolvedOptions().timeZone),
    check: () => Promise.resolve([{ what: PLAYGROUND, outcome: { status: 'good' } }]),
    state: () => ({ status: listening === undefined ? 'disconnected' : 'connected' }),
    async stop() {
      unwatch?.();
      closing.abort();
      streams.close();
      await listening?.close();
      listening = undefined;
    },
  };
}

function watch(channel: Channel, streams: EventStreams): () => void {
  return channel.watch((change) =>
    streams.send((person) => {
      if (change.kind === 'removed') return { name: 'removed', data: { id: change.id } };
      const { message } = change;
      if (isSeenBy(message, person)) return { name: 'message', data: shownTo(message, person) };
      // It may have stood there for all before it became private.
      const stood = message.by === 'bot' && message.revision > 1;
      return stood ? { name: 'removed', data: { id: message.id } } : undefined;
    }),
  );
}

function findByKey(channel: Channel, key: string): Message | undefined {
  return channel.list().find((one) => one.by === 'bot' && (one.key === key || one.id === key));
}

function idOf(address: unknown): string {
  return textAt(address, 'id');
}
