import type { Outgoing } from '../../../ports/chat-platform.ts';
import type { DeliveryKey, SentMessage } from '../../../ports/destination.ts';
import type { DiscordMessage } from '../render/discord-message.ts';
import { renderPlain } from '../render/render-plain.ts';
import { renderPost } from '../render/render-post.ts';
import { parseSent, sentOf, type SentAddress, type Standing } from '../wire/discord-address.ts';
import type { DiscordLine } from './discord-api.ts';
import { messageBody } from './message-body.ts';
import { reach } from './reach.ts';
import { removePost } from './remove-post.ts';
import { sendPrivately } from './send-post.ts';
import { nonceOf, speakAfter, speakBelow } from './speak.ts';
import { isLackingPermission } from './to-platform-error.ts';

/** Puts a post in the place of another one: changes its messages, adds what is missing, removes what is too many. */
export async function replacePost(
  line: DiscordLine,
  { message, outgoing }: { readonly message: SentMessage; readonly outgoing: Outgoing },
  signal: AbortSignal,
): Promise<SentMessage> {
  const sent = parseSent(message);
  const { opening } = sent;
  if (outgoing.audience === 'person' && canWhisper(line, sent) && opening !== undefined) {
    await removePost(line, message, signal);
    return sendPrivately(line, { opening, outgoing }, signal);
  }
  return sentOf(await overlay(line, { sent, outgoing }, signal));
}

interface Overlay {
  readonly sent: SentAddress;
  readonly outgoing: Outgoing;
}

/** In plain text where the post stands so, or where Discord lets the bot send no embeds. */
async function overlay(
  line: DiscordLine,
  { sent, outgoing }: Overlay,
  signal: AbortSignal,
): Promise<SentAddress> {
  const { post, key } = outgoing;
  const plainly = (): Promise<SentAddress> => {
    const plain: SentAddress = { ...sent, isPlain: true };
    return layAll(line, { sent: plain, key, rendered: renderPlain(post, key) }, signal);
  };
  if (sent.isPlain === true) return plainly();
  try {
    return await layAll(line, { sent, key, rendered: renderPost(post, key) }, signal);
  } catch (error) {
    if (!isLackingPermission(error)) throw error;
    return plainly();
  }
}

interface Layout {
  readonly sent: SentAddress;
  readonly key: DeliveryKey;
  readonly rendered: readonly DiscordMessage[];
}

async function layAll(
  line: DiscordLine,
  { sent, key, rendered }: Layout,
  signal: AbortSignal,
): Promise<SentAddress> {
  const messages: Standing[] = [];
  for (const [index, one] of rendered.entries()) {
    const standing = sent.messages[index];
    const laying = { sent, one, before: messages.map(({ id }) => id), signal };
    const laid =
      standing === undefined
        ? await add(line, laying, nonceOf(key, index))
        : await change(line, laying, standing);
    line.keys.note(laid.id, key);
    messages.push(laid);
  }
  const surplus = sentOf({ ...sent, messages: sent.messages.slice(rendered.length) });
  await removePost(line, surplus, signal);
  return { ...sent, messages };
}

function canWhisper({ clock }: DiscordLine, { opening, messages }: SentAddress): boolean {
  return (
    opening !== undefined &&
    !opening.isPrivate &&
    clock.now() < opening.untilMs &&
    messages[0]?.via === 'original'
  );
}

interface Laying {
  readonly sent: SentAddress;
  readonly one: DiscordMessage;
  readonly before: readonly string[];
  readonly signal: AbortSignal;
}

async function change(
  line: DiscordLine,
  { sent, one, before, signal }: Laying,
  standing: Standing,
): Promise<Standing> {
  const body = messageBody(one, before);
  await reach(line, { at: sent, standing }, { method: 'PATCH', body, signal });
  return standing;
}

async function add(
  line: DiscordLine,
  { sent, one, before, signal }: Laying,
  nonce: string,
): Promise<Standing> {
  const { opening, channel } = sent;
  const speaking = { message: one, before, signal };
  if (opening !== undefined && line.clock.now() < opening.untilMs) {
    const { isPrivate } = opening;
    return { id: await speakAfter(line, { opening, isPrivate }, speaking), via: 'follow-up' };
  }
  // What is said of the bot's own accord goes on behind it, as it did where it was sent at once.
  const replyTo = sent.replyTo ?? (opening === undefined ? undefined : sent.messages[0]?.id);
  const to = { channel, nonce, ...(replyTo === undefined ? {} : { replyTo }) };
  return { id: await speakBelow(line, to, speaking), via: 'channel' };
}
