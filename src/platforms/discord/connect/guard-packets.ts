import type { Client } from 'discord.js';

/**
 * Keeps what discord.js throws while it reads an event of the gateway from ending the process: it is called from a
 * promise that nobody awaits. It throws, for one, when a session turns out to be invalid right after it was resumed.
 * Where a later version has no such method any more, what it throws is caught by `keepConnected`, which begins anew.
 */
export function guardPackets(client: Client, onFault: (error: unknown) => void): void {
  const handle: unknown = Reflect.get(client.ws, METHOD);
  if (typeof handle !== 'function') return;
  const guarded = (...packet: readonly unknown[]): unknown => {
    try {
      return Reflect.apply(handle, client.ws, packet) as unknown;
    } catch (error) {
      onFault(error);
      return false;
    }
  };
  Reflect.set(client.ws, METHOD, guarded);
}

/** Private to discord.js 14; no event and no option stands at the same place. */
const METHOD = 'handlePacket';
