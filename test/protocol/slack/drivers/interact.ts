import type { Hub } from '../hub.ts';
import { isJson, listOf, textOf, type Json } from '../json.ts';
import type { Delivery } from '../transport.ts';
import { findMessage, renderMessage, type SlackMessage } from '../world.ts';
import { channelOf, renderActor, responseUrlFor, shownName } from './interaction.ts';

export interface Shortcut {
  readonly callback_id: string;
  readonly message: SlackMessage;
  readonly user: string;
}

/** Somebody uses a shortcut on a message; what only one person sees has no such menu. */
export function shortcut(hub: Hub, one: Shortcut): Promise<Delivery> {
  if (!hub.settings.scopes.has('commands')) throw new Error('the app has no scope `commands`');
  const message = standing(hub, one.message);
  if (message.onlyFor !== undefined) throw new Error('an ephemeral message takes no shortcut');
  const channel = channelOf(hub, message.channel, one.user);
  return hub.events.send({
    kind: 'interactive',
    payload: {
      ...renderActor(hub, one.user),
      type: 'message_action',
      callback_id: one.callback_id,
      action_ts: hub.ids.ts(),
      channel: { id: channel.id, name: shownName(channel) },
      message_ts: message.ts,
      message: renderMessage(hub.world, message),
      response_url: responseUrlFor(hub, { channel: channel.id, user: one.user }),
    },
  });
}

export interface Click {
  readonly message: SlackMessage;
  readonly action_id: string;
  readonly user: string;
  /** Of a menu: the value of the option that is chosen. */
  readonly choose?: string;
}

/** Somebody clicks a button, or chooses from a menu, that stands in a message now. */
export function click(hub: Hub, one: Click): Promise<Delivery> {
  const message = standing(hub, one.message);
  const channel = channelOf(hub, message.channel, one.user);
  const isEphemeral = message.onlyFor !== undefined;
  if (isEphemeral && message.onlyFor !== one.user) throw new Error(`${one.user} does not see it`);
  const found = findAction(message, one.action_id);
  const target = { channel: channel.id, user: one.user, originalTs: message.ts };
  const thread = message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts };
  return hub.events.send({
    kind: 'interactive',
    payload: {
      ...renderActor(hub, one.user),
      type: 'block_actions',
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: channel.id,
        is_ephemeral: isEphemeral,
        ...thread,
      },
      channel: { id: channel.id, name: shownName(channel) },
      ...(isEphemeral ? {} : { message: renderMessage(hub.world, message) }),
      state: { values: {} },
      response_url: responseUrlFor(hub, target),
      actions: [renderAction(hub, found, one.choose)],
    },
  });
}

function standing(hub: Hub, message: SlackMessage): SlackMessage {
  const found = findMessage(hub.world, message.channel, message.ts);
  if (!found) throw new Error(`the message ${message.ts} is gone`);
  return found;
}

interface Found {
  readonly blockId: string;
  readonly element: Json;
}

function findAction(message: SlackMessage, actionId: string): Found {
  for (const block of message.blocks ?? []) {
    const elements = [...listOf(block, 'elements'), block['accessory']].filter(isJson);
    const element = elements.find((one) => one['action_id'] === actionId);
    if (element) return { blockId: textOf(block, 'block_id'), element };
  }
  throw new Error(`the message has nothing with action_id ${actionId}`);
}

function renderAction(hub: Hub, { blockId, element }: Found, choose: string | undefined): Json {
  const { type, action_id, text, value, url, style } = element;
  const base = { type, action_id, block_id: blockId, action_ts: hub.ids.ts() };
  if (type === 'button') {
    return {
      ...base,
      text,
      ...(value === undefined ? {} : { value }),
      ...(url === undefined ? {} : { url }),
      ...(style === undefined ? {} : { style }),
    };
  }
  const option = listOf(element, 'options').find((one) => textOf(one, 'value') === choose);
  if (!option) throw new Error(`the menu has no option ${String(choose)}`);
  return { ...base, selected_option: option };
}
