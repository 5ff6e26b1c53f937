import type { Piece, Scene } from './narration.ts';
import type { SayingWords } from './words-of-saying.ts';

/** A place in a scene: the run at `at`, with the paragraph's text. */
export interface RunPlace {
  readonly scene: Scene;
  readonly at: number;
  readonly text: string;
}

/** Between the two halves of a quotation stand no more tokens. */
const MAX_SAYING = 45;
/** "Poole said on Monday": a sentence that tells only who spoke has no more tokens. */
const MAX_BARE_SAYING = 12;

/** The part of a sentence that a run goes on with. */
export function pieceBefore({ scene, at }: RunPlace): Piece | undefined {
  const piece = scene.gaps[at]?.at(-1);
  return piece === undefined || piece.isClosed ? undefined : piece;
}

/** What the narrator says behind a run, where it tells of it and not of the run after. */
export function pieceBehind(place: RunPlace, words: SayingWords): Piece | undefined {
  const pieces = place.scene.gaps[place.at + 1] ?? [];
  const [first] = pieces;
  if (first === undefined || isOpenEnded(place)) return first;
  const leadsOn =
    pieces.length === 1 && !first.isClosed && place.scene.runs[place.at + 1] !== undefined;
  return leadsOn || !isBareSaying(first, words) ? undefined : first;
}

/** A sentence that says nothing but who speaks, and no new thing that he said. */
function isBareSaying({ tokens }: Piece, words: SayingWords): boolean {
  if (tokens.length > MAX_BARE_SAYING) return /^[—–(-]$/u.test(tokens[0]?.text ?? '');
  return tokens
    .slice(2)
    .every(
      ({ key }) =>
        !words.reported.has(key) && !words.pronouns.has(key) && !words.people.finite.has(key),
    );
}

/** Whether a comma, a question or exclamation mark, a dash or nothing ends a run: its sentence goes on behind it. */
export function isOpenEnded({ scene, at, text }: RunPlace): boolean {
  const run = scene.runs[at];
  if (run === undefined) return false;
  const last = text.charAt(run.span.end - 1);
  const behind = text.slice(run.outer.end, run.outer.end + 2).trimStart();
  return last !== '.' || behind.startsWith(',');
}

/** “A,” said X, “B”: nothing but the attribution between the run and the one before. */
export function isSplit(place: RunPlace, words: SayingWords): boolean {
  const [piece, ...others] = place.scene.gaps[place.at] ?? [];
  if (place.at === 0 || piece === undefined || others.length > 0) return false;
  if (!isOpenEnded({ ...place, at: place.at - 1 }) || !saysOnly(piece, words)) return false;
  return piece.isClosed || /^[,:—–-]$/u.test(piece.tokens.at(-1)?.text ?? '');
}

/** Whether a piece tells who speaks and not what else he said: "X said, adding that it was “…”" tells more. */
function saysOnly({ tokens }: Piece, words: SayingWords): boolean {
  return (
    tokens.length <= MAX_SAYING &&
    tokens.every(({ key }) => key !== '“”' && !words.reported.has(key))
  );
}

/** “A” and “B”: nothing but a small word or two between two runs. */
export function isBridge([piece, ...others]: readonly Piece[]): boolean {
  if (piece === undefined || others.length > 0) return false;
  const words = piece.tokens.filter(({ isWord }) => isWord);
  return words.length <= 2 && words.every(({ isCapital }) => !isCapital);
}
