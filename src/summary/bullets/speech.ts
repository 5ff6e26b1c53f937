import type { Sentence } from '../sentence.ts';

interface Mark {
  readonly at: number;
  readonly opens: boolean;
  readonly text: string;
}

/**
 * A mark before a word opens what is said; one behind a word or a stop closes it. Single ones are apostrophes too; French
 * marks stand a space away.
 */
const OPENS =
  /(?<=^|[\s(—–-])(?:["“”„«»](?=[[\p{L}\p{N}$£€…])|«(?=\s\S)|['‘’](?=\p{Lu}))|(?<=[,:])[“„](?=[\p{L}\p{N}])/gu;
const CLOSES =
  /(?<=[\p{L}\p{N}.,!?…])["“”«»](?=[\s.,;:!?)—–-]|$)|(?<=\S\s)»(?=[\s.,;:!?)—–-]|$)|(?<=[.,!?…])['’](?=\s|$)/gu;

export interface Speech {
  /** The mark that opened what is said. */
  readonly mark: string;
  /** It stands within somebody's words from its first to its last; else their end is in it. */
  readonly isWhole: boolean;
}

/**
 * The sentences that open within somebody's words: a quotation opens before them and closes in or behind them, or goes on
 * in the next paragraph, which then opens with the mark again. Alone they would be told as the article's.
 */
export function findSpeech(
  sentences: readonly Sentence[],
  paragraphs: readonly string[],
): ReadonlyMap<Sentence, Speech> {
  const marks = new Map<number, readonly Mark[]>();
  const speech = new Map<Sentence, Speech>();
  for (const sentence of sentences) {
    const { paragraph, start, end } = sentence.span;
    const own = marks.get(paragraph) ?? findMarks(paragraphs[paragraph] ?? '');
    marks.set(paragraph, own);
    const behind = own.findIndex(({ at }) => at >= start);
    const next = behind < 0 ? undefined : own[behind];
    const before = behind < 0 ? own.at(-1) : own[behind - 1];
    if (before?.opens !== true) continue;
    const { text: mark } = before;
    const isWhole = next === undefined || next.at >= end;
    const goesOn = before.at === 0 || paragraphs[paragraph + 1]?.startsWith(mark) === true;
    if (next === undefined ? goesOn : !next.opens) speech.set(sentence, { mark, isWhole });
  }
  return speech;
}

function findMarks(text: string): readonly Mark[] {
  const find = (pattern: RegExp, opens: boolean): readonly Mark[] =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ at: index, opens, text: found }));
  return [...find(OPENS, true), ...find(CLOSES, false)].sort((a, b) => a.at - b.at);
}

const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“',
  '«': '»',
  '»': '«',
  '‘': '’',
};

/** Words between the mark that opens what somebody says and the one that closes it. */
export function betweenMarks(text: string, opening: string): string {
  return opening + text + (CLOSING[opening] ?? opening);
}
