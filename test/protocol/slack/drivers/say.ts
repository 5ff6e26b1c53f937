import { randomUUID } from 'node:crypto';
import { renderFile, storeFile, type FileFixture } from '../files.ts';
import type { Hub } from '../hub.ts';
import type { Json } from '../json.ts';
import { tellDeleted, tellEdited, tellPosted } from '../message-events.ts';
import type { Delivery } from '../transport.ts';
import { findMessage, replaceMessage, type SlackMessage } from '../world.ts';
import { readTyped } from './typed-text.ts';

export interface Say {
  readonly channel: string;
  readonly user: string;
  /** As a person types it; addresses become links. `<@U…>` mentions somebody. */
  readonly text: string;
  readonly thread_ts?: string;
  readonly files?: readonly FileFixture[];
  /** Instead of what Slack's composer makes of the text, as other apps' posts have it. */
  readonly blocks?: readonly Json[];
  /** Set for a post of another app. */
  readonly bot_id?: string;
}

export interface Said {
  readonly message: SlackMessage;
  /** What the app was told, each with its acknowledgement; empty where it hears nothing of this. */
  readonly deliveries: readonly Delivery[];
}

export function createSay(hub: Hub) {
  const mustBeThere = ({ channel, user }: { readonly channel: string; readonly user: string }) => {
    const place = hub.world.channels.get(channel);
    if (!place) throw new Error(`there is no channel ${channel}`);
    if (!place.members.has(user)) throw new Error(`${user} is not in ${channel}`);
    if (place.isArchived === true) throw new Error(`${channel} is archived`);
  };
  const current = (message: SlackMessage) => {
    const found = findMessage(hub.world, message.channel, message.ts);
    if (!found) throw new Error(`the message ${message.ts} is gone`);
    return found;
  };
  const change = async (message: SlackMessage, changes: Partial<SlackMessage>): Promise<Said> => {
    const old = current(message);
    const now = { ...old, ...changes };
    replaceMessage(hub.world, old, now);
    hub.changed();
    return { message: now, deliveries: await tellEdited(hub, now, old) };
  };

  return {
    /** Somebody writes a message; it stands in the world before this returns a promise. */
    async say(one: Say): Promise<Said> {
      mustBeThere(one);
      const typed = readTyped(one.text);
      const files = one.files?.map((fixture) => {
        const whole = renderFile(hub.filesOrigin(), storeFile(hub, one.user, fixture));
        const { id, created } = whole;
        return fixture.isBare === true ? { id, created, file_access: 'check_file_info' } : whole;
      });
      const message: SlackMessage = {
        type: 'message',
        channel: one.channel,
        user: one.user,
        ts: hub.ids.ts(),
        text: typed.text,
        blocks: one.blocks ?? typed.blocks,
        client_msg_id: randomUUID(),
        ...(one.thread_ts === undefined ? {} : { thread_ts: one.thread_ts }),
        ...(files ? { files } : {}),
        ...(one.bot_id === undefined ? {} : { bot_id: one.bot_id, app_id: 'A0OTHER' }),
      };
      hub.world.messages = [...hub.world.messages, message];
      hub.changed();
      return { message, deliveries: await tellPosted(hub, message) };
    },
    /** Its author rewrites a message: same `ts`, now with `edited`. */
    edit(message: SlackMessage, text: string): Promise<Said> {
      const edited = { user: message.user ?? '', ts: hub.ids.ts() };
      return change(message, { ...readTyped(text), edited });
    },
    /** Slack adds the preview of a link: the message changes and nobody has edited it. */
    addPreview(message: SlackMessage, address: string, title: string): Promise<Said> {
      const preview = { id: 1, from_url: address, original_url: address, title, fallback: title };
      return change(message, { attachments: [preview] });
    },
    /** Its author takes a message back. */
    async takeBack(message: SlackMessage): Promise<readonly Delivery[]> {
      const old = current(message);
      replaceMessage(hub.world, old, undefined);
      hub.changed();
      return tellDeleted(hub, old);
    },
  };
}
