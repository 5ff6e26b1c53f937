import type { MarkedRun } from '../marks/marked-run.ts';
import { createCast } from './cast.ts';
import { findIntroduction, findSubject } from './find-introduction.ts';
import { findSayingAfter, findSayingBefore } from './find-saying.ts';
import type { Piece, Scene } from './narration.ts';
import { findOwnVoice } from './own-voice.ts';
import { isBridge, isOpenEnded, isSplit } from './scene-parts.ts';
import type { RunPlace } from './scene-parts.ts';
import { mentionsOf, searchOf, voiceOf } from './stage.ts';
import type { Play, Stage } from './stage.ts';
import { isSameVoice } from './voice.ts';
import type { Voice } from './voice.ts';

/** A quotation and who says it. */
export interface AttributedRun {
  readonly run: MarkedRun;
  /** Where it stands among its paragraph's runs. */
  readonly at: number;
  readonly voice?: Voice;
  /** It goes on with what the run before it began: one quotation in two runs. */
  readonly joins: boolean;
  /** How it is known. */
  readonly by: 'words' | 'sequence' | 'none';
}

interface State extends Play {
  readonly done: AttributedRun[];
  /** Who would be saying a quotation that stands alone in the next paragraph. */
  heir: Voice | undefined;
}

/** Who says each quotation of the scenes, in their order. */
export function attributeRuns(scenes: readonly Scene[], stage: Stage): readonly AttributedRun[] {
  const state: State = { stage, cast: createCast(stage.people), done: [], heir: undefined };
  scenes.forEach((scene, at) => playScene(state, scene, scenes[at + 1]));
  return state.done;
}

function playScene(state: State, scene: Scene, following: Scene | undefined): void {
  const text = state.stage.texts[scene.paragraph] ?? '';
  let last: Voice | undefined;
  scene.gaps.forEach((pieces, at) => {
    const place = { scene, at, text };
    pieces.forEach((piece, i) => {
      // What only says who speaks is heard when the quotation is attributed.
      const isBehind = i === 0 && at > 0 && isOpenEnded({ ...place, at: at - 1 });
      const isBefore = i === pieces.length - 1 && at < scene.runs.length && !piece.isClosed;
      if (!isBehind && !isBefore) listen(state, scene, piece);
    });
    if (at < scene.runs.length) last = attribute(state, place);
  });
  if (last === undefined) creditLast(state, scene, following);
  state.heir = findHeir(state, scene, last);
}

/** Notes whom a sentence of the narrator's is about. */
function listen(state: State, scene: Scene, piece: Piece): void {
  const { voice, isSpeaker } = voiceOfSentence(state, scene, piece);
  if (voice !== undefined) state.cast.note(voice, scene.paragraph, isSpeaker);
}

interface SentenceVoice {
  readonly voice: Voice | undefined;
  /** Whether the sentence tells that somebody said something. */
  readonly isSpeaker: boolean;
}

/** Who says something in a sentence, else whom it is about. */
function voiceOfSentence(state: State, scene: Scene, piece: Piece): SentenceVoice {
  const search = searchOf(state, scene, piece);
  const saying = findSayingBefore(search);
  const said = saying === undefined ? undefined : voiceOf(state, search, saying);
  if (said !== undefined) return { voice: said, isSpeaker: true };
  const who = findSubject(search);
  const voice = who === undefined ? undefined : voiceOf(state, search, { who });
  return { voice, isSpeaker: false };
}

/** Attributes a run, and gives its voice. */
function attribute(state: State, place: RunPlace): Voice | undefined {
  const { scene, at } = place;
  const run = scene.runs[at];
  if (run === undefined) return undefined;
  const previous = state.done.at(-1);
  const own = findOwnVoice(state, place);
  if (at === 0 && previous?.run.continues === true && isNext(previous, scene)) {
    // Who says a quotation of several paragraphs may stand only in its last.
    const voice = previous.voice ?? own?.voice;
    return add(state, { run, at, joins: true, by: 'sequence', ...voiceField(voice) });
  }
  if (own !== undefined) {
    const joins =
      own.side === 'before' &&
      isSplit(place, state.stage.words) &&
      isSameVoice(previous?.voice, own.voice);
    return add(state, { run, at, joins, by: 'words', ...voiceField(own.voice) });
  }
  const { voice, joins } =
    at > 0 ? fromParagraph(state, place) : { voice: fromAbove(state, scene), joins: false };
  const by = voice === undefined ? 'none' : 'sequence';
  state.done.push({ run, at, joins, by, ...voiceField(voice) });
  return voice;
}

