import type { Hub } from '../hub.ts';
import { textOf, type Json } from '../json.ts';
import { isBotIn, type Channel } from '../world.ts';
import { needScope, SlackRefusal } from './method.ts';

const groupOf = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const;

/** A conversation by its id. A private one without the bot does not exist for it. */
export function findChannel(hub: Hub, args: Json, field = 'channel'): Channel {
  const channel = hub.world.channels.get(textOf(args, field));
  if (!channel || (channel.kind !== 'public' && !isBotIn(channel))) {
    throw new SlackRefusal('channel_not_found');
  }
  return channel;
}

/** The same, where the bot must be a member. */
export function findOwnChannel(hub: Hub, args: Json): Channel {
  const channel = findChannel(hub, args);
  if (!isBotIn(channel)) throw new SlackRefusal('not_in_channel');
  return channel;
}

/** Asks for `channels:read`, `groups:history`, …, as the kind of conversation needs it. */
export function needChannelScope(hub: Hub, channel: Channel, what: 'read' | 'history'): void {
  needScope(hub, [`${groupOf[channel.kind]}:${what}`]);
}
