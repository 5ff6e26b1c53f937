import { PermissionFlagsBits as Bits } from 'discord.js';

export interface Permission {
  readonly name: string;
  readonly bit: bigint;
  /** What does not work where it is missing. */
  readonly without: string;
}

/** What the bot needs in a channel: what the invite link asks for. https://discord.com/developers/docs/topics/permissions */
export const NEEDED: readonly Permission[] = [
  { name: 'View Channel', bit: Bits.ViewChannel, without: 'mentions and replies' },
  { name: 'Send Messages', bit: Bits.SendMessages, without: 'answers to mentions and replies' },
  {
    name: 'Embed Links',
    bit: Bits.EmbedLinks,
    without: 'answers with titles and a frame: mentions are answered in plain text',
  },
  {
    name: 'Read Message History',
    bit: Bits.ReadMessageHistory,
    without: 'reading the message that a mention replies to, and answering below it',
  },
  {
    name: 'Send Messages in Threads',
    bit: Bits.SendMessagesInThreads,
    without: 'answers in threads',
  },
  {
    name: 'Create Public Threads',
    bit: Bits.CreatePublicThreads,
    without: 'the thread below a channel’s digest',
  },
];
