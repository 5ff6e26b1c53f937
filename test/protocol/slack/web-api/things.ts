import { textOf } from '../json.ts';
import { renderFile, mayBotRead } from '../files.ts';
import { findMessage, replaceMessage, type SlackMessage } from '../world.ts';
import type { Hub } from '../hub.ts';
import type { Json } from '../json.ts';
import { findOwnChannel } from './find-channel.ts';
import { SlackRefusal, type Methods } from './method.ts';

/** Files, reactions and signs of life: what hangs on messages. */
export const thingsMethods: Methods = {
  'files.info': {
    scopes: ['files:read'],
    run(hub, args) {
      const file = hub.world.files.get(textOf(args, 'file'));
      if (!file || !mayBotRead(hub.world, file)) throw new SlackRefusal('file_not_found');
      return {
        file: renderFile(hub.filesOrigin(), file),
        comments: [],
        response_metadata: { next_cursor: '' },
      };
    },
  },
  'reactions.add': {
    scopes: ['reactions:write'],
    run(hub, args) {
      const { message, name } = findReacted(hub, args);
      const before = message.reactions ?? [];
      if (before.includes(name)) throw new SlackRefusal('already_reacted');
      replaceMessage(hub.world, message, { ...message, reactions: [...before, name] });
      return {};
    },
  },
  'reactions.remove': {
    scopes: ['reactions:write'],
    run(hub, args) {
      const { message, name } = findReacted(hub, args);
      const before = message.reactions ?? [];
      if (!before.includes(name)) throw new SlackRefusal('no_reaction');
      const reactions = before.filter((one) => one !== name);
      replaceMessage(hub.world, message, { ...message, reactions });
      return {};
    },
  },
  'assistant.threads.setStatus': {
    scopes: ['assistant:write', 'chat:write'],
    run(hub, args) {
      const channel = findOwnChannel(hub, { channel: args['channel_id'] });
      const ts = textOf(args, 'thread_ts');
      if (!findMessage(hub.world, channel.id, ts)) throw new SlackRefusal('invalid_thread_ts');
      if (typeof args['status'] !== 'string') throw new SlackRefusal('invalid_arguments');
      hub.records.statuses.push({ channel: channel.id, thread_ts: ts, status: args['status'] });
      return {};
    },
  },
};

function findReacted(
  hub: Hub,
  args: Json,
): { readonly message: SlackMessage; readonly name: string } {
  const channel = findOwnChannel(hub, args);
  const message = findMessage(hub.world, channel.id, textOf(args, 'timestamp'));
  const name = textOf(args, 'name');
  if (!message) throw new SlackRefusal('message_not_found');
  if (!/^[a-z0-9_+:-]+$/u.test(name)) throw new SlackRefusal('invalid_name');
  return { message, name };
}
