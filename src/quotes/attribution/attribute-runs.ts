import type { Person } from '../../people/person.ts';
import type { MarkedRun } from '../marks/marked-run.ts';
import { createCast, isSameVoice } from './cast.ts';
import type { Cast, Voice } from './cast.ts';
import { findSayingAfter, findSayingBefore, opensClause } from './find-saying.ts';
import type { Saying } from './find-saying.ts';
import { opaque } from './narration.ts';
import type { Piece, Scene } from './narration.ts';
import type { Phrase, PronounPhrase } from './phrase.ts';
import { canSpeak, isOfPeople, readPerson, readPhrase } from './read-phrase.ts';
import type { MentionsByStart, PhraseSearch } from './read-phrase.ts';
import type { SayingWords } from './words-of-saying.ts';

/** A quotation and who says it. */
export interface AttributedRun {
  readonly run: MarkedRun;
  readonly voice?: Voice;
  /** It goes on with what the run before it began: one quotation in two runs. */
  readonly joins: boolean;
  /** How it is known. */
  readonly by: 'words' | 'sequence' | 'none';
}

/** What attribution looks at besides the scenes. */
export interface Stage {
  readonly people: readonly Person[];
  readonly texts: readonly string[];
  readonly mentions: readonly MentionsByStart[];
  readonly words: SayingWords;
}

interface State {
  readonly stage: Stage;
  readonly cast: Cast;
  readonly done: AttributedRun[];
  /** Who introduced what the next paragraph says ("X said:"), or spoke last in a paragraph that ends with speech. */
  heir: Voice | undefined;
}

/** Who says each quotation of the scenes, in their order. */
export function attributeRuns(scenes: readonly Scene[], stage: Stage): readonly AttributedRun[] {
  const state: State = {
    stage,
    cast: createCast(stage.people),
    done: [],
    heir: undefined,
  };
  scenes.forEach((scene, at) => playScene(state, scene, scenes[at + 1]));
  return state.done;
}

