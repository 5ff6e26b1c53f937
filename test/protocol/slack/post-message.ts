import type { Hub } from './hub.ts';
import { identity } from './identity.ts';
import { isJson, textOf, type Json } from './json.ts';
import { maxPostChars } from './limits/review-post.ts';
import type { SlackMessage } from './world.ts';

export interface PostPlace {
  readonly channel: string;
  readonly threadTs?: string;
  readonly onlyFor?: string;
  readonly viaResponseUrl?: boolean;
  /** Whether a reply is to stand in the channel too. */
  readonly isForAll?: boolean;
}

/** Puts what the app says into the world, reviewed before; nobody is told of it here. */
export function postMessage(hub: Hub, place: PostPlace, body: Json): SlackMessage {
  const message: SlackMessage = {
    type: 'message',
    channel: place.channel,
    ts: hub.ids.ts(),
    ...ownAuthor,
    ...contentOf(hub, body),
    ...(place.threadTs === undefined ? {} : { thread_ts: place.threadTs }),
    ...(place.isForAll === true && place.threadTs !== undefined
      ? { subtype: 'thread_broadcast' }
      : {}),
    ...(place.onlyFor === undefined ? {} : { onlyFor: place.onlyFor }),
    ...(place.viaResponseUrl === true ? { viaResponseUrl: true } : {}),
  };
  hub.world.messages = [...hub.world.messages, message];
  hub.changed();
  return message;
}

const ownAuthor = {
  user: identity.botUserId,
  bot_id: identity.botId,
  app_id: identity.appId,
} as const;

/** A body's text, blocks, attachments and metadata as they are kept; blocks get the ids that they lack. */
export function contentOf(hub: Hub, body: Json) {
  const { blocks, attachments, metadata } = body;
  return {
    text: textOf(body, 'text').slice(0, maxPostChars),
    ...(Array.isArray(blocks) ? { blocks: nameBlocks(hub, blocks as readonly Json[]) } : {}),
    ...(Array.isArray(attachments) ? { attachments: attachments as readonly Json[] } : {}),
    ...(isJson(metadata) ? { metadata } : {}),
  };
}

/** Slack gives every block and every element that can be used an id where the app gave none. */
export function nameBlocks(hub: Hub, blocks: readonly Json[]): readonly Json[] {
  const name = (element: unknown) =>
    isJson(element) && !['image', 'mrkdwn', 'plain_text'].includes(textOf(element, 'type'))
      ? { action_id: hub.ids.next('a'), ...element }
      : element;
  return blocks.map((block) => ({
    ...block,
    block_id: textOf(block, 'block_id') || hub.ids.next('b'),
    ...(block['type'] === 'actions' && Array.isArray(block['elements'])
      ? { elements: block['elements'].map(name) }
      : {}),
    ...('accessory' in block ? { accessory: name(block['accessory']) } : {}),
    ...(block['type'] === 'input' ? { element: name(block['element']) } : {}),
  }));
}
