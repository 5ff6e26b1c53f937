import { readDate } from '../head/date-line.ts';
import { furnitureKind, headsEnd, type FurnitureKind } from '../furniture/line-kind.ts';
import { countWords } from '../../text/words.ts';

/** A line of a pasted page, and what its words alone tell about it. */
export interface PageLine {
  readonly text: string;
  readonly kind: FurnitureKind | undefined;
  readonly words: number;
  /** Ends like a sentence. */
  readonly closed: boolean;
  /** The share of words that are small, as in running text; a half where a script has no case. */
  readonly smallShare: number;
  /** How much it looks like a paragraph of running text, 0 to 1. */
  readonly prose: number;
  /** Short and with a date in it, as what stands above a comment or a teaser. */
  readonly dated: boolean;
  /** Heads what stands below stories: comments, other stories. */
  readonly headsEnd: boolean;
  /** How many lines of the page have the same text. */
  readonly copies: number;
}

/** Reads the lines of a page; empty ones are left out. */
export function readPageLines(texts: readonly string[]): readonly PageLine[] {
  const copies = new Map<string, number>();
  for (const text of texts) copies.set(text, (copies.get(text) ?? 0) + 1);
  const read = new Map<string, PageLine>();
  for (const [text, count] of copies) if (text !== '') read.set(text, readLine(text, count));
  return texts.flatMap((text) => {
    const line = read.get(text);
    return line === undefined ? [] : [{ ...line }];
  });
}

function readLine(text: string, copies: number): PageLine {
  const kind = furnitureKind(text);
  const words = countWords(text);
  const closed = SENTENCE_END.test(text);
  const smallShare = smallShareOf(text);
  const size = Math.min(1, words / 25);
  const prose =
    kind === undefined || kind === 'caption'
      ? size * (closed ? 1 : 0.35) * Math.min(1, smallShare * 2)
      : 0;
  const dated =
    kind === 'date' ||
    (words <= 14 &&
      text.length < 120 &&
      /\p{Nd}/u.test(text) &&
      (CLOCK.test(text) || readDate(text) !== undefined));
  return { text, kind, words, dated, closed, smallShare, prose, headsEnd: headsEnd(text), copies };
}

function smallShareOf(text: string): number {
  const head = text.slice(0, 1000);
  const small = head.match(/(?<![\p{L}\p{M}\p{N}])\p{Ll}/gu)?.length ?? 0;
  const large = head.match(/(?<![\p{L}\p{M}\p{N}])(?:\p{Lu}|\p{N})/gu)?.length ?? 0;
  return small + large === 0 ? 0.5 : small / (small + large);
}

const CLOCK = /^.{0,30}(?<!\d)\d{1,2}:\d{2}(?!\d).{0,12}$/u;
/** A sentence's end at a line's end, quotation marks, brackets and note numbers after it allowed. */
const SENTENCE_END = /(?:[.!?…。！？।۔؟:：]["”“’'»」』)\]]*(?:\[\d{1,3}\])?|[」』])$/u;
