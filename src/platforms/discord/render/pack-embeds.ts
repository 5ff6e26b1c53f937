import { jointOf, type Piece } from './piece.ts';
import type { RenderedSection, RenderedTitle } from './render-section.ts';

/** https://discord.com/developers/docs/resources/message#embed-object */
export interface Embed {
  readonly title?: string;
  readonly url?: string;
  readonly description?: string;
  readonly footer?: { readonly text: string };
  readonly color: number;
}

export interface Packed {
  /** The embeds of each message; at least one message, possibly an empty one. */
  readonly messages: readonly (readonly Embed[])[];
  /** How many pieces fit into no message. */
  readonly leftOut: number;
}

/** Discord's, for one description, for all text of a message's embeds, and for their number. */
const MAX_DESCRIPTION_CHARS = 4096;
const MAX_MESSAGE_CHARS = 6000;
const MAX_EMBEDS = 10;
/** Kept free in each message for the line that tells what was left out. */
export const NOTE_CHARS = 120;
/** The line at an embed's side. */
const COLOR = 0x2f6f8f;

interface Box {
  readonly title: RenderedTitle | undefined;
  description: string;
  last: Piece | undefined;
}

interface Packing {
  readonly messages: Box[][];
  readonly maxMessages: number;
  chars: number;
  leftOut: number;
  isOver: boolean;
}

/** Spreads sections over embeds and messages, no piece divided, a title always with what comes first below it. */
export function packEmbeds(
  sections: readonly RenderedSection[],
  { maxMessages }: { readonly maxMessages: number },
): Packed {
  const packing: Packing = { messages: [[]], maxMessages, chars: 0, leftOut: 0, isOver: false };
  for (const section of sections) packSection(packing, section);
  return {
    messages: packing.messages.map((boxes) => boxes.map(embedOf)),
    leftOut: packing.leftOut,
  };
}

function packSection(packing: Packing, { title, pieces }: RenderedSection): void {
  const fitting = pieces.filter(({ markdown }) => markdown.length <= MAX_DESCRIPTION_CHARS);
  packing.leftOut += pieces.length - fitting.length;
  const [first, ...rest] = fitting;
  if (first === undefined) {
    if (title !== undefined) openBox(packing, title, undefined);
    return;
  }
  openBox(packing, title, first);
  for (const piece of rest) packPiece(packing, piece);
}

function packPiece(packing: Packing, piece: Piece): void {
  const box = packing.messages.at(-1)?.at(-1);
  const joint = box?.last === undefined ? '' : jointOf(box.last, piece);
  const grown = joint.length + piece.markdown.length;
  const fits =
    box !== undefined &&
    box.description.length + grown <= MAX_DESCRIPTION_CHARS &&
    packing.chars + grown <= MAX_MESSAGE_CHARS - NOTE_CHARS;
  if (packing.isOver || !fits) {
    openBox(packing, undefined, piece);
    return;
  }
  box.description += joint + piece.markdown;
  box.last = piece;
  packing.chars += grown;
}

/** Begins an embed, in another message where this one has no room for it. */
function openBox(
  packing: Packing,
  title: RenderedTitle | undefined,
  piece: Piece | undefined,
): void {
  const chars = (title?.text.length ?? 0) + (piece?.markdown.length ?? 0);
  const message = packing.messages.at(-1) ?? [];
  const isFull =
    message.length >= MAX_EMBEDS || packing.chars + chars > MAX_MESSAGE_CHARS - NOTE_CHARS;
  packing.isOver ||= isFull && packing.messages.length >= packing.maxMessages;
  if (packing.isOver) {
    packing.leftOut += piece === undefined ? 0 : 1;
    return;
  }
  const box: Box = { title, description: piece?.markdown ?? '', last: piece };
  if (isFull) {
    packing.messages.push([box]);
    packing.chars = chars;
  } else {
    message.push(box);
    packing.chars += chars;
  }
}

function embedOf({ title, description }: Box): Embed {
  return {
    ...(title === undefined ? {} : { title: title.text }),
    ...(title?.url === undefined ? {} : { url: title.url }),
    ...(description === '' ? {} : { description }),
    color: COLOR,
  };
}