function playScene(state: State, scene: Scene, following: Scene | undefined): void {
  let last: Voice | undefined;
  scene.gaps.forEach((pieces, gap) => {
    const before = scene.runs[gap - 1];
    const next = scene.runs[gap];
    pieces.forEach((piece, at) => {
      const isFirst = at === 0 && before !== undefined && isOpenEnded(state, scene, gap - 1);
      const isLast = at === pieces.length - 1 && next !== undefined && !piece.isClosed;
      listen(state, scene, { piece, isFirst, isLast });
    });
    if (next !== undefined) last = attribute(state, scene, gap);
  });
  if (last === undefined) creditLast(state, scene, following);
  finishScene(state, scene, last);
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

interface Heard {
  readonly piece: Piece;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Notes whom a sentence of the narrator's is about. */
function listen(state: State, scene: Scene, heard: Heard): void {
  const search = searchOf(state, scene, heard.piece);
  // What only says who speaks is heard when the quotation is attributed.
  if (heard.isFirst || heard.isLast) return;
  const saying = findSayingBefore(search);
  const said = saying === undefined ? undefined : voiceOf(state, search, saying);
  const who = said === undefined ? subjectOf(search) : undefined;
  const voice = said ?? (who === undefined ? undefined : voiceOf(state, search, { who }));
  if (voice !== undefined) state.cast.note(voice, scene.paragraph, said !== undefined);
}

/** The first name or pronoun at the front of a clause. */
function subjectOf(search: PhraseSearch): Saying['who'] | undefined {
  for (let at = 0; at < Math.min(search.tokens.length, 20); at += 1) {
    if (!opensClause(search, at)) continue;
    const who = readPhrase(search, at);
    if (who !== undefined && who.kind !== 'described') return who;
  }
  return undefined;
}

function searchOf(state: State, scene: Scene, { tokens, isClosed }: Piece): PhraseSearch {
  const { mentions, words } = state.stage;
  return {
    paragraph: scene.paragraph,
    isClosed,
    tokens,
    mentions: mentions[scene.paragraph] ?? NO_MENTIONS,
    words,
  };
}

/** Attributes the run behind a gap, and gives its voice. */
function attribute(state: State, scene: Scene, at: number): Voice | undefined {
  const run = scene.runs[at];
  if (run === undefined) return undefined;
  const previous = state.done.at(-1);
  if (
    previous?.run.continues === true &&
    previous.run.span.paragraph === scene.paragraph - 1 &&
    at === 0
  ) {
    // Who says a quotation of several paragraphs may stand only in its last.
    const voice = previous.voice ?? ownVoice(state, scene, at)?.voice;
    if (voice !== undefined) state.cast.note(voice, scene.paragraph, true);
    return add(state, { run, joins: true, by: 'sequence', ...voiceField(voice) });
  }
  const own = ownVoice(state, scene, at);
  if (own !== undefined) {
    if (own.voice !== undefined) state.cast.note(own.voice, scene.paragraph, true);
    const joins =
      own.side === 'before' && isSplit(state, scene, at) && isSameVoice(previous?.voice, own.voice);
    return add(state, { run, joins, by: 'words', ...voiceField(own.voice) });
  }
  const inherited = at > 0 ? fromParagraph(state, scene, at) : fromAbove(state, scene);
  return add(state, {
    run,
    joins: inherited.joins,
    by: inherited.voice === undefined ? 'none' : 'sequence',
    ...voiceField(inherited.voice),
  });
}

function voiceField(voice: Voice | undefined): { voice?: Voice } {
  return voice === undefined ? {} : { voice };
}

function add(state: State, run: AttributedRun): Voice | undefined {
  state.done.push(run);
  return run.voice;
}

interface Own {
  /** Absent where the words beside the run tell who says it, but not whom they mean. */
  readonly voice: Voice | undefined;
  readonly side: 'before' | 'after';
}

/** Who says a run by the words directly before or behind it. */
function ownVoice(state: State, scene: Scene, at: number): Own | undefined {
  const before = beforePiece(scene, at);
  const behind = scene.gaps[at + 1]?.[0];
  const search = before === undefined ? undefined : searchOf(state, scene, before);
  const opening =
    search === undefined ? undefined : (introduced(search) ?? fromFront(state, scene, at));
  const isBehind = behind !== undefined && belongsBehind(state, scene, at);
  const after = isBehind ? searchOf(state, scene, behind) : undefined;
  const saying =
    after === undefined
      ? undefined
      : (findSayingAfter(after, isOpenEnded(state, scene, at)) ??
        findSayingAtEnd(state, scene, at));
  // A verb of saying behind the quotation tells more than a colon alone before it.
  const isToldBehind = opening?.verb === undefined && saying?.verb !== undefined;
  if (opening !== undefined && search !== undefined && !isToldBehind) {
    const voice = voiceOf(state, search, opening);
    if (voice !== undefined || opening.verb !== undefined) return { voice, side: 'before' };
  }
  if (saying === undefined || after === undefined) return undefined;
  return { voice: voiceOf(state, after, saying), side: 'after' };
}

/** `“A great loss” for the town, said X`: the sentence that the run is a part of ends with who says it. */
function findSayingAtEnd(state: State, scene: Scene, at: number): Saying | undefined {
  const piece = scene.gaps[at + 1]?.[0];
  if (piece?.isClosed !== true || !isOpenEnded(state, scene, at)) return undefined;
  return findSayingBefore(searchOf(state, scene, piece));
}

/** `X opposes “a freeze” and recalled: “…”`: the sentence began before the run before. */
function fromFront(state: State, scene: Scene, at: number): Saying | undefined {
  let tokens = scene.gaps[at]?.at(-1)?.tokens ?? [];
  let gap = at;
  const text = state.stage.texts[scene.paragraph] ?? '';
  while (gap > 0 && at - gap < 3 && scene.gaps[gap]?.length === 1) {
    const run = scene.runs[gap - 1];
    const front = scene.gaps[gap - 1]?.at(-1);
    if (run === undefined || front === undefined || front.isClosed) break;
    if (/[,.?!]/u.test(text.charAt(run.span.end - 1))) break;
    tokens = [...front.tokens, opaque(run), ...tokens];
    gap -= 1;
  }
  if (gap === at) return undefined;
  return findSayingBefore(searchOf(state, scene, { tokens, isClosed: false }));
}

/** The part of a sentence that a run goes on with. */
function beforePiece(scene: Scene, at: number): Piece | undefined {
  const piece = scene.gaps[at]?.at(-1);
  return piece === undefined || piece.isClosed ? undefined : piece;
}

function introduced(search: PhraseSearch): Saying | undefined {
  const isColon = search.tokens.at(-1)?.text === ':';
  const named = isColon ? namedByColon(search) : undefined;
  if (named?.isAlone === true) return named;
  const saying = findSayingBefore(search);
  if (saying !== undefined || !isColon) return saying;
  if (named !== undefined) return named;
  const first = readPhrase(search, 0);
  if (first?.kind === 'described' && isText(search, first)) return { who: first };
  const who = subjectOf(search);
  return who === undefined ? undefined : { who };
}

/** "The full statement", "Her letter": something written that goes on behind a colon. */
function isText({ tokens, words }: PhraseSearch, { start, end }: Phrase): boolean {
  const first = tokens[start]?.key ?? '';
  const isDefinite = words.people.articles.has(first) || words.people.possessives.has(first);
  const isOwned = tokens[start]?.isPossessive === true;
  return (
    (isDefinite || isOwned) && tokens.slice(start, end).some(({ key }) => words.voices.has(key))
  );
}

/** "Poole:", "A headline - Poole:" (the name stands alone), "More from Poole:". */
function namedByColon(search: PhraseSearch): (Saying & { readonly isAlone: boolean }) | undefined {
  const { tokens, words } = search;
  for (let at = Math.max(0, tokens.length - 8); at < tokens.length; at += 1) {
    const before = tokens[at - 1];
    if (before?.isWord === true && !words.prepositions.has(before.key)) continue;
    const who = readPhrase(search, at);
    if (who === undefined || who.end !== tokens.length - 1) continue;
    const isAlone = before === undefined || /^[—–-]$/u.test(before.text);
    if (who.kind === 'person' || (who.kind === 'described' && isAlone)) return { who, isAlone };
  }
  return undefined;
}

/** Whether what stands behind a run tells of it and not of the run after. */
function belongsBehind(state: State, scene: Scene, at: number): boolean {
  const pieces = scene.gaps[at + 1] ?? [];
  const [first] = pieces;
  const next = scene.runs[at + 1];
  if (first === undefined) return false;
  if (isOpenEnded(state, scene, at)) return true;
  const leadsOn = pieces.length === 1 && !first.isClosed && next !== undefined;
  if (leadsOn) return false;
  return isShort(first);
}

/** A sentence that says little more than who speaks: "X said on Monday". */
function isShort(piece: Piece): boolean {
  return piece.tokens.length <= 6 || !/[,:]/u.test(piece.tokens.at(-1)?.text ?? '');
}

/** A run that a comma, a question or exclamation mark, a dash or nothing ends: its sentence goes on behind it. */
function isOpenEnded(state: State, scene: Scene, at: number): boolean {
  const run = scene.runs[at];
  const text = state.stage.texts[scene.paragraph] ?? '';
  if (run === undefined) return false;
  const last = text.charAt(run.span.end - 1);
  const behind = text.slice(run.outer.end, run.outer.end + 2).trimStart();
  return !/[.]/u.test(last) || behind.startsWith(',');
}

/** “A,” said X, “B”: nothing but the attribution between the two. */
function isSplit(state: State, scene: Scene, at: number): boolean {
  const [piece, ...others] = scene.gaps[at] ?? [];
  if (at === 0 || piece === undefined || others.length > 0) return false;
  if (!isOpenEnded(state, scene, at - 1) || !saysOnly(state, piece)) return false;
  return piece.isClosed || /^[,:—–-]$/u.test(piece.tokens.at(-1)?.text ?? '');
}

/** Whether a piece tells who speaks and not what else he said: "X said, adding that it was “…”" tells more. */
function saysOnly({ stage: { words } }: State, { tokens }: Piece): boolean {
  return (
    tokens.length <= MAX_SAYING &&
    tokens.every(({ key }) => key !== '“”' && !words.reported.has(key))
  );
}

/** Between the two halves of a quotation stand no more tokens. */
const MAX_SAYING = 45;

interface Inherited {
  readonly voice: Voice | undefined;
  readonly joins: boolean;
}

/** Behind another run of the paragraph. */
function fromParagraph(state: State, scene: Scene, at: number): Inherited {
  const previous = state.done.at(-1);
  const pieces = scene.gaps[at] ?? [];
  if (previous === undefined) return { voice: undefined, joins: false };
  if (pieces.length === 0) return { voice: previous.voice, joins: false };
  const [first] = pieces;
  if (pieces.length === 1 && first?.isClosed === true && isOpenEnded(state, scene, at - 1))
    return { voice: previous.voice, joins: saysOnly(state, first) };
  const last = pieces.at(-1);
  // “A” and “B”: a word or two between them are no other's.
  if (last?.isClosed !== true)
    return { voice: isBridge(pieces) ? previous.voice : undefined, joins: false };
  const about = subjectVoice(state, scene, last);
  if (about === undefined || isSameVoice(about, previous.voice))
    return { voice: previous.voice, joins: false };
  return {
    voice: findSayingBefore(searchOf(state, scene, last)) === undefined ? undefined : about,
    joins: false,
  };
}

/** Nothing but a small word or two between two runs. */
function isBridge([piece, ...others]: readonly Piece[]): boolean {
  if (piece === undefined || others.length > 0) return false;
  const words = piece.tokens.filter(({ isWord }) => isWord);
  return words.length <= 2 && words.every(({ isCapital }) => !isCapital);
}

function subjectVoice(state: State, scene: Scene, piece: Piece): Voice | undefined {
  const search = searchOf(state, scene, piece);
  const saying = findSayingBefore(search);
  const said = saying === undefined ? undefined : voiceOf(state, search, saying);
  if (said !== undefined) return said;
  const who = subjectOf(search);
  return who === undefined ? undefined : voiceOf(state, search, { who });
}

/** The first run of a paragraph, with no attribution of its own. */
function fromAbove(state: State, scene: Scene): Inherited {
  const pieces = scene.gaps[0] ?? [];
  const last = pieces.at(-1);
  if (last !== undefined) {
    if (!last.isClosed) return { voice: undefined, joins: false };
    return { voice: subjectVoice(state, scene, last), joins: false };
  }
  return { voice: state.heir, joins: false };
}

/** Whose words a bare quotation in the next paragraph would be. */
function finishScene(state: State, scene: Scene, last: Voice | undefined): void {
  const pieces = scene.gaps.at(-1) ?? [];
  const piece = pieces.at(-1);
  if (piece === undefined || (scene.runs.length > 0 && pieces.length <= 1)) {
    state.heir = last;
    return;
  }
  const search = searchOf(state, scene, piece);
  const saying = introduced(search);
  if (saying !== undefined) state.heir = voiceOf(state, search, saying);
  else state.heir = onlyPerson(state, scene) ? subjectVoice(state, scene, piece) : undefined;
}

/** Whether a paragraph names nobody but one person: then what follows is more likely that one's. */
function onlyPerson(state: State, scene: Scene): boolean {
  const named = state.stage.mentions[scene.paragraph] ?? NO_MENTIONS;
  return (
    scene.runs.length === 0 && new Set([...named.values()].map(({ person }) => person)).size === 1
  );
}

function voiceOf(
  state: State,
  search: PhraseSearch,
  { who, isSure }: Pick<Saying, 'who' | 'isSure'>,
): Voice | undefined {
  const { paragraph } = search;
  if (who.kind === 'person')
    return { kind: 'person', person: who.person, nameStart: who.nameStart, paragraph };
  if (who.kind === 'pronoun')
    return namedInSentence(state, search, who) ?? state.cast.resolve(who, paragraph);
  if (isSure === true ? who.end - who.start < 2 && !canSpeak(search, who) : !canSpeak(search, who))
    return undefined;
  return {
    kind: 'described',
    paragraph,
    start: who.from,
    end: who.to,
    isOfPeople: isOfPeople(search, who),
  };
}

/** "When Poole had finished, she said": the only fitting subject earlier in the sentence. */
function namedInSentence(
  state: State,
  search: PhraseSearch,
  who: PronounPhrase,
): Voice | undefined {
  for (let at = 0; at < who.start; at += 1) {
    if (!opensClause(search, at)) continue;
    const named = readPerson(search, at);
    if (named?.kind !== 'person') continue;
    const gender = state.stage.people[named.person]?.gender;
    if (gender === undefined || gender === who.gender)
      return voiceOf(state, search, { who: named });
  }
  return undefined;
}

const NO_MENTIONS: MentionsByStart = new Map();
