import type { Piece } from './render-part.ts';

export interface Room {
  readonly maxChars: number;
  readonly maxMessages: number;
}

export interface Packed {
  /** At least one message, possibly an empty one. */
  readonly messages: readonly (readonly Piece[])[];
  /** How many pieces fit into no message. */
  readonly leftOut: number;
}

/** Slack's 50 blocks a message, less one for the buttons and one for a note. */
const MAX_BLOCKS = 48;
/** Ours: a piece alone in its message, with its marker and the buttons, stays below what Slack refuses. */
const MAX_PIECE_CHARS = 8000;

/**
 * Spreads pieces over messages, none of them divided. Characters are counted as JSON writes them: that is never less
 * than what Slack counts, whose way of counting is not documented.
 */
export function packPieces(pieces: readonly Piece[], { maxChars, maxMessages }: Room): Packed {
  const messages: Piece[][] = [[]];
  let leftOut = 0;
  let chars = 0;
  let isOver = false;
  for (const piece of pieces) {
    const size = sizeOf(piece);
    const message = messages.at(-1) ?? [];
    const isFull = message.length >= MAX_BLOCKS || (message.length > 0 && chars + size > maxChars);
    isOver ||= isFull && messages.length >= maxMessages;
    if (isFull && isDivider(piece)) continue;
    if (size > MAX_PIECE_CHARS || isOver) {
      leftOut += isDivider(piece) ? 0 : 1;
    } else if (isFull) {
      messages.push([piece]);
      chars = size;
    } else {
      message.push(piece);
      chars += size;
    }
  }
  return { messages, leftOut };
}

/** A line between sections needs no place where a message ends anyway. */
function isDivider(piece: Piece): boolean {
  return piece.kind === 'block' && piece.block.type === 'divider';
}

/** What a list adds around its bullets: every bullet pays it, because each may stand alone. */
const LIST_CHARS = 90;

function sizeOf(piece: Piece): number {
  return piece.kind === 'block'
    ? JSON.stringify(piece.block).length + 1
    : JSON.stringify(piece.element).length + LIST_CHARS;
}
