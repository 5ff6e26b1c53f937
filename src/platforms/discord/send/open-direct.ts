import { Routes, type APIDMChannel } from 'discord.js';
import type { DiscordApi } from './discord-api.ts';

/** The channel in which the bot talks with a person alone; Discord gives the same one each time. */
export async function openDirect(
  api: DiscordApi,
  person: string,
  signal: AbortSignal,
): Promise<string> {
  const call = {
    method: 'POST',
    path: Routes.userChannels(),
    body: { recipient_id: person },
  } as const;
  return ((await api.call(call, signal)) as APIDMChannel).id;
}
