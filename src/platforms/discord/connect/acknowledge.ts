import { InteractionResponseType as Response, MessageFlags, Routes } from 'discord.js';
import type { Post } from '../../../post/post.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import type { Choice } from '../../../ports/digest.ts';
import type { DiscordMessage } from '../render/discord-message.ts';
import { renderChoices } from '../render/render-choices.ts';
import type { Modal } from '../render/render-form.ts';
import { renderPost } from '../render/render-post.ts';
import { answerBody } from '../send/message-body.ts';
import type { ApiCall, DiscordLine } from '../send/discord-api.ts';
import { speakAfter } from '../send/speak.ts';
import { discordCode } from '../send/to-platform-error.ts';
import type { Opening } from '../wire/discord-address.ts';

/** What an interaction is answered with at once. */
export type Acknowledgement =
  /** "Nutgraf is thinking…" */
  | { readonly kind: 'thinking' }
  /** Nothing to be seen: the clicked message will change. */
  | { readonly kind: 'silence' }
  /** A post for the person alone. */
  | { readonly kind: 'post'; readonly post: Post }
  /** The same, as it is shown. */
  | { readonly kind: 'messages'; readonly messages: readonly DiscordMessage[] }
  | { readonly kind: 'form'; readonly modal: Modal }
  /** What may be meant by what is typed. */
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] };

/** Discord's: 3 s from the event on, of which a part is gone. */
const ANSWER_MS = 2500;
/** For what a long post needs beyond its first message. */
const SPEAK_MS = 10_000;
/** Acknowledged before: the event was delivered a second time, or an answer of Discord's was lost on its way to us. */
const IS_ACKNOWLEDGED = 40060;
const MAX_ATTEMPTS = 3;

/** Answers an interaction. @throws PlatformError where Discord takes it no more */
export async function acknowledge(
  line: DiscordLine,
  opening: Opening,
  acknowledgement: Acknowledgement,
): Promise<void> {
  const [first, ...rest] = messagesOf(acknowledgement, opening);
  const call = {
    method: 'POST',
    path: Routes.interactionCallback(opening.id, opening.token),
    body: first === undefined ? bodyOf(acknowledgement, opening) : postBody(first),
    isTokenInPath: true,
  } as const;
  if (!(await isFirst(line, call))) return;
  for (const message of rest) {
    const speaking = { message, before: [], signal: AbortSignal.timeout(SPEAK_MS) };
    await speakAfter(line, { opening, isPrivate: true }, speaking);
  }
}

function messagesOf(acknowledgement: Acknowledgement, { id }: Opening): readonly DiscordMessage[] {
  if (acknowledgement.kind === 'messages') return acknowledgement.messages;
  return acknowledgement.kind === 'post' ? renderPost(acknowledgement.post, id) : [];
}

/**
 * Whether this answered the interaction, and no call before it. A connection that breaks is tried again at once: Discord
 * tells when it has heard the answer after all.
 */
async function isFirst({ api }: DiscordLine, call: ApiCall): Promise<boolean> {
  const signal = AbortSignal.timeout(ANSWER_MS);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await api.call(call, signal);
      return true;
    } catch (error) {
      if (discordCode(error) === IS_ACKNOWLEDGED) return false;
      const isBroken = error instanceof PlatformError && error.code === 'unclear';
      if (!isBroken || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

function bodyOf(acknowledgement: Acknowledgement, { isPrivate }: Opening) {
  switch (acknowledgement.kind) {
    case 'silence':
      return { type: Response.DeferredMessageUpdate };
    case 'form':
      return { type: Response.Modal, data: acknowledgement.modal };
    case 'choices':
      return {
        type: Response.ApplicationCommandAutocompleteResult,
        data: { choices: renderChoices(acknowledgement.choices) },
      };
    default:
      return {
        type: Response.DeferredChannelMessageWithSource,
        ...(isPrivate ? { data: { flags: MessageFlags.Ephemeral } } : {}),
      };
  }
}

function postBody(message: DiscordMessage) {
  const data = answerBody(message, { before: [], isPrivate: true });
  return { type: Response.ChannelMessageWithSource, data };
}
