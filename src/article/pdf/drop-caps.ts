import { collectWords } from './join-words.ts';
import type { Piece } from './text-page.ts';

/** A letter at the start of a story that is so many times larger than the text stands in front of its lines. */
const MIN_TIMES_LARGER = 1.7;
const MAX_TIMES_LARGER = 12;
const INITIAL = /^["'“”«»„‘’]?\p{Lu}$/u;

/** Puts large initials in front of the word that they begin. */
export function attachDropCaps(pieces: readonly Piece[]): readonly Piece[] {
  const caps = pieces.filter(({ text }) => INITIAL.test(text.trim()));
  if (caps.length === 0) return pieces;
  const merged = new Map<Piece, Piece | undefined>();
  for (const cap of caps.slice(0, MAX_CAPS)) {
    const first = findFirstLine(cap, pieces);
    if (first === undefined || merged.has(first)) continue;
    const between = isWordOfItsOwn(cap, first, pieces) ? ' ' : '';
    merged.set(first, { ...first, text: cap.text.trim() + between + first.text.trimStart() });
    merged.set(cap, undefined);
  }
  return pieces
    .map((piece) => (merged.has(piece) ? merged.get(piece) : piece))
    .filter((piece) => piece !== undefined);
}

/** Ours: a page of single letters is no story. */
const MAX_CAPS = 20;

/** The topmost piece just right of the initial, between its foot and its head. */
function findFirstLine(cap: Piece, pieces: readonly Piece[]): Piece | undefined {
  const right = cap.x + cap.width;
  let first: Piece | undefined;
  for (const piece of pieces) {
    const times = cap.size / piece.size;
    const beside = piece.x > right - 0.3 * piece.size && piece.x < right + 1.5 * piece.size;
    const within = piece.y < cap.y - 0.1 * piece.size && piece.y > cap.y - cap.size;
    const fits = times >= MIN_TIMES_LARGER && times <= MAX_TIMES_LARGER && piece.text.trim() !== '';
    if (beside && within && fits && (first === undefined || piece.y < first.y)) first = piece;
  }
  return first;
}

/** "A boat" and not "Aboat", "I was" and not "Iwas": by what stands elsewhere on the page. */
function isWordOfItsOwn(cap: Piece, first: Piece, pieces: readonly Piece[]): boolean {
  if (/^\s/u.test(first.text)) return true;
  const next = /^[\p{L}\p{M}]+/u.exec(first.text)?.[0].toLowerCase() ?? '';
  const seen = collectWords(pieces.map(({ text }) => text));
  return seen.has(next) && !seen.has(cap.text.trim().toLowerCase() + next) && SINGLE.test(cap.text);
}

/** Letters that are words by themselves in some language that has capitals. */
const SINGLE = /[AÀEÉIOÓUYАВИКОСУЯ]/u;
