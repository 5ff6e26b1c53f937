import type { DeliveryKey } from '../../../ports/destination.ts';

/** What this process has posted or tried to post; the oldest is forgotten. Slack is asked about what is not here. */
export interface SentMemory {
  /** All messages of the post that a message is part of. */
  partsOf(channel: string, ts: string): readonly string[] | undefined;
  setParts(channel: string, parts: readonly string[]): void;
  /** Whether a post with this key has been tried; from now on it has. */
  hasTried(key: DeliveryKey): boolean;
}

const MAX_NAMES = 10_000;

export function createSentMemory(): SentMemory {
  const parts = new Map<string, readonly string[]>();
  const tried = new Map<DeliveryKey, true>();
  return {
    partsOf: (channel, ts) => parts.get(`${channel}/${ts}`),
    setParts(channel, all) {
      for (const ts of all) keep(parts, `${channel}/${ts}`, all);
    },
    hasTried(key) {
      const was = tried.has(key);
      keep(tried, key, true);
      return was;
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
