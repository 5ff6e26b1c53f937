import {
  ChannelType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  MessageType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { checkDeferredMessage, checkInteractionMessage } from '../check/check-message.ts';
import { checkChoices, checkModal } from '../check/check-modal.ts';
import { oneOf, shape } from '../check/shape.ts';
import type { Check } from '../check/shape.ts';
import type { Inside } from '../inside.ts';
import { permissionsIn } from '../world/permissions-in.ts';
import { publishMessage } from '../world/publish.ts';
import { renderMessage } from '../world/render-message.ts';
import type { StoredInteraction, StoredMessage } from '../world/world.ts';
import { refusals } from './api-error.ts';
import type { RestAnswer, RestRequest, Route } from './route.ts';
import { changeSentMessage, keepSentMessage } from './sent-message.ts';
import type { SentBody } from './sent-message.ts';

/** https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response */
export const callbackRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/interactions/:interaction/:token/callback',
    auth: 'interaction',
    handle: respond,
  },
];

/** "You must send an initial response within 3 seconds of receiving the event." */
export const answerWithinMs = 3000;

const {
  ChannelMessageWithSource: withMessage,
  DeferredChannelMessageWithSource: thinking,
  DeferredMessageUpdate: silence,
  UpdateMessage: update,
  ApplicationCommandAutocompleteResult: choices,
  Modal: modal,
} = InteractionResponseType;

const fitting: Readonly<Record<number, readonly InteractionResponseType[]>> = {
  [InteractionType.ApplicationCommand]: [withMessage, thinking, modal],
  [InteractionType.MessageComponent]: [withMessage, thinking, silence, update, modal],
  [InteractionType.ApplicationCommandAutocomplete]: [choices],
  [InteractionType.ModalSubmit]: [withMessage, thinking, silence, update],
};

function respond({ inside, param, insist, body, uploads, query }: RestRequest): RestAnswer {
  const interaction = inside.world.interactions.get(param('interaction'));
  const afterMs =
    interaction === undefined ? Infinity : inside.clock.now() - interaction.startedAtMs;
  if (
    interaction?.token !== param('token') ||
    (interaction.answer === undefined && afterMs > answerWithinMs)
  ) {
    throw refusals.unknownInteraction();
  }
  if (interaction.answer !== undefined) throw refusals.alreadyAcknowledged();
  insist(shape({ type: oneOf(typesFor(interaction)) }, ['type']));
  const { type, data } = body as {
    readonly type: InteractionResponseType;
    readonly data?: SentBody;
  };
  insist(shape({ data: checkFor(type) }, type === thinking || type === silence ? [] : ['data']));
  const message = makeMessage(inside, interaction, { type, data: data ?? {}, uploads });
  interaction.answer = { type, data, afterMs };
  interaction.originalMessageId = message?.id;
  if (query.get('with_response') !== 'true') return { status: 204 };
  return { status: 200, body: renderResponse(inside, interaction, message) };
}

function typesFor(interaction: StoredInteraction): readonly InteractionResponseType[] {
  const types = fitting[interaction.type] ?? [];
  return interaction.sourceMessageId === undefined
    ? types.filter((type) => type !== silence && type !== update)
    : types;
}

function checkFor(type: InteractionResponseType): Check {
  switch (type) {
    case modal:
      return checkModal;
    case choices:
      return checkChoices;
    case thinking:
      return checkDeferredMessage;
    default:
      return checkInteractionMessage;
  }
}

interface Answering {
  readonly type: InteractionResponseType;
  readonly data: SentBody;
  readonly uploads: RestRequest['uploads'];
}

/** The message that the answer makes, or the one that its component stands on. */
function makeMessage(
  inside: Inside,
  interaction: StoredInteraction,
  { type, data, uploads }: Answering,
): StoredMessage | undefined {
  const source = inside.world.messages.get(interaction.sourceMessageId ?? '');
  if (type === silence) return source;
  if (type === update && source !== undefined) {
    changeSentMessage(inside, source, { body: data, uploads });
    publishMessage(inside, source, { name: 'update' });
    return source;
  }
  if (type !== withMessage && type !== thinking) return undefined;
  const isThinking = type === thinking;
  return keepAnswer(inside, interaction, {
    body: { ...data, flags: (data.flags ?? 0) | (isThinking ? MessageFlags.Loading : 0) },
    uploads,
  });
}

/** Keeps a message that an interaction brought and tells the gateway of it, unless it is private. */
export function keepAnswer(
  inside: Inside,
  interaction: StoredInteraction,
  sent: { readonly body: SentBody; readonly uploads: RestRequest['uploads'] },
): StoredMessage {
  const channel = inside.world.channels.get(interaction.channelId);
  if (channel === undefined) throw refusals.unknownChannel();
  const isPrivate =
    ((sent.body.flags ?? 0) & MessageFlags.Ephemeral) !== 0 || mustBePrivate(inside, interaction);
  const source = inside.world.messages.get(interaction.sourceMessageId ?? '');
  const message = keepSentMessage(inside, {
    ...sent,
    channel,
    type: typeOfAnswer(interaction),
    replyTo:
      source === undefined ? undefined : { channelId: source.channelId, messageId: source.id },
    onlyFor: isPrivate ? interaction.userId : undefined,
    interactionId: interaction.id,
  });
  publishMessage(inside, message, { name: 'create' });
  return message;
}

function typeOfAnswer(interaction: StoredInteraction): MessageType {
  if (interaction.type !== InteractionType.ApplicationCommand) return MessageType.Reply;
  return interaction.isMessageCommand
    ? MessageType.ContextMenuCommand
    : MessageType.ChatInputCommand;
}

/** Where External Apps are off for a member, an app that only the member installed answers privately. */
function mustBePrivate(inside: Inside, interaction: StoredInteraction): boolean {
  const channel = inside.world.channels.get(interaction.channelId);
  if (
    channel?.guildId === undefined ||
    channel.type === ChannelType.DM ||
    !isOnlyUsers(interaction)
  )
    return false;
  return (
    (permissionsIn(inside.world, channel, interaction.userId) &
      PermissionFlagsBits.UseExternalApps) ===
    0n
  );
}

/** Whether a person brought the app, and the server has not installed it. */
export function isOnlyUsers(interaction: StoredInteraction): boolean {
  return interaction.owners[0] === undefined;
}

/** With the message itself only where it is there at once, as documented. */
function renderResponse(
  inside: Inside,
  interaction: StoredInteraction,
  message: StoredMessage | undefined,
): unknown {
  const type = interaction.answer?.type;
  const isWhole = type === withMessage || type === update;
  const ids =
    message === undefined
      ? {}
      : {
          response_message_id: message.id,
          response_message_loading: (message.flags & MessageFlags.Loading) !== 0,
          response_message_ephemeral: message.onlyFor !== undefined,
        };
  return {
    interaction: { id: interaction.id, type: interaction.type, ...ids },
    resource: {
      type,
      ...(isWhole && message !== undefined ? { message: renderMessage(inside, message) } : {}),
    },
  };
}
