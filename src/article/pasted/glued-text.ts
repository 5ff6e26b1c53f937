import { readByline } from '../byline.ts';
import { findCreditIn } from '../furniture/credit-line.ts';
import { furnitureKind } from '../furniture/line-kind.ts';
import { findLabelAt } from '../furniture/phrase-book.ts';
import { findDateLine } from '../date-line.ts';
import { detectLanguage } from '../../text/language.ts';
import { findSentences } from '../../text/sentences.ts';
import { countWords } from '../../text/words.ts';
import { splitHeadline } from './title-run.ts';

/** A paragraph that somebody wrote is seldom longer; longer ones with furniture in them were lines once. */
const minGluedChars = 700;
/** So many labels inside one line do not stand in any paragraph. */
const minLabels = 2;
/** So much of a glued line's text standing in lines of its own makes it a copy of them. */
const copiedShare = 0.6;
/** Sentences are put together to paragraphs of about this many words. */
const paragraphWords = 45;

/**
 * Undoes the loss of line breaks: a long line with labels, credits or bylines inside its running text becomes
 * the lines that it seems to have been. Where the same text stands in lines of its own as well, those win and
 * the glued line goes.
 */
export function splitGlued(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => line.length >= minGluedChars)) return lines;
  const language = detectLanguage(lines.join('\n'));
  const others = new Set<string>();
  for (const line of lines) {
    if (line.length < minGluedChars) for (const sentence of sentencesOf(line, language)) others.add(foldSentence(sentence));
  }
  return lines.flatMap((line) => {
    if (line.length < minGluedChars) return [line];
    const pieces = splitLine(line, language);
    if (pieces === undefined) return [line];
    return isCopied(pieces, others) ? [] : joinSentences(dropRepeats(pieces));
  });
}

/** A piece of a glued line: a label, credit, byline or date, or a sentence of the text between them. */
interface Piece {
  readonly text: string;
  readonly isLabel: boolean;
}

/** The pieces of a glued line; undefined for a line that is none. */
function splitLine(line: string, language: string): readonly Piece[] | undefined {
  const pieces = splitCredits(line).flatMap((part) => (part.isLabel ? [part] : splitLabels(part.text, language)));
  return pieces.filter((piece) => piece.isLabel).length >= minLabels ? pieces : undefined;
}

