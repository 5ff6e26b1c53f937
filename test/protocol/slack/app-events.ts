import { identity } from './identity.ts';
import type { Ids } from './ids.ts';
import type { Json } from './json.ts';
import type { Settings } from './slack-options.ts';
import type { TestClock } from './test-clock.ts';
import type { Delivery, Outgoing, Retry, Transport } from './transport.ts';

/** Slack sends an event again at once, after a minute and after five: https://docs.slack.dev/apis/events-api */
const retryAfterMs = [0, 60_000, 300_000] as const;

/** Without its scope an event never comes, whatever the settings say. */
const scopeOf: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  channel_left: 'channels:read',
  group_left: 'groups:read',
  member_joined_channel: 'channels:read',
  file_shared: 'files:read',
};

export interface AppEvents {
  /** Everything that was sent to the app, events, commands and interactions, again and again. */
  readonly deliveries: readonly Delivery[];
  /** Sends an event if the app subscribed to it; resolves after the first attempt. */
  emit(subscription: string, event: Json): Promise<Delivery | undefined>;
  /** Sends a command or an interaction: once, whatever happens. */
  send(outgoing: Outgoing): Promise<Delivery>;
  /** Sends the very same event again. Without a mark nothing tells that it is not the first time. */
  redeliver(eventId: string, mark?: Retry): Promise<Delivery>;
  /** Resolves once everything under way has been acknowledged or has failed. */
  settled(): Promise<void>;
}

export interface AppEventsParts {
  readonly settings: Settings;
  readonly clock: TestClock;
  readonly ids: Ids;
  readonly transport: Transport;
  readonly changed: () => void;
}

export function createAppEvents(parts: AppEventsParts): AppEvents {
  const { settings, clock, transport } = parts;
  const deliveries: Delivery[] = [];
  const underWay = new Set<Promise<unknown>>();

  const send = async (outgoing: Outgoing): Promise<Delivery> => {
    const delivery: Delivery = { ...outgoing, at: clock.now() };
    deliveries.push(delivery);
    const sending = transport.send(outgoing);
    underWay.add(sending);
    parts.changed();
    delivery.ack = await sending;
    underWay.delete(sending);
    parts.changed();
    return delivery;
  };

  const sendEvent = async (payload: Json, retry?: Retry): Promise<Delivery> => {
    const delivery = await send({ kind: 'events_api', payload, ...(retry ? { retry } : {}) });
    if (settings.redelivery === 'auto') planRetry(delivery);
    return delivery;
  };

  const planRetry = ({ ack, payload, retry }: Delivery) => {
    const done = retry?.num ?? 0;
    const waitMs = retryAfterMs[done];
    if (!ack || ack.state === 'acknowledged' || ack.noRetry === true || waitMs === undefined)
      return;
    const next = { num: done + 1, reason: transport.retryReason(ack) };
    clock.after(waitMs, () => void sendEvent(payload, next));
  };

  return {
    deliveries,
    send,
    async emit(subscription, event) {
      const scope = scopeOf[subscription];
      const isHeard = scope === undefined || settings.scopes.has(scope);
      if (!isHeard || !settings.events.has(subscription)) return undefined;
      return sendEvent(callback(parts, event));
    },
    async redeliver(eventId, mark) {
      const first = deliveries.find((one) => one.payload['event_id'] === eventId);
      if (!first) throw new Error(`no event ${eventId} was ever sent`);
      return send({ kind: 'events_api', payload: first.payload, ...(mark ? { retry: mark } : {}) });
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

/** https://docs.slack.dev/apis/events-api#callback-field */
function callback({ ids, clock }: AppEventsParts, event: Json): Json {
  const authorization = {
    enterprise_id: null,
    team_id: identity.teamId,
    user_id: identity.botUserId,
    is_bot: true,
    is_enterprise_install: false,
  };
  return {
    token: identity.verificationToken,
    team_id: identity.teamId,
    context_team_id: identity.teamId,
    context_enterprise_id: null,
    api_app_id: identity.appId,
    event,
    type: 'event_callback',
    event_id: ids.next('Ev'),
    event_time: Math.floor(clock.now() / 1000),
    authorizations: [authorization],
    is_ext_shared_channel: false,
    event_context: ids.next('4-'),
  };
}
