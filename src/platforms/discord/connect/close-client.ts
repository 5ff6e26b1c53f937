import { setTimeout as sleep } from 'node:timers/promises';
import { Events, type Client } from 'discord.js';

/** For the closing handshake; a gateway that does not answer is left behind. */
const CLOSE_MS = 3000;

/**
 * Ends a client for good. Destroyed while it is about to connect, discord.js would go on connecting for ever, and keep
 * the process alive: before each attempt it asks for its session, and that question is not answered any more, neither
 * for the shards that are there nor for those that a login under way has yet to make.
 */
export async function closeClient(client: Client): Promise<void> {
  // What it says of its end would read in the log as if it went on.
  client.removeAllListeners(Events.ShardReconnecting);
  const { shards } = client.ws;
  const setMute: typeof shards.set = (id, shard) => {
    const mute: PropertyDescriptor = { get: () => NEVER, set: () => undefined };
    const muted = Object.create(shard, { sessionInfo: mute }) as typeof shard;
    Map.prototype.set.call(shards, id, muted);
    return shards;
  };
  for (const [id, shard] of shards) setMute(id, shard);
  shards.set = setMute;
  const waiting = new AbortController();
  const late = sleep(CLOSE_MS, undefined, { signal: waiting.signal }).catch(() => undefined);
  await Promise.race([client.destroy(), late]);
  waiting.abort();
}

const NEVER = new Promise<never>(() => undefined);
