import type { Hub } from '../hub.ts';
import { identity } from '../identity.ts';
import { textOf, type Json } from '../json.ts';
import { reviewPost } from '../limits/review-post.ts';
import { tellDeleted, tellEdited, tellPosted } from '../message-events.ts';
import { contentOf, postMessage } from '../post-message.ts';
import {
  findMessage,
  imWith,
  isBotIn,
  isReply,
  renderMessage,
  replaceMessage,
  type Channel,
  type SlackMessage,
} from '../world.ts';
import { findChannel, findOwnChannel } from './find-channel.ts';
import { SlackRefusal, type Methods } from './method.ts';

const scopes = ['chat:write'];

export const chatMethods: Methods = {
  'chat.postMessage': { scopes, run: post },
  'chat.postEphemeral': { scopes, run: postEphemeral },
  'chat.update': { scopes, run: update },
  'chat.delete': { scopes, run: remove },
  'chat.getPermalink': {
    scopes: [],
    run(hub, args) {
      const channel = findChannel(hub, args);
      const ts = textOf(args, 'message_ts');
      if (!findMessage(hub.world, channel.id, ts)) throw new SlackRefusal('message_not_found');
      const host = `https://${identity.teamDomain}.slack.com`;
      const permalink = `${host}/archives/${channel.id}/p${ts.replace('.', '')}`;
      return { channel: channel.id, permalink };
    },
  },
};

function review(hub: Hub, where: string, args: Json): void {
  const refusal = reviewPost(hub, where, args);
  if (!refusal) return;
  const { error, messages } = refusal;
  throw new SlackRefusal(error, {
    ...(messages.length > 0 ? { errors: messages, response_metadata: { messages } } : {}),
  });
}

function post(hub: Hub, args: Json): Json {
  const channel = findPostChannel(hub, args);
  review(hub, 'chat.postMessage', args);
  const threadTs = checkThread(hub, channel, args);
  const isForAll = String(args['reply_broadcast']) === 'true';
  const message = postMessage(hub, { channel: channel.id, isForAll, ...threadTs }, args);
  void tellPosted(hub, message);
  return {
    channel: channel.id,
    ts: message.ts,
    message: renderMessage(hub.world, message, true),
  };
}

/** Posts may name a person, whose direct messages are meant, or a channel by its name. */
function findPostChannel(hub: Hub, args: Json): Channel {
  const named = textOf(args, 'channel');
  if (/^[UW]/u.test(named) && hub.world.users.has(named)) return imWith(hub.world, named);
  const byName = [...hub.world.channels.values()].find(
    ({ name }) => name !== '' && name === named.replace(/^#/u, ''),
  );
  const channel = findChannel(hub, byName ? { channel: byName.id } : args);
  const mayReach = channel.kind === 'public' && hub.settings.scopes.has('chat:write.public');
  if (!isBotIn(channel) && !mayReach) throw new SlackRefusal('not_in_channel');
  if (channel.isArchived === true) throw new SlackRefusal('is_archived');
  return channel;
}

function checkThread(hub: Hub, channel: Channel, args: Json): { readonly threadTs?: string } {
  if (args['thread_ts'] === undefined) return {};
  const ts = textOf(args, 'thread_ts');
  const root = findMessage(hub.world, channel.id, ts);
  if (!root) throw new SlackRefusal('thread_not_found');
  if (root.onlyFor !== undefined) throw new SlackRefusal('cannot_reply_to_message');
  if (isReply(root)) {
    const what = "thread_ts is a reply, not the thread's root";
    hub.records.violations.push({ where: 'chat.postMessage', what });
  }
  return { threadTs: ts };
}

function postEphemeral(hub: Hub, args: Json): Json {
  const channel = findOwnChannel(hub, args);
  if (channel.isArchived === true) throw new SlackRefusal('is_archived');
  const user = textOf(args, 'user');
  if (!hub.world.users.has(user)) throw new SlackRefusal('user_not_found');
  if (!channel.members.has(user)) throw new SlackRefusal('user_not_in_channel');
  review(hub, 'chat.postEphemeral', args);
  const threadTs = checkThread(hub, channel, args);
  const place = { channel: channel.id, onlyFor: user, ...threadTs };
  return { message_ts: postMessage(hub, place, args).ts };
}

/** The app's own message, never one that only one person sees: those cannot be edited. */
function findOwn(hub: Hub, args: Json, notMine: string): SlackMessage {
  const channel = findOwnChannel(hub, args);
  const message = findMessage(hub.world, channel.id, textOf(args, 'ts'));
  if (!message || message.onlyFor !== undefined) throw new SlackRefusal('message_not_found');
  if (message.bot_id !== identity.botId) throw new SlackRefusal(notMine);
  if (channel.isArchived === true) throw new SlackRefusal('is_archived');
  return message;
}

/** What is not given stays, as https://docs.slack.dev/reference/methods/chat.update says. */
function update(hub: Hub, args: Json): Json {
  const old = findOwn(hub, args, 'cant_update_message');
  review(hub, 'chat.update', args);
  const edited = { user: identity.botUserId, ts: hub.ids.ts() };
  const now: SlackMessage = { ...old, ...contentOf(hub, args), edited };
  replaceMessage(hub.world, old, now);
  hub.changed();
  void tellEdited(hub, now, old);
  return {
    channel: now.channel,
    ts: now.ts,
    text: now.text,
    message: renderMessage(hub.world, now),
  };
}

function remove(hub: Hub, args: Json): Json {
  const old = findOwn(hub, args, 'cant_delete_message');
  replaceMessage(hub.world, old, undefined);
  hub.changed();
  void tellDeleted(hub, old);
  return { channel: old.channel, ts: old.ts };
}
