import { findIntroduction } from './find-introduction.ts';
import { findSayingAfter, findSayingBefore } from './find-saying.ts';
import { opaque } from './narration.ts';
import type { Piece } from './narration.ts';
import type { Saying } from './saying.ts';
import { isOpenEnded, pieceBefore, pieceBehind } from './scene-parts.ts';
import type { RunPlace } from './scene-parts.ts';
import { searchOf, voiceOf } from './stage.ts';
import type { Play } from './stage.ts';
import type { Voice } from './voice.ts';

/** Who says a run by the words beside it. */
export interface OwnVoice {
  /** Absent where the words tell that somebody says it, but not whom they mean. */
  readonly voice: Voice | undefined;
  readonly side: 'before' | 'after';
}

/** A sentence is followed back over so many runs. */
const MAX_FRONT = 3;

/** Who says a run by the words directly before or behind it. */
export function findOwnVoice(play: Play, place: RunPlace): OwnVoice | undefined {
  const before = pieceBefore(place);
  const behind = pieceBehind(place, play.stage.words);
  const opening = before === undefined ? undefined : findOpening(play, place, before);
  const closing = behind === undefined ? undefined : findClosing(play, place, behind);
  // A verb of saying behind the quotation tells more than a colon alone before it.
  const isToldBehind = opening?.verb === undefined && closing?.verb !== undefined;
  if (opening !== undefined && before !== undefined && !isToldBehind) {
    const voice = voiceOf(play, searchOf(play, place.scene, before), opening);
    if (voice !== undefined || opening.verb !== undefined) return { voice, side: 'before' };
  }
  if (closing === undefined || behind === undefined) return undefined;
  return { voice: voiceOf(play, searchOf(play, place.scene, behind), closing), side: 'after' };
}

function findOpening(play: Play, place: RunPlace, piece: Piece): Saying | undefined {
  return findIntroduction(searchOf(play, place.scene, piece)) ?? findFromFront(play, place, piece);
}

/** `X opposes “a freeze” and recalled: “…”`: the sentence began before the run before. */
function findFromFront(play: Play, place: RunPlace, piece: Piece): Saying | undefined {
  const { scene, at, text } = place;
  let { tokens } = piece;
  let gap = at;
  while (gap > 0 && at - gap < MAX_FRONT && scene.gaps[gap]?.length === 1) {
    const run = scene.runs[gap - 1];
    const front = scene.gaps[gap - 1]?.at(-1);
    if (run === undefined || front === undefined || front.isClosed) break;
    if (/[,.?!]/u.test(text.charAt(run.span.end - 1))) break;
    tokens = [...front.tokens, opaque(run), ...tokens];
    gap -= 1;
  }
  if (gap === at) return undefined;
  return findSayingBefore(searchOf(play, scene, { tokens, isClosed: false }));
}

/** `“…,” said X`, and `“A great loss” for the town, said X`, where the sentence ends with who says it. */
function findClosing(play: Play, place: RunPlace, piece: Piece): Saying | undefined {
  const isOpen = isOpenEnded(place);
  const search = searchOf(play, place.scene, piece);
  const saying = findSayingAfter(search, isOpen);
  return saying ?? (piece.isClosed && isOpen ? findSayingBefore(search) : undefined);
}
