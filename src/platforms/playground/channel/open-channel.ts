import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Log } from '../../../ports/log.ts';
import { listAt, textAt } from '../../payload-field.ts';
import type { Message } from '../message.ts';

/** What stands in the channel, kept in a file: it is there again after a restart. */
export interface Channel {
  /** The oldest first. */
  list(): readonly Message[];
  find(id: string): Message | undefined;
  /** Adds messages, or changes those with their ids, all or none. They are in the file when this returns. */
  put(...messages: readonly Message[]): void;
  remove(...ids: readonly string[]): void;
  /** Calls `onChange` for what is put and removed from now on. Returns how to end that. */
  watch(onChange: (change: Change) => void): () => void;
}

export type Change =
  | { readonly kind: 'put'; readonly message: Message }
  | { readonly kind: 'removed'; readonly id: string };

export interface ChannelOptions {
  readonly folder: string;
  readonly log: Log;
}

/** Ours: what is older is scrolled to by nobody. */
const MAX_MESSAGES = 200;

export function openChannel({ folder, log }: ChannelOptions): Channel {
  const file = path.join(folder, 'channel.json');
  const watchers = new Set<(change: Change) => void>();
  let messages: readonly Message[] = [];
  let stamp: string | undefined;

  mkdirSync(folder, { recursive: true, mode: 0o700 });
  /** Another process may have written it since. */
  const refresh = (): void => {
    const now = stampOf(file);
    if (now === stamp) return;
    messages = now === undefined ? [] : readMessages(file, log);
    stamp = now;
  };
  const write = (next: readonly Message[]): void => {
    // A process that dies while it writes leaves the file as it was.
    writeFileSync(`${file}.new`, JSON.stringify({ messages: next }), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    messages = next;
    stamp = stampOf(file);
  };
  const tell = (change: Change): void => watchers.forEach((onChange) => onChange(change));

  return {
    list() {
      refresh();
      return messages;
    },
    find(id) {
      refresh();
      return messages.find((one) => one.id === id);
    },
    put(...given) {
      refresh();
      const next = given.reduce(withMessage, messages);
      write(next.slice(-MAX_MESSAGES));
      for (const { id } of next.slice(0, -MAX_MESSAGES)) tell({ kind: 'removed', id });
      for (const message of given) tell({ kind: 'put', message });
    },
    remove(...ids) {
      refresh();
      const gone = messages.filter(({ id }) => ids.includes(id));
      if (gone.length === 0) return;
      write(messages.filter((one) => !gone.includes(one)));
      for (const { id } of gone) tell({ kind: 'removed', id });
    },
    watch(onChange) {
      watchers.add(onChange);
      return () => void watchers.delete(onChange);
    },
  };
}

function withMessage(messages: readonly Message[], message: Message): readonly Message[] {
  const at = messages.findIndex(({ id }) => id === message.id);
  return at === -1 ? [...messages, message] : messages.with(at, message);
}

function stampOf(file: string): string | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? undefined : `${stat.mtimeMs}/${stat.size}/${stat.ino}`;
}

/** We wrote it ourselves; where it is none of ours it is set aside and the channel begins anew. */
function readMessages(file: string, log: Log): readonly Message[] {
  try {
    const kept = listAt(JSON.parse(readFileSync(file, 'utf8')), 'messages');
    return kept.filter((one) => textAt(one, 'id') !== '') as readonly Message[];
  } catch (error) {
    log.warn({ err: error }, 'the kept channel cannot be read and is set aside');
    renameSync(file, `${file}.unreadable`);
    return [];
  }
}
