import type { APIMessage } from 'discord-api-types/v10';
import { ChannelType, MessageType, PermissionFlagsBits } from 'discord-api-types/v10';
import { checkMessage, checkMessageEdit } from '../check/check-message.ts';
import type { Inside } from '../inside.ts';
import { isThread } from '../world/permissions-in.ts';
import { isDirect, publishDeletion, publishMessage } from '../world/publish.ts';
import { renderMessage } from '../world/render-message.ts';
import { withholdContent } from '../world/withhold-content.ts';
import type { StoredChannel, StoredMessage } from '../world/world.ts';
import { invalidForm, refusals } from './api-error.ts';
import { findChannel, findMessage, insistOn, mayInChannel } from './find-channel.ts';
import type { RestAnswer, RestRequest, Route } from './route.ts';
import { changeSentMessage, keepSentMessage } from './sent-message.ts';
import type { SentBody } from './sent-message.ts';

/** https://discord.com/developers/docs/resources/message */
export const messageRoutes: readonly Route[] = [
  { method: 'POST', path: '/channels/:channel/messages', auth: 'bot', handle: create },
  { method: 'GET', path: '/channels/:channel/messages', auth: 'bot', handle: list },
  { method: 'GET', path: '/channels/:channel/messages/:message', auth: 'bot', handle: get },
  { method: 'PATCH', path: '/channels/:channel/messages/:message', auth: 'bot', handle: edit },
  { method: 'DELETE', path: '/channels/:channel/messages/:message', auth: 'bot', handle: remove },
  { method: 'POST', path: '/channels/:channel/typing', auth: 'bot', handle: typing },
];

/** "Enforced in the past few minutes". */
const nonceHoldsMs = 5 * 60_000;
const nonces = new WeakMap<Inside, Map<string, StoredMessage>>();

function create({ inside, param, insist, body, uploads }: RestRequest): RestAnswer {
  const channel = findChannel(inside, param('channel'));
  insist(checkMessage, body ?? {});
  const sent = (body ?? {}) as SentBody;
  insistOnSending(inside, channel, { sent, uploads });
  const before = findByNonce(inside, channel, sent);
  if (before !== undefined) return { status: 200, body: shown(inside, channel, before) };
  const replyTo = findReplied(inside, channel, sent);
  const message = keepSentMessage(inside, {
    channel,
    body: sent,
    uploads,
    type: replyTo === undefined ? MessageType.Default : MessageType.Reply,
    replyTo,
    onlyFor: undefined,
    interactionId: undefined,
  });
  const nonce = sent.nonce === undefined ? {} : { nonce: sent.nonce };
  if (sent.nonce !== undefined) noncesOf(inside).set(nonceKey(channel, sent.nonce), message);
  publishMessage(inside, message, { name: 'create', ...nonce });
  return { status: 200, body: { ...shown(inside, channel, message), ...nonce } };
}

/** Whoever may not read the history is shown an empty one. */
function list({ inside, param, query }: RestRequest): RestAnswer {
  const channel = findChannel(inside, param('channel'));
  const limit = Number(query.get('limit') ?? '50');
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw invalidForm([
      {
        path: ['limit'],
        code: 'NUMBER_TYPE_MAX',
        message: 'int value should be between 1 and 100.',
      },
    ]);
  }
  if (!mayInChannel(inside, channel, PermissionFlagsBits.ReadMessageHistory))
    return { status: 200, body: [] };
  const after = query.get('after');
  const before = query.get('before');
  const all = [...inside.world.messages.values()].filter(
    (one) =>
      one.channelId === channel.id &&
      !one.isDeleted &&
      one.onlyFor === undefined &&
      (after === null || BigInt(one.id) > BigInt(after)) &&
      (before === null || BigInt(one.id) < BigInt(before)),
  );
  const taken = after === null ? all.slice(-limit) : all.slice(0, limit);
  return { status: 200, body: taken.reverse().map((one) => shown(inside, channel, one)) };
}

function get({ inside, param }: RestRequest): RestAnswer {
  const channel = findChannel(inside, param('channel'));
  insistOn(inside, channel, PermissionFlagsBits.ReadMessageHistory);
  return {
    status: 200,
    body: shown(inside, channel, findMessage(inside, channel, param('message'))),
  };
}

