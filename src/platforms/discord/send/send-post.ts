import { Routes, type APIMessage } from 'discord.js';
import type { Outgoing } from '../../../ports/chat-platform.ts';
import type { Destination, SentMessage } from '../../../ports/destination.ts';
import { renderPost } from '../render/render-post.ts';
import { parseDestination, sentOf, type Opening, type Standing } from '../wire/discord-address.ts';
import type { DiscordLine } from './discord-api.ts';
import { messageBody } from './message-body.ts';
import { isGone } from './reach.ts';
import { sendBelow } from './send-below.ts';
import { speakAfter } from './speak.ts';

/** Sends a post to where it was asked for; to an interaction's answer not before it was acknowledged. */
export async function sendPost(
  line: DiscordLine,
  { to, outgoing }: { readonly to: Destination; readonly outgoing: Outgoing },
  signal: AbortSignal,
): Promise<SentMessage> {
  const address = parseDestination(to);
  if (address.kind === 'reply') {
    const { channel, message: replyTo } = address;
    return sentOf(await sendBelow(line, { channel, replyTo, outgoing }, signal));
  }
  const { opening } = address;
  await line.acknowledged(opening.id, signal);
  if (address.kind === 'beside') return sendPrivately(line, { opening, outgoing }, signal);
  if (outgoing.audience === 'person' && !opening.isPrivate) {
    await removeOriginal(line, opening, signal);
    return sendPrivately(line, { opening, outgoing }, signal);
  }
  return answer(line, { opening, outgoing }, signal);
}

export interface Answering {
  readonly opening: Opening;
  readonly outgoing: Outgoing;
}

/** Puts the post in the place of "thinking", and what does not fit behind it. */
async function answer(
  line: DiscordLine,
  { opening, outgoing }: Answering,
  signal: AbortSignal,
): Promise<SentMessage> {
  const { channel, isPrivate } = opening;
  const [first, ...rest] = renderPost(outgoing.post, outgoing.key);
  const messages: Standing[] = [];
  if (first !== undefined) {
    const { id } = (await line.api.call(
      {
        method: 'PATCH',
        path: Routes.webhookMessage(opening.application, opening.token, '@original'),
        body: messageBody(first, []),
        isTokenInPath: true,
      },
      signal,
    )) as APIMessage;
    line.keys.note(id, outgoing.key);
    messages.push({ id, via: 'original' });
  }
  for (const message of rest) {
    const before = messages.map(({ id }) => id);
    const id = await speakAfter(line, { opening, isPrivate }, { message, before, signal });
    messages.push({ id, via: 'follow-up' });
  }
  return sentOf({ channel, opening, messages });
}

/** For the person alone, behind whatever the interaction was answered with. */
export async function sendPrivately(
  line: DiscordLine,
  { opening, outgoing }: Answering,
  signal: AbortSignal,
): Promise<SentMessage> {
  const messages: Standing[] = [];
  for (const message of renderPost(outgoing.post, outgoing.key)) {
    const before = messages.map(({ id }) => id);
    const id = await speakAfter(line, { opening, isPrivate: true }, { message, before, signal });
    messages.push({ id, via: 'follow-up' });
  }
  const { channel } = opening;
  return sentOf({ channel, opening: { ...opening, isPrivate: true }, messages });
}

async function removeOriginal(
  { api }: DiscordLine,
  { application, token }: Opening,
  signal: AbortSignal,
): Promise<void> {
  const path = Routes.webhookMessage(application, token, '@original');
  try {
    await api.call({ method: 'DELETE', path, isTokenInPath: true }, signal);
  } catch (error) {
    // Somebody was faster, or it is the second attempt.
    if (!isGone(error)) throw error;
  }
}
