import { Routes, type APIMessage } from 'discord.js';
import type { Outgoing } from '../../../ports/chat-platform.ts';
import type { DeliveryKey, Destination, SentMessage } from '../../../ports/destination.ts';
import type { DiscordMessage } from '../render/discord-message.ts';
import { renderPost } from '../render/render-post.ts';
import { parseDestination, sentOf, type Opening, type Standing } from '../wire/discord-address.ts';
import type { DiscordLine } from './discord-api.ts';
import { messageBody } from './message-body.ts';
import { isGone } from './reach.ts';
import { sendBelow } from './send-below.ts';
import { sendOwn } from './send-own.ts';
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
  if (!('opening' in address)) return sentOf(await sendOwn(line, { address, outgoing }, signal));
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
  const { application, token, channel, isPrivate } = opening;
  const [first, ...rest] = renderPost(outgoing.post, outgoing.key);
  if (first === undefined) throw new Error('a post has a message');
  const path = Routes.webhookMessage(application, token, '@original');
  const body = messageBody(first, []);
  const call = { method: 'PATCH', path, body, isTokenInPath: true } as const;
  const { id } = (await line.api.call(call, signal)) as APIMessage;
  line.keys.note(id, outgoing.key);
  const original: Standing = { id, via: 'original' };
  const behind = { opening, isPrivate, key: outgoing.key, before: [original], messages: rest };
  return sentOf({ channel, opening, messages: await follow(line, behind, signal) });
}

/** For the person alone, behind whatever the interaction was answered with. */
export async function sendPrivately(
  line: DiscordLine,
  { opening, outgoing }: Answering,
  signal: AbortSignal,
): Promise<SentMessage> {
  const { post, key } = outgoing;
  const behind = { opening, isPrivate: true, key, before: [], messages: renderPost(post, key) };
  const messages = await follow(line, behind, signal);
  const { channel } = opening;
  return sentOf({ channel, opening: { ...opening, isPrivate: true }, messages });
}

interface Following {
  readonly opening: Opening;
  readonly isPrivate: boolean;
  readonly key: DeliveryKey;
  readonly before: readonly Standing[];
  readonly messages: readonly DiscordMessage[];
}

/** Says one message after the other; each is remembered, so that what breaks can be gone on with. */
async function follow(
  line: DiscordLine,
  { opening, isPrivate, key, before, messages }: Following,
  signal: AbortSignal,
): Promise<readonly Standing[]> {
  const standing = [...before];
  for (const message of messages) {
    const speaking = { message, before: standing.map(({ id }) => id), signal };
    const id = await speakAfter(line, { opening, isPrivate }, speaking);
    line.keys.note(id, key);
    standing.push({ id, via: 'follow-up' });
  }
  return standing;
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