function edit({ inside, param, insist, body, uploads }: RestRequest): RestAnswer {
  const channel = findChannel(inside, param('channel'));
  const message = findMessage(inside, channel, param('message'));
  insist(checkMessageEdit(shown(inside, channel, message).flags ?? 0), body ?? {});
  if (message.author.id !== inside.settings.botUserId) throw refusals.notYourMessage();
  const embeds = (body as SentBody | null | undefined)?.embeds ?? [];
  if (embeds.length > 0) insistOn(inside, channel, PermissionFlagsBits.EmbedLinks);
  changeSentMessage(inside, message, { body: body ?? {}, uploads });
  publishMessage(inside, message, { name: 'update' });
  return { status: 200, body: shown(inside, channel, message) };
}

function remove({ inside, param }: RestRequest): RestAnswer {
  const channel = findChannel(inside, param('channel'));
  const message = findMessage(inside, channel, param('message'));
  if (message.author.id !== inside.settings.botUserId)
    insistOn(inside, channel, PermissionFlagsBits.ManageMessages);
  message.isDeleted = true;
  publishDeletion(inside, message);
  return { status: 204 };
}

function typing({ inside, param }: RestRequest): RestAnswer {
  const channel = findChannel(inside, param('channel'));
  insistOn(inside, channel, sendPermission(channel));
  return { status: 204 };
}

/** As the HTTP API shows it: what was granted in the portal counts, not what was identified with. */
export function shown(inside: Inside, channel: StoredChannel, message: StoredMessage): APIMessage {
  const { botUserId, messageContent } = inside.settings;
  return withholdContent(renderMessage(inside, message), {
    botUserId,
    readsContent: messageContent,
    isDirect: isDirect(channel),
  });
}

function insistOnSending(
  inside: Inside,
  channel: StoredChannel,
  { sent, uploads }: { readonly sent: SentBody; readonly uploads: RestRequest['uploads'] },
): void {
  const persons = channel.type === ChannelType.DM ? channel.recipientIds : [];
  if (persons.some((id) => inside.world.refusingDirectMessages.has(id)))
    throw refusals.cannotMessageUser();
  if (channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildMedia)
    throw refusals.notInThisChannel();
  insistOn(inside, channel, sendPermission(channel));
  if ((sent.embeds ?? []).length > 0) insistOn(inside, channel, PermissionFlagsBits.EmbedLinks);
  if (uploads.length > 0) insistOn(inside, channel, PermissionFlagsBits.AttachFiles);
}

function sendPermission(channel: StoredChannel): bigint {
  return isThread(channel)
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
}

function findReplied(
  inside: Inside,
  channel: StoredChannel,
  sent: SentBody,
): StoredMessage['replyTo'] {
  const reference = sent.message_reference;
  if (reference === undefined) return undefined;
  if (!mayInChannel(inside, channel, PermissionFlagsBits.ReadMessageHistory))
    throw refusals.cannotReply();
  const target = inside.world.messages.get(reference.message_id);
  if (
    target !== undefined &&
    !target.isDeleted &&
    target.channelId === channel.id &&
    target.onlyFor === undefined
  ) {
    return { channelId: channel.id, messageId: target.id };
  }
  if (reference.fail_if_not_exists === false) return undefined;
  throw invalidForm([
    { path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' },
  ]);
}

function findByNonce(
  inside: Inside,
  channel: StoredChannel,
  sent: SentBody,
): StoredMessage | undefined {
  if (sent.nonce === undefined || sent.enforce_nonce !== true) return undefined;
  const before = noncesOf(inside).get(nonceKey(channel, sent.nonce));
  return before !== undefined && inside.clock.now() - before.createdAtMs < nonceHoldsMs
    ? before
    : undefined;
}

function nonceKey(channel: StoredChannel, nonce: string | number): string {
  return `${channel.id} ${nonce}`;
}

function noncesOf(inside: Inside): Map<string, StoredMessage> {
  const known = nonces.get(inside) ?? new Map<string, StoredMessage>();
  nonces.set(inside, known);
  return known;
}
