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
  /(?<=^|[\s(—–-])(?:["“”„«»](?=[[\p{L}\p{N}])|«(?=\s\S)|['‘’](?=\p{Lu}))|(?<=[,:])[“„](?=[\p{L}\p{N}])/gu;
const CLOSES =
  /(?<=[\p{L}\p{N}.,!?…])["“”«»](?=[\s.,;:!?)—–-]|$)|(?<=\S\s)»(?=[\s.,;:!?)—–-]|$)|(?<=[.,!?…])['’](?=\s|$)/gu;

/**
 * The sentences that stand whole within somebody's words: a quotation opens before them and closes behind them, or goes on in
 * the next paragraph; and the mark that opens it. Alone they would be told as the article's.
 */
export function findSpeech(
  sentences: readonly Sentence[],
  paragraphs: readonly string[],
): ReadonlyMap<Sentence, string> {
  const marks = new Map<number, readonly Mark[]>();
  const speech = new Map<Sentence, string>();
  for (const sentence of sentences) {
    const { paragraph, start, end } = sentence.span;
    const own = marks.get(paragraph) ?? findMarks(paragraphs[paragraph] ?? '');
    marks.set(paragraph, own);
    const behind = own.findIndex(({ at }) => at >= start);
    const next = behind < 0 ? undefined : own[behind];
    if (next !== undefined && next.at < end) continue;
    const before = behind < 0 ? own.at(-1) : own[behind - 1];
    if (before?.opens !== true) continue;
    if (next === undefined ? before.at === 0 : !next.opens) speech.set(sentence, before.text);
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
