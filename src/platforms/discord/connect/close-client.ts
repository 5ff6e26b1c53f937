import { setTimeout as sleep } from 'node:timers/promises';
import { Events, type Client } from 'discord.js';

/** For the closing handshake; a gateway that does not answer is left behind. */
const CLOSE_MS = 3000;

/**
 * Ends a client for good. Destroyed while it is about to connect, discord.js would go on connecting for ever, and keep
 * the process alive: before each attempt it asks for its session, and that question is not answered any more.
 */
export async function closeClient(client: Client): Promise<void> {
  // What it says of its end would read in the log as if it went on.
  client.removeAllListeners(Events.ShardReconnecting);
  for (const [id, shard] of client.ws.shards) {
    const mute: PropertyDescriptor = { get: () => NEVER, set: () => undefined };
    client.ws.shards.set(id, Object.create(shard, { sessionInfo: mute }) as typeof shard);
  }
  const waiting = new AbortController();
  const late = sleep(CLOSE_MS, undefined, { signal: waiting.signal }).catch(() => undefined);
  await Promise.race([client.destroy(), late]);
  waiting.abort();
}

const NEVER = new Promise<never>(() => undefined);
