import { detectLanguage } from '../../text/language.ts';
import { countWords } from '../../text/words.ts';
import { sentencesOf, splitLine, type Piece } from './glued-pieces.ts';

/** A paragraph that somebody wrote is seldom longer; longer ones with furniture in them were lines once. */
const MIN_GLUED_CHARS = 700;
/** So much of a glued line's text standing in lines of its own makes it a copy of them. */
const COPIED_SHARE = 0.6;
/** Sentences are put together to paragraphs of about this many words. */
const PARAGRAPH_WORDS = 45;

/**
 * Undoes the loss of line breaks: a long line with labels, credits or bylines inside its running text becomes
 * the lines that it seems to have been. Where the same text stands in lines of its own as well, those win and
 * the glued line goes.
 */
export function splitGlued(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => line.length >= MIN_GLUED_CHARS)) return lines;
  const language = detectLanguage(lines.join('\n'));
  const others = new Set<string>();
  for (const line of lines) {
    if (line.length < MIN_GLUED_CHARS)
      for (const sentence of sentencesOf(line, language)) others.add(foldSentence(sentence));
  }
  return lines.flatMap((line) => {
    if (line.length < MIN_GLUED_CHARS) return [line];
    const pieces = splitLine(line, language);
    if (pieces === undefined) return [line];
    return isCopied(pieces, others) ? [] : joinSentences(dropRepeats(pieces));
  });
}

/** Whether most of the text between the labels stands in lines of its own elsewhere. */
function isCopied(pieces: readonly Piece[], others: ReadonlySet<string>): boolean {
  const texts = pieces
    .filter((piece) => !piece.isLabel && countWords(piece.text) > 7)
    .map((piece) => piece.text);
  const all = texts.reduce((sum, text) => sum + text.length, 0);
  const copied = texts
    .filter((text) => others.has(foldSentence(text)))
    .reduce((sum, text) => sum + text.length, 0);
  return all > 0 && copied >= all * COPIED_SHARE;
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
    if (open && isSentence && (countWords(last) < PARAGRAPH_WORDS || hasOpenQuote(last)))
      lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(text);
    open = isSentence;
  }
  return lines;
}

/** Speech stays in one paragraph, unless its end was lost. */
function hasOpenQuote(text: string): boolean {
  return text.length < 1500 && text.lastIndexOf('“') > text.lastIndexOf('”');
}

function foldSentence(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
