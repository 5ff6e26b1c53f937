import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { checkInteractionMessage, checkMessageEdit } from '../check/check-message.ts';
import { publishDeletion, publishMessage } from '../world/publish.ts';
import { renderMessage } from '../world/render-message.ts';
import type { StoredInteraction, StoredMessage } from '../world/world.ts';
import { refusals } from './api-error.ts';
import { answerWithinMs, isOnlyUsers, keepAnswer } from './callback-route.ts';
import type { RestAnswer, RestRequest, Route } from './route.ts';
import { changeSentMessage } from './sent-message.ts';
import type { SentBody } from './sent-message.ts';

/** https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages */
export const followUpRoutes: readonly Route[] = [
  { method: 'POST', path: '/webhooks/:app/:token', auth: 'interaction', handle: followUp },
  {
    method: 'GET',
    path: '/webhooks/:app/:token/messages/:message',
    auth: 'interaction',
    handle: get,
  },
  {
    method: 'PATCH',
    path: '/webhooks/:app/:token/messages/:message',
    auth: 'interaction',
    handle: edit,
  },
  {
    method: 'DELETE',
    path: '/webhooks/:app/:token/messages/:message',
    auth: 'interaction',
    handle: remove,
  },
];

const tokenLivesMs = 15 * 60_000;
const maxFollowUpsOfUsersApp = 5;

function followUp(request: RestRequest): RestAnswer {
  const { inside, insist, uploads } = request;
  const interaction = findInteraction(request);
  insist(checkInteractionMessage, request.body ?? {});
  const body = (request.body ?? {}) as SentBody;
  const original = inside.world.messages.get(interaction.originalMessageId ?? '');
  // Documented as deprecated: a follow-up straight after deferring is the answer itself.
  if (original !== undefined && !original.isDeleted && isThinking(interaction, original)) {
    changeSentMessage(inside, original, { body: withoutPrivacy(body), uploads });
    publishMessage(inside, original, { name: 'update' });
    return { status: 200, body: renderMessage(inside, original) };
  }
  if (isOnlyUsers(interaction) && interaction.followUps >= maxFollowUpsOfUsersApp)
    throw refusals.tooManyFollowUps();
  const message = keepAnswer(inside, interaction, { body, uploads });
  interaction.followUps += 1;
  return { status: 200, body: renderMessage(inside, message) };
}

function get(request: RestRequest): RestAnswer {
  return {
    status: 200,
    body: renderMessage(request.inside, findOwn(request, findInteraction(request))),
  };
}

function edit(request: RestRequest): RestAnswer {
  const { inside, insist, uploads, body } = request;
  const message = findOwn(request, findInteraction(request));
  insist(checkMessageEdit(renderMessage(inside, message).flags ?? 0), body ?? {});
  changeSentMessage(inside, message, { body: body ?? {}, uploads });
  publishMessage(inside, message, { name: 'update' });
  return { status: 200, body: renderMessage(inside, message) };
}

function remove(request: RestRequest): RestAnswer {
  const message = findOwn(request, findInteraction(request));
  message.isDeleted = true;
  publishDeletion(request.inside, message);
  return { status: 204 };
}

/** The interaction of a token: 50027 once it has ended, 10015 where it was never answered in time. */
function findInteraction({ inside, param }: RestRequest): StoredInteraction {
  const token = param('token');
  const interaction = [...inside.world.interactions.values()].find((one) => one.token === token);
  if (param('app') !== inside.settings.applicationId) throw refusals.unknownWebhook();
  if (interaction === undefined) throw refusals.invalidWebhookToken();
  const ageMs = inside.clock.now() - interaction.startedAtMs;
  if (ageMs > tokenLivesMs) throw refusals.invalidWebhookToken();
  if (interaction.answer === undefined || answeredLate(interaction))
    throw refusals.unknownWebhook();
  return interaction;
}

function answeredLate({ answer }: StoredInteraction): boolean {
  return answer !== undefined && answer.afterMs > answerWithinMs;
}

/** A message that this token brought, or the one that its component stands on. */
function findOwn({ inside, param }: RestRequest, interaction: StoredInteraction): StoredMessage {
  const asked = param('message');
  const id = asked === '@original' ? interaction.originalMessageId : asked;
  const message = inside.world.messages.get(id ?? '');
  if (message === undefined || message.isDeleted) throw refusals.unknownMessage();
  if (
    message.interactionId !== interaction.id &&
    message.id !== interaction.originalMessageId &&
    message.id !== interaction.sourceMessageId
  ) {
    throw refusals.unknownMessage();
  }
  return message;
}

function isThinking(interaction: StoredInteraction, original: StoredMessage): boolean {
  return (
    interaction.answer?.type === InteractionResponseType.DeferredChannelMessageWithSource &&
    (original.flags & MessageFlags.Loading) !== 0
  );
}

function withoutPrivacy(body: SentBody): SentBody {
  return { ...body, flags: (body.flags ?? 0) & ~MessageFlags.Ephemeral };
}