/** Cuts out credits together with the caption before them. */
function splitCredits(line: string): readonly Piece[] {
  const parts: Piece[] = [];
  let from = 0;
  for (let credit = findCreditIn(line, 0); credit !== undefined; credit = findCreditIn(line, credit.end)) {
    const before = line.slice(from, credit.start);
    const caption = captionBefore(before);
    parts.push({ text: before.slice(0, caption), isLabel: false }, { text: line.slice(from + caption, credit.end), isLabel: true });
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
  if (sentence.length < 300 && furnitureKind(sentence) !== undefined && countLabels(sentence) === 0) return [{ text: sentence, isLabel: true }];
  const pieces: Piece[] = [];
  let rest = 0;
  const addText = (end: number): void => {
    const text = sentence.slice(rest, end).trim();
    if (text !== '') pieces.push(...splitHeadline(text).map((part) => ({ text: part, isLabel: text.length < 300 && furnitureKind(part) !== undefined })));
  };
  for (const start of wordStarts(sentence)) {
    if (start < rest) continue;
    const length = labelLength(sentence, start, start === rest || sentence.slice(rest, start).trim() === '');
    if (length === 0) continue;
    addText(start);
    pieces.push({ text: sentence.slice(start, start + length).trim(), isLabel: true });
    rest = start + length;
  }
  addText(sentence.length);
  return pieces;
}

function countLabels(sentence: string): number {
  return wordStarts(sentence).slice(1).filter((start) => labelLength(sentence, start, false) > 0).length;
}

/** How long the label is that stands here; 0 for none. Inside a sentence only what no sentence says is one. */
function labelLength(sentence: string, at: number, isHead: boolean): number {
  const label = findLabelAt(sentence, at);
  if (label !== undefined) {
    const text = sentence.slice(at, at + label.length);
    const isLoud = label.words > 1 || (text.length > 3 && text === text.toUpperCase());
    if (isHead || (isLoud && insideKinds.has(label.kind)) || (label.kind === 'ad-label' && text.length > 6)) return label.length;
  }
  const clock = /^\d{1,2}:\d{2}(?= [\p{Lu}"“]|$)/u.exec(sentence.slice(at, at + 8));
  if (clock !== null && (isHead || /\p{Lu}\S*\s$/u.test(sentence.slice(Math.max(0, at - 30), at)))) return clock[0].length;
  return isHead ? factLength(sentence.slice(at, at + 160)) : 0;
}

/** How long the byline or the date is that a text begins with. */
function factLength(text: string): number {
  const ends = [...text.matchAll(/\S+(?=\s|$)/gu)].map((word) => word.index + word[0].length).slice(0, 14);
  const date = ends.findLast((end) => /\d/u.test(text.slice(0, end)) && findDateLine(text.slice(0, end)) !== undefined);
  if (date !== undefined && /^\s*(?:["“„«‘(]?[\p{Lu}\p{Lo}\p{N}]|$)/u.test(text.slice(date))) return date;
  if (!bylineStart.test(text)) return 0;
  const named = ends.slice(1, 9).filter((end) => (readByline(text.slice(0, end)) ?? []).length > 0);
  const beforeFact = named.find((end) => startsFact(text.slice(end).trimStart()));
  return beforeFact ?? 0;
}

/** Whether a date or a label follows, which is where a byline ends. */
function startsFact(text: string): boolean {
  if (text === '') return true;
  if (findLabelAt(text, 0) !== undefined) return true;
  const ends = [...text.slice(0, 80).matchAll(/\S+(?=\s|$)/gu)].map((word) => word.index + word[0].length);
  return ends.some((end) => /\d/u.test(text.slice(0, end)) && findDateLine(text.slice(0, end)) !== undefined);
}

function wordStarts(text: string): readonly number[] {
  return [...text.slice(0, 4000).matchAll(/(?<![\p{L}\p{M}\p{N}'’.:-])[\p{Lu}\p{Lo}\p{N}]/gu)].map((start) => start.index);
}

/** Whether most of the text between the labels stands in lines of its own elsewhere. */
function isCopied(pieces: readonly Piece[], others: ReadonlySet<string>): boolean {
  const texts = pieces.filter((piece) => !piece.isLabel && countWords(piece.text) > 7).map((piece) => piece.text);
  const all = texts.reduce((sum, text) => sum + text.length, 0);
  const copied = texts.filter((text) => others.has(foldSentence(text))).reduce((sum, text) => sum + text.length, 0);
  return all > 0 && copied >= all * copiedShare;
}

/** A sentence that stood before is left out; labels stay, so that what they cut off stays apart. */
function dropRepeats(pieces: readonly Piece[]): readonly Piece[] {
  const seen = new Set<string>();
  return pieces.filter((piece) => {
    const folded = foldSentence(piece.text);
    if (piece.isLabel || countWords(piece.text) < 7) return true;
    if (seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
}

function joinSentences(pieces: readonly Piece[]): readonly string[] {
  const lines: string[] = [];
  let open = false;
  for (const { text, isLabel } of pieces) {
    const last = lines.at(-1) ?? '';
    const isSentence = !isLabel && /[.!?。！？।؟…:]["”’»」)]*$/u.test(text);
    if (open && isSentence && (countWords(last) < paragraphWords || hasOpenQuote(last))) lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(text);
    open = isSentence;
  }
  return lines;
}

function sentencesOf(text: string, language: string): readonly string[] {
  return findSentences(text, language).map(({ start, end }) => text.slice(start, end));
}

/** Speech stays in one paragraph, unless its end was lost. */
function hasOpenQuote(text: string): boolean {
  return text.length < 1500 && text.lastIndexOf('“') > text.lastIndexOf('”');
}

function foldSentence(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** A short word and two names: what every byline inside a text looks like. */
const bylineStart = /^\p{L}{1,12}:? \p{Lu}\S{0,30} \p{Lu}/u;
const insideKinds: ReadonlySet<string> = new Set(['ad-label', 'share', 'newsletter', 'subscribe']);
