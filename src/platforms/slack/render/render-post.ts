import { actionLabel } from '../../../post/action-label.ts';
import { leftOutSentence } from '../../../post/left-out-sentence.ts';
import type { Post } from '../../../post/post.ts';
import type { Action } from '../../../post/actions.ts';
import type { DeliveryKey } from '../../../ports/destination.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { markerOf } from './marker.ts';
import { packPieces } from './pack-pieces.ts';
import { renderLine, renderSection } from './render-section.ts';
import type { Piece } from './render-part.ts';
import { plain, richBlock, type Block } from './slack-block.ts';

/** What one message is made of. */
export interface SlackMessage {
  /** For notifications and screen readers; mrkdwn. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

export interface RenderOptions {
  readonly key: DeliveryKey;
  /** How much may stand in one message; less than usual where Slack has called it too long. */
  readonly maxChars?: number;
  /** How many messages there may be; what does not fit is said to be missing. */
  readonly maxMessages?: number;
}

/** Slack refuses messages from about 11,000 characters on: slackapi/bolt-js issue 2509. */
export const MAX_MESSAGE_CHARS = 9000;
/** Ours, below the 4000 of `chat.update`. */
const MAX_FALLBACK_CHARS = 3500;
/** A post is a reading and no book: more would bury the thread. */
const MAX_MESSAGES = 20;

/**
 * A post as one message or, where it does not fit, several; at least one. Text of others stands in rich or plain text,
 * where Slack reads no marks; no quote and no bullet is divided. The buttons stand below the last message.
 */
export function renderPost(post: Post, options: RenderOptions): readonly SlackMessage[] {
  const { key, maxChars = MAX_MESSAGE_CHARS, maxMessages = MAX_MESSAGES } = options;
  const { messages, leftOut } = packPieces(piecesOf(post), { maxChars, maxMessages });
  const last = messages.length - 1;
  return messages.map((packed, index) => {
    const isNoted = index === last && leftOut > 0;
    const note = isNoted ? renderLine(leftOutSentence(leftOut, 'Slack')) : undefined;
    const shown = note === undefined ? packed : [...packed, note];
    const buttons = index === last ? renderActions(post.actions, key) : [];
    return {
      text: fallbackText(shown),
      blocks: markFirst([...blocksOf(shown), ...buttons], markerOf(key, index)),
    };
  });
}

/** Whether a post stands in one message with nothing left out. */
export function fitsOneMessage(post: Post): boolean {
  return packPieces(piecesOf(post), { maxChars: MAX_MESSAGE_CHARS, maxMessages: 1 }).leftOut === 0;
}

function piecesOf(post: Post): readonly Piece[] {
  return post.sections.flatMap((section, index) => [
    ...(index === 0 ? [] : [DIVIDER]),
    ...renderSection(section),
  ]);
}

const DIVIDER: Piece = { kind: 'block', block: { type: 'divider' }, plain: '' };

/** Bullets that follow each other share one list. */
function blocksOf(pieces: readonly Piece[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at];
    if (piece?.kind !== 'bullet') {
      if (piece !== undefined) blocks.push(piece.block);
      at += 1;
      continue;
    }
    const end = pieces.findIndex((other, index) => index > at && other.kind !== 'bullet');
    const run = pieces.slice(at, end === -1 ? undefined : end);
    const elements = run.flatMap((one) => (one.kind === 'bullet' ? [one.element] : []));
    blocks.push(richBlock([{ type: 'rich_text_list', style: 'bullet', elements }]));
    at += run.length;
  }
  return blocks;
}

function renderActions(actions: readonly Action[], key: DeliveryKey): readonly Block[] {
  if (actions.length === 0) return [];
  const elements = actions.map((action) => ({
    type: 'button',
    action_id: action,
    value: key,
    text: plain(actionLabel(action)),
  }));
  return [{ type: 'actions', elements }];
}

function markFirst(blocks: readonly Block[], marker: string): readonly Block[] {
  const [first = { type: 'divider' }, ...rest] = blocks;
  return [{ ...first, block_id: marker }, ...rest];
}

/** As many whole pieces as fit. */
function fallbackText(pieces: readonly Piece[]): string {
  const lines: string[] = [];
  let room = MAX_FALLBACK_CHARS;
  for (const piece of pieces) {
    const line = escapeMrkdwn(piece.plain);
    if (line === '') continue;
    if (line.length + 1 > room) break;
    lines.push(line);
    room -= line.length + 1;
  }
  return lines.length === 0 ? 'An answer from Nutgraf' : lines.join('\n');
}