function isNext({ run }: AttributedRun, scene: Scene): boolean {
  return run.span.paragraph === scene.paragraph - 1;
}

function voiceField(voice: Voice | undefined): { voice?: Voice } {
  return voice === undefined ? {} : { voice };
}

function add(state: State, run: AttributedRun): Voice | undefined {
  state.done.push(run);
  if (run.voice !== undefined) state.cast.note(run.voice, run.run.span.paragraph, true);
  return run.voice;
}

interface Inherited {
  readonly voice: Voice | undefined;
  readonly joins: boolean;
}

/** Behind another run of the paragraph: whoever said that, unless the narrator has turned to somebody else. */
function fromParagraph(state: State, place: RunPlace): Inherited {
  const { scene, at } = place;
  const previous = state.done.at(-1)?.voice;
  const pieces = scene.gaps[at] ?? [];
  const last = pieces.at(-1);
  if (last === undefined) return { voice: previous, joins: false };
  const isBehind = isOpenEnded({ ...place, at: at - 1 });
  if (pieces.length === 1 && last.isClosed && isBehind)
    return { voice: previous, joins: isSplit(place, state.stage.words) };
  if (!last.isClosed) return { voice: isBridge(pieces) ? previous : undefined, joins: false };
  const { voice, isSpeaker } = voiceOfSentence(state, scene, last);
  if (voice === undefined || isSameVoice(voice, previous)) return { voice: previous, joins: false };
  return { voice: isSpeaker ? voice : undefined, joins: false };
}

/** The first run of a paragraph: whom the sentence before it is about, else who was to go on. */
function fromAbove(state: State, scene: Scene): Voice | undefined {
  const last = scene.gaps[0]?.at(-1);
  if (last === undefined) return state.heir;
  return last.isClosed ? voiceOfSentence(state, scene, last).voice : undefined;
}

/** A quotation alone in its paragraph, whose speaker the next one names: "— Ann Poole, mayor". */
function creditLast(state: State, scene: Scene, following: Scene | undefined): void {
  const piece = following?.gaps[0]?.[0];
  const last = state.done.at(-1);
  if (following === undefined || piece === undefined || last === undefined) return;
  if (following.runs.length > 0 || scene.gaps.some((pieces) => pieces.length > 0)) return;
  if (!/^[—–-]$/u.test(piece.tokens[0]?.text ?? '') || last.run.span.paragraph !== scene.paragraph)
    return;
  const search = searchOf(state, following, piece);
  const saying = findSayingAfter(search, false);
  const voice = saying === undefined ? undefined : voiceOf(state, search, saying);
  if (voice !== undefined) state.done[state.done.length - 1] = { ...last, voice, by: 'words' };
}

/** Whose words a quotation alone in the next paragraph would be. */
function findHeir(state: State, scene: Scene, last: Voice | undefined): Voice | undefined {
  const pieces = scene.gaps.at(-1) ?? [];
  const piece = pieces.at(-1);
  if (piece === undefined || (scene.runs.length > 0 && pieces.length <= 1)) return last;
  const search = searchOf(state, scene, piece);
  const saying = findIntroduction(search);
  if (saying !== undefined) return voiceOf(state, search, saying);
  return namesOnlyOne(state, scene) ? voiceOfSentence(state, scene, piece).voice : undefined;
}

/** Whether a paragraph names one person and quotes nobody: then what follows is likely that one's. */
function namesOnlyOne({ stage }: State, scene: Scene): boolean {
  if (scene.runs.length > 0) return false;
  const named = mentionsOf(stage, scene.paragraph);
  return new Set([...named.values()].map(({ person }) => person)).size === 1;
}
