import { findCreditIn } from '../furniture/credit-line.ts';
import { furnitureKind } from '../furniture/line-kind.ts';
import { findSentences } from '../../text/sentences.ts';
import { labelLength, wordStarts } from './inner-label.ts';
import { splitHeadline } from './title-run.ts';

/** So many labels inside one line do not stand in any paragraph. */
const MIN_LABELS = 2;
/** A piece of a glued line: a label, credit, byline or date, or a sentence of the text between them. */
export interface Piece {
  readonly text: string;
  readonly isLabel: boolean;
}

/** The pieces of a glued line; undefined for a line that is none. */
export function splitLine(line: string, language: string): readonly Piece[] | undefined {
  const pieces = splitCredits(line).flatMap((part) =>
    part.isLabel ? [part] : splitLabels(part.text, language),
  );
  return pieces.filter((piece) => piece.isLabel).length >= MIN_LABELS ? pieces : undefined;
}

/** Cuts out credits together with the caption before them. */
function splitCredits(line: string): readonly Piece[] {
  const parts: Piece[] = [];
  let from = 0;
  for (
    let credit = findCreditIn(line, 0);
    credit !== undefined;
    credit = findCreditIn(line, credit.end)
  ) {
    const before = line.slice(from, credit.start);
    const caption = captionBefore(before);
    parts.push(
      { text: before.slice(0, caption), isLabel: false },
      { text: line.slice(from + caption, credit.end), isLabel: true },
    );
    from = credit.end;
  }
  return [...parts, { text: line.slice(from), isLabel: false }];
}

/** Where the caption at the end of a text begins: after the last label, else its last sentence. */
function captionBefore(text: string): number {
  const tailStart = Math.max(0, text.length - 600);
  const sentences = findSentences(text.slice(tailStart));
  const last = sentences.at(-1);
  if (last === undefined) return text.length;
  const start = tailStart + last.start;
  return start + (labelsEnd(text.slice(start)) ?? 0);
}

/** Where the labels at the head of a text end and the sentence after them begins. */
function labelsEnd(text: string): number | undefined {
  const pieces = splitLabels(text, 'en');
  const lastLabel = pieces.findLastIndex((piece) => piece.isLabel);
  const after = pieces[lastLabel + 1];
  return lastLabel < 0 || after === undefined ? undefined : text.indexOf(after.text);
}

/** Sentence by sentence: labels before, inside and after, and sentences that are furniture as a whole. */
function splitLabels(text: string, language: string): readonly Piece[] {
  return sentencesOf(text, language).flatMap((sentence) => peel(sentence));
}

function peel(sentence: string): readonly Piece[] {
  if (sentence.length < 300 && furnitureKind(sentence) !== undefined && countLabels(sentence) === 0)
    return [{ text: sentence, isLabel: true }];
  const pieces: Piece[] = [];
  let rest = 0;
  const addText = (end: number): void => {
    const text = sentence.slice(rest, end).trim();
    if (text !== '')
      pieces.push(
        ...splitHeadline(text).map((part) => ({
          text: part,
          isLabel: text.length < 300 && furnitureKind(part) !== undefined,
        })),
      );
  };
  for (const start of wordStarts(sentence)) {
    if (start < rest) continue;
    const length = labelLength(
      sentence,
      start,
      start === rest || sentence.slice(rest, start).trim() === '',
    );
    if (length === 0) continue;
    addText(start);
    pieces.push({ text: sentence.slice(start, start + length).trim(), isLabel: true });
    rest = start + length;
  }
  addText(sentence.length);
  return pieces;
}

function countLabels(sentence: string): number {
  return wordStarts(sentence)
    .slice(1)
    .filter((start) => labelLength(sentence, start, false) > 0).length;
}

/** The sentences of a text, in order. */
export function sentencesOf(text: string, language: string): readonly string[] {
  return findSentences(text, language).map(({ start, end }) => text.slice(start, end));
}
