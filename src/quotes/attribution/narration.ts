import { readTokens } from '../../people/tokens.ts';
import type { Token } from '../../people/tokens.ts';
import type { MarkedRun } from '../marks/marked-run.ts';

/** What the narrator says between two quotations, or before the first or behind the last: a sentence or a part of one. */
export interface Piece {
  readonly tokens: readonly Token[];
  /** Whether it ends with a full stop or the like. */
  readonly isClosed: boolean;
}

/** A paragraph as alternating narration and quotations: `gaps[i]` stands before `runs[i]`, one more behind the last. */
export interface Scene {
  readonly paragraph: number;
  readonly runs: readonly MarkedRun[];
  readonly gaps: readonly (readonly Piece[])[];
}

/** What a scene is read from. */
export interface SceneSource {
  readonly paragraph: number;
  readonly text: string;
  /** The quotations that somebody may say, ascending. */
  readonly runs: readonly MarkedRun[];
  /** Other marked words, ascending: each is one word of the narration. */
  readonly labels: readonly MarkedRun[];
  readonly abbreviations: ReadonlySet<string>;
}

/** Cuts a paragraph's narration at its quotations and at the ends of sentences. */
export function readScene(source: SceneSource): Scene {
  const { runs } = source;
  const gaps: Token[][] = Array.from({ length: runs.length + 1 }, () => []);
  let gap = 0;
  let label = 0;
  for (const token of readTokens(source.text, source.abbreviations)) {
    while (gap < runs.length && token.start >= (runs[gap]?.outer.end ?? 0)) gap += 1;
    if (token.start >= (runs[gap]?.outer.start ?? Infinity)) continue;
    while (token.start >= (source.labels[label]?.outer.end ?? Infinity)) label += 1;
    const marked = source.labels[label];
    if (marked === undefined || token.start < marked.outer.start) gaps[gap]?.push(token);
    else if (gaps[gap]?.at(-1)?.start !== marked.outer.start) gaps[gap]?.push(opaque(marked));
  }
  const isOpen = runs.map(({ span }) => !SENTENCE_END.test(source.text.charAt(span.end - 1)));
  const heard = gaps.map((own, at) => (isOpen[at - 1] === true ? goOn(own) : own));
  return { paragraph: source.paragraph, runs, gaps: heard.map(splitPieces) };
}

/** Behind a quotation that a comma ends no sentence begins. */
function goOn(tokens: readonly Token[]): readonly Token[] {
  const first = tokens.findIndex(({ isWord }) => isWord);
  return tokens.map((token, at) => (at === first ? { ...token, opensSentence: false } : token));
}

/** Words between marks that nobody says count as one word of the narrator's. */
export function opaque({ outer }: MarkedRun): Token {
  return {
    text: '“”',
    key: '“”',
    start: outer.start,
    end: outer.end,
    isWord: true,
    isCapital: false,
    isPossessive: false,
    opensSentence: false,
  };
}

function splitPieces(tokens: readonly Token[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || !SENTENCE_END.test(token.text)) continue;
    const next = tokens[at + 1];
    if (next !== undefined && next.isWord && !next.isCapital && token.text !== ';') continue;
    if (at > from) pieces.push({ tokens: tokens.slice(from, at), isClosed: true });
    from = at + 1;
  }
  const rest = tokens.slice(from);
  if (rest.some(({ isWord, text }) => isWord || text === ':'))
    pieces.push({ tokens: rest, isClosed: false });
  return pieces;
}

const SENTENCE_END = /^[.!?…;]$/u;
