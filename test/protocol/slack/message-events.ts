import type { Hub } from './hub.ts';
import { identity } from './identity.ts';
import { present, without, type Json } from './json.ts';
import type { Delivery } from './transport.ts';
import { isBotIn, renderMessage, type Channel, type SlackMessage } from './world.ts';

const subscriptionOf = {
  public: { name: 'message.channels', type: 'channel' },
  private: { name: 'message.groups', type: 'group' },
  im: { name: 'message.im', type: 'im' },
  mpim: { name: 'message.mpim', type: 'mpim' },
} as const;

type Told = readonly Delivery[];

/** Tells the app of a new message: as a mention, as a message, or both, each with an id of its own. */
export function tellPosted(hub: Hub, message: SlackMessage): Promise<Told> {
  return tell(hub, message, (channel) => [
    ...mentionOf(hub, message, channel),
    messageEvent(hub, channel, { ...renderPlain(hub, message) }),
  ]);
}

/** Tells of an edit; a message that now mentions the app comes as a mention again, with its old `ts`. */
export function tellEdited(hub: Hub, now: SlackMessage, previous: SlackMessage): Promise<Told> {
  const isEdit = now.edited !== undefined && now.edited !== previous.edited;
  return tell(hub, now, (channel) => [
    ...(isEdit ? mentionOf(hub, now, channel) : []),
    messageEvent(hub, channel, {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      ts: hub.ids.ts(),
      message: renderPlain(hub, now),
      previous_message: renderPlain(hub, previous),
    }),
  ]);
}

export function tellDeleted(hub: Hub, previous: SlackMessage): Promise<Told> {
  return tell(hub, previous, (channel) => [
    messageEvent(hub, channel, {
      type: 'message',
      subtype: 'message_deleted',
      hidden: true,
      ts: hub.ids.ts(),
      deleted_ts: previous.ts,
      previous_message: renderPlain(hub, previous),
    }),
  ]);
}

interface Planned {
  readonly subscription: string;
  readonly event: Json;
}

async function tell(
  hub: Hub,
  message: SlackMessage,
  plan: (channel: Channel) => readonly Planned[],
): Promise<Told> {
  const channel = hub.world.channels.get(message.channel);
  if (!channel || !isBotIn(channel) || message.onlyFor !== undefined || !hub.world.isInstalled) {
    return [];
  }
  const sent = plan(channel).map(({ subscription, event }) => hub.events.emit(subscription, event));
  return (await Promise.all(sent)).filter((one) => one !== undefined);
}

/** Mentions do not come from direct messages, nor from the app's own posts. */
function mentionOf(hub: Hub, message: SlackMessage, channel: Channel): readonly Planned[] {
  const isOwn = message.user === identity.botUserId;
  const isMention = message.text.includes(`<@${identity.botUserId}>`);
  if (isOwn || !isMention || channel.kind === 'im') return [];
  const wire = without(renderPlain(hub, message), 'subtype');
  const event = { ...wire, type: 'app_mention', channel: channel.id, event_ts: message.ts };
  return [{ subscription: 'app_mention', event }];
}

function messageEvent(hub: Hub, channel: Channel, wire: Json): Planned {
  const { name, type } = subscriptionOf[channel.kind];
  const event_ts = typeof wire['ts'] === 'string' ? wire['ts'] : hub.ids.ts();
  return {
    subscription: name,
    event: { ...wire, channel: channel.id, event_ts, channel_type: type },
  };
}

function renderPlain(hub: Hub, message: SlackMessage): Json {
  const rendered = renderMessage(hub.world, message);
  const parent = hub.world.messages.find(
    (one) => one.channel === message.channel && one.ts === message.thread_ts,
  );
  const isBelow = message.thread_ts !== undefined && message.thread_ts !== message.ts;
  return present({
    ...rendered,
    subtype:
      message.files && message.user !== identity.botUserId ? 'file_share' : rendered['subtype'],
    parent_user_id: isBelow ? parent?.user : undefined,
    bot_profile:
      message.bot_id === identity.botId
        ? {
            id: identity.botId,
            app_id: identity.appId,
            name: 'Nutgraf',
            deleted: false,
            team_id: identity.teamId,
          }
        : undefined,
  });
}
