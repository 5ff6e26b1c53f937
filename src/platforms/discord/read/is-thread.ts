import { ChannelType } from 'discord.js';

const THREADS: ReadonlySet<ChannelType> = new Set([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

/** Whether a channel is a thread or a forum's post; one of which no type is known is none. */
export function isThread(type: ChannelType | undefined): boolean {
  return type !== undefined && THREADS.has(type);
}
