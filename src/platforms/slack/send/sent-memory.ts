import type { DeliveryKey, SentMessage } from '../../../ports/destination.ts';
import { PlatformError } from '../../../ports/platform-error.ts';

/** What this process has posted or tries to post; the oldest is forgotten. Slack is asked about what is not here. */
export interface SentMemory {
  /** All messages of the post that a message is part of. */
  partsOf(channel: string, ts: string): readonly string[] | undefined;
  setParts(channel: string, parts: readonly string[]): void;
  /** The last sending under a key, under way or ended; `undefined` where nothing of it can stand there. */
  sendingOf(key: DeliveryKey): Promise<SentMessage> | undefined;
  /** Remembers a sending, unless it turns out that Slack refused it. */
  setSending(key: DeliveryKey, sending: Promise<SentMessage>): void;
}

const MAX_NAMES = 10_000;

export function createSentMemory(): SentMemory {
  const parts = new Map<string, readonly string[]>();
  const sendings = new Map<DeliveryKey, Promise<SentMessage>>();
  return {
    partsOf: (channel, ts) => parts.get(`${channel}/${ts}`),
    setParts(channel, all) {
      for (const ts of all) keep(parts, `${channel}/${ts}`, all);
    },
    sendingOf: (key) => sendings.get(key),
    setSending(key, sending) {
      keep(sendings, key, sending);
      // Whoever began the sending hears of its failure; here it only matters which it is.
      sending.catch((error: unknown) => {
        const isRefused = error instanceof PlatformError && error.code !== 'unclear';
        if (isRefused && sendings.get(key) === sending) sendings.delete(key);
      });
    },
  };
}

function keep<Value>(map: Map<string, Value>, ...[name, value]: readonly [string, Value]): void {
  map.delete(name);
  map.set(name, value);
  for (const oldest of map.keys()) {
    if (map.size <= MAX_NAMES) break;
    map.delete(oldest);
  }
}
