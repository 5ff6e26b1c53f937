import stringWidth from 'string-width';

/** Scripts that are written without spaces between words. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** What must not begin a line, and what must not end one (a short form of JIS X 4051). */
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}\p{M}ー々…ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;

const WORDS = new Intl.Segmenter('und', { granularity: 'word' });
const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Breaks a line of text into lines that fill at most `width` columns of a terminal. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let lineWidth = 0;
  for (const { piece, glue } of pieces(text, width)) {
    const pieceWidth = columns(piece);
    if (line !== '' && lineWidth + glue.length + pieceWidth > width) {
      lines.push(line);
      line = piece;
      lineWidth = pieceWidth;
    } else {
      const joint = line === '' ? '' : glue;
      line += joint + piece;
      lineWidth += joint.length + pieceWidth;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** What is never broken, and what stands before it when the line goes on. */
interface Piece {
  readonly piece: string;
  readonly glue: '' | ' ';
}

function* pieces(text: string, width: number): Generator<Piece> {
  for (const word of text.split(/ +/u)) {
    if (word === '') continue;
    const parts = SPACELESS.test(word) ? breakable(word) : [word];
    let glue: Piece['glue'] = ' ';
    for (const part of parts) {
      for (const piece of columns(part) > width ? graphemes(part) : [part]) {
        yield { piece, glue };
        glue = '';
      }
    }
  }
}

/** Parts of a run without spaces between which a line may end. */
function breakable(run: string): readonly string[] {
  const parts: string[] = [];
  let previous: string | undefined;
  for (const { segment } of WORDS.segment(run)) {
    if (previous === undefined) {
      previous = segment;
    } else if (CLOSING.test(segment) || OPENING.test(previous)) {
      previous += segment;
    } else {
      parts.push(previous);
      previous = segment;
    }
  }
  return previous === undefined ? parts : [...parts, previous];
}

function graphemes(text: string): readonly string[] {
  return Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
}

function columns(text: string): number {
  return /^[\x20-\x7E]*$/u.test(text) ? text.length : stringWidth(text);
}
