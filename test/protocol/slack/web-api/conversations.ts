import type { Hub } from '../hub.ts';
import { identity } from '../identity.ts';
import { textOf, type Json } from '../json.ts';
import {
  findMessage,
  imWith,
  isBotIn,
  isReply,
  messagesIn,
  renderMessage,
  threadOf,
  type Channel,
  type SlackMessage,
} from '../world.ts';
import { findChannel, findOwnChannel, needChannelScope } from './find-channel.ts';
import { needScope, SlackRefusal, type Methods } from './method.ts';
import { pageOf } from './pages.ts';

const kindOf: Readonly<Record<string, { readonly kind: Channel['kind']; readonly scope: string }>> =
  {
    public_channel: { kind: 'public', scope: 'channels:read' },
    private_channel: { kind: 'private', scope: 'groups:read' },
    im: { kind: 'im', scope: 'im:read' },
    mpim: { kind: 'mpim', scope: 'mpim:read' },
  };

export const conversationsMethods: Methods = {
  'conversations.open': {
    scopes: ['im:write', 'mpim:write'],
    run(hub, args) {
      const user = textOf(args, 'users');
      if (user.includes(',')) throw new SlackRefusal('not_enough_users');
      if (!hub.world.users.has(user)) throw new SlackRefusal('user_not_found');
      return { channel: { id: imWith(hub.world, user).id } };
    },
  },
  'conversations.info': {
    scopes: [],
    run(hub, args) {
      const channel = findChannel(hub, args);
      needChannelScope(hub, channel, 'read');
      return { channel: renderChannel(channel) };
    },
  },
  'conversations.members': {
    scopes: [],
    run(hub, args) {
      const channel = findChannel(hub, args);
      needChannelScope(hub, channel, 'read');
      const page = pageOf(args, [...channel.members]);
      return { members: page.items, ...page.metadata };
    },
  },
  'conversations.list': { scopes: [], run: (hub, args) => list(hub, args, () => true) },
  'users.conversations': {
    scopes: [],
    run(hub, args) {
      const user = textOf(args, 'user') || identity.botUserId;
      if (!hub.world.users.has(user)) throw new SlackRefusal('user_not_found');
      return list(hub, args, ({ members }) => members.has(user));
    },
  },
  'conversations.history': { scopes: [], run: history },
  'conversations.replies': { scopes: [], run: replies },
};

function list(hub: Hub, args: Json, isWanted: (channel: Channel) => boolean): Json {
  const types = (textOf(args, 'types') || 'public_channel').split(',').map((one) => one.trim());
  const kinds = types.map((type) => {
    const known = kindOf[type];
    if (!known) throw new SlackRefusal('invalid_types');
    needScope(hub, [known.scope]);
    return known.kind;
  });
  const withoutArchived = String(args['exclude_archived']) === 'true';
  const all = [...hub.world.channels.values()].filter(
    (one) =>
      kinds.includes(one.kind) &&
      isWanted(one) &&
      (one.kind === 'public' || isBotIn(one)) &&
      !(withoutArchived && one.isArchived === true),
  );
  const page = pageOf(args, all);
  return { channels: page.items.map(renderChannel), ...page.metadata };
}

function renderChannel(channel: Channel): Json {
  const { id, kind, name, members, creator, isArchived } = channel;
  const other = [...members].find((one) => one !== identity.botUserId);
  if (kind === 'im') return { id, is_im: true, user: other, is_archived: false, created: 1 };
  return {
    id,
    name,
    name_normalized: name,
    created: 1,
    creator: creator ?? other,
    is_channel: kind === 'public',
    is_group: kind === 'private',
    is_im: false,
    is_mpim: kind === 'mpim',
    is_private: kind !== 'public',
    is_archived: isArchived ?? false,
    is_member: isBotIn(channel),
    num_members: members.size,
  };
}

/** Roots only, the newest first: https://docs.slack.dev/reference/methods/conversations.history */
function history(hub: Hub, args: Json): Json {
  const channel = findChannel(hub, args);
  needChannelScope(hub, channel, 'history');
  findOwnChannel(hub, args);
  const all = messagesIn(hub.world, channel.id).filter((one) => isWithin(one, args));
  return answerMessages(hub, args, { all: all.toReversed() });
}

/** The root and its replies, the oldest first; for a reply's `ts` the reply alone. */
function replies(hub: Hub, args: Json): Json {
  const channel = findChannel(hub, args);
  needChannelScope(hub, channel, 'history');
  findOwnChannel(hub, args);
  const ts = textOf(args, 'ts');
  const root = findMessage(hub.world, channel.id, ts);
  if (!root || root.onlyFor !== undefined) throw new SlackRefusal('thread_not_found');
  const thread = isReply(root) ? [root] : threadOf(hub.world, channel.id, ts);
  const all = thread.filter((one) => one === root || isWithin(one, args));
  return answerMessages(hub, args, { all });
}

function isWithin(message: SlackMessage, args: Json): boolean {
  const isInclusive = ['true', '1'].includes(String(args['inclusive']));
  const at = Number(message.ts);
  const [oldest, latest] = [args['oldest'] ?? 0, args['latest'] ?? Infinity].map(Number);
  if (oldest === undefined || latest === undefined) return true;
  return (at > oldest && at < latest) || (isInclusive && (at === oldest || at === latest));
}

function answerMessages(
  hub: Hub,
  args: Json,
  { all }: { readonly all: readonly SlackMessage[] },
): Json {
  const page = pageOf(args, all);
  const withMetadata = String(args['include_all_metadata']) === 'true';
  return {
    messages: page.items.map((one) => renderMessage(hub.world, one, withMetadata)),
    has_more: page.hasMore,
    ...(page.hasMore ? page.metadata : {}),
  };
}
