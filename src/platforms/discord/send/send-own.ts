import { Routes } from 'discord.js';
import type { Outgoing } from '../../../ports/chat-platform.ts';
import type { OwnAddress, SentAddress } from '../wire/discord-address.ts';
import type { DiscordLine } from './discord-api.ts';
import { openDirect } from './open-direct.ts';
import { isGone } from './reach.ts';
import { sendBelow } from './send-below.ts';
import { discordCode } from './to-platform-error.ts';

/** Sends a post of the bot's own. @throws PlatformError, or the signal's reason */
export async function sendOwn(
  line: DiscordLine,
  { address, outgoing }: { readonly address: OwnAddress; readonly outgoing: Outgoing },
  signal: AbortSignal,
): Promise<SentAddress> {
  switch (address.kind) {
    case 'channel':
      return sendBelow(line, { channel: address.channel, outgoing }, signal);
    case 'person': {
      const channel = await openDirect(line.api, address.person, signal);
      return sendBelow(line, { channel, outgoing }, signal);
    }
    case 'thread':
      return sendInThread(line, { address, outgoing }, signal);
  }
}

type ThreadAddress = Extract<OwnAddress, { readonly kind: 'thread' }>;

/** Into the thread that stands, else into one that is begun now. Threads and voice channels have none: then as replies. */
async function sendInThread(
  line: DiscordLine,
  { address, outgoing }: { readonly address: ThreadAddress; readonly outgoing: Outgoing },
  signal: AbortSignal,
): Promise<SentAddress> {
  const { channel, message } = address;
  const inThread = { channel: message, outgoing };
  try {
    return await sendBelow(line, inThread, signal);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
  const isThere = await beginThread(line, address, signal);
  const replies = { channel, replyTo: message, outgoing };
  return sendBelow(line, isThere ? inThread : replies, signal);
}

/** Discord's: whoever was faster has begun it; it has the message's id. */
const STANDS_ALREADY = 160004;
/** Discord's: in such a channel there are no threads. */
const NOT_HERE = 50024;
/** Discord's, of four: a day without a word, then it is out of the way and stays readable. */
const ARCHIVED_AFTER_MINUTES = 1440;

/** Whether there is a thread now. */
async function beginThread(
  { api }: DiscordLine,
  { channel, message, name }: ThreadAddress,
  signal: AbortSignal,
): Promise<boolean> {
  const body = { name, auto_archive_duration: ARCHIVED_AFTER_MINUTES };
  try {
    await api.call({ method: 'POST', path: Routes.threads(channel, message), body }, signal);
    return true;
  } catch (error) {
    const code = discordCode(error);
    if (code === NOT_HERE) return false;
    if (code === STANDS_ALREADY) return true;
    throw error;
  }
}
