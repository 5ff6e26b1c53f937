import { Routes, type APIMessage } from 'discord.js';
import type { DiscordApi } from './discord-api.ts';

/** Discord's, for one page. */
const PAGE = 100;
/** Ours: what stands further from where it is looked for is not looked through. */
export const MAX_PAGES = 5;

export interface Page {
  /** Oldest first. */
  readonly messages: readonly APIMessage[];
  readonly isLast: boolean;
}

/** A page of what stands in a channel behind a message. Rejects with a `PlatformError` or the signal's reason. */
export async function listAfter(
  api: DiscordApi,
  { channel, after }: { readonly channel: string; readonly after: string },
  signal: AbortSignal,
): Promise<Page> {
  const query = { after, limit: String(PAGE) };
  const path = Routes.channelMessages(channel);
  const listed = (await api.call({ method: 'GET', path, query }, signal)) as readonly APIMessage[];
  const messages = listed.toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1));
  return { messages, isLast: listed.length < PAGE };
}
