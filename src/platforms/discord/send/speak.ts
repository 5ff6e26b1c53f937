import { Routes, type APIMessage } from 'discord.js';
import type { DeliveryKey } from '../../../ports/destination.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import { buttonsIn } from '../wire/buttons-in.ts';
import type { DiscordMessage } from '../render/discord-message.ts';
import type { Opening } from '../wire/discord-address.ts';
import type { DiscordLine } from './discord-api.ts';
import { answerBody, messageBody } from './message-body.ts';
import { discordCode } from './to-platform-error.ts';

/** One message of a post, and the ids of those that stand before it. */
export interface Speaking {
  readonly message: DiscordMessage;
  readonly before: readonly string[];
}

/** Posts a message below another one, once: Discord refuses a second one with the same nonce for some minutes. */
export async function speakBelow(
  { api }: DiscordLine,
  to: { readonly channel: string; readonly replyTo?: string; readonly nonce: string },
  { message, before, signal }: Speaking & { readonly signal: AbortSignal },
): Promise<string> {
  const body = messageBody(message, before);
  const post = (reference: object): Promise<APIMessage> =>
    api.call(
      {
        method: 'POST',
        path: Routes.channelMessages(to.channel),
        body: { ...body, ...reference, nonce: to.nonce, enforce_nonce: true },
      },
      signal,
    ) as Promise<APIMessage>;
  const stands = await post(
    to.replyTo === undefined
      ? {}
      : { message_reference: { message_id: to.replyTo, fail_if_not_exists: false } },
  ).catch((error: unknown) => {
    if (discordCode(error) === CANNOT_REPLY) return post({});
    throw error;
  });
  if (!isSame(stands, message)) {
    // An earlier message with this nonce stands there, and says something else: a sign of life.
    const path = Routes.channelMessage(to.channel, stands.id);
    await api.call({ method: 'PATCH', path, body }, signal);
  }
  return stands.id;
}

/** Replying needs Read Message History; the answer stands there all the same. */
const CANNOT_REPLY = 160002;

/** Up to the white space, which Discord trims. */
function isSame(stands: APIMessage, { content, embeds }: DiscordMessage): boolean {
  const folded = (text: string | undefined): string => (text ?? '').replaceAll(/\s+/gu, '');
  return (
    folded(stands.content) === folded(content) &&
    stands.embeds.length === embeds.length &&
    embeds.every(({ title, description }, at) => {
      const other = stands.embeds[at];
      return (
        folded(other?.title) === folded(title) && folded(other?.description) === folded(description)
      );
    })
  );
}

/** Says more after the answer to an interaction. Discord has no nonce for this, so it is asked for once. */
export async function speakAfter(
  { api }: DiscordLine,
  { opening, isPrivate }: { readonly opening: Opening; readonly isPrivate: boolean },
  { message, before, signal }: Speaking & { readonly signal: AbortSignal },
): Promise<string> {
  const said = (await api.call(
    {
      method: 'POST',
      path: Routes.webhook(opening.application, opening.token),
      query: { wait: 'true' },
      body: answerBody(message, { before, isPrivate }),
      isTokenInPath: true,
      isOnce: true,
    },
    signal,
  )) as APIMessage;
  return said.id;
}

/** The nonce of a post's n-th message: a key's 22 characters and up to three, of Discord's 25. */
export function nonceOf(key: DeliveryKey, index: number): string {
  return index === 0 ? key : `${key}.${index}`;
}

/** Whether a message of ours carries the buttons of a post. */
export function isOfKey(message: APIMessage, key: DeliveryKey): boolean {
  return buttonsIn(message).some((button) => button.key === key);
}

/** A message that can no longer be reached. */
export function outOfReach(): PlatformError {
  return new PlatformError('gone', 'the interaction has ended, and the bot is no member there');
}
