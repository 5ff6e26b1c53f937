import {
  breaksOff,
  countWords,
  hasStatement,
  isFiniteVerb,
  isProtected,
  type Clause,
  type Run,
} from '../clause.ts';
import type { Token } from '../token.ts';
import { afterDateline } from './after-dateline.ts';
import { LAST_RESORT, type Cut } from './cut.ts';
import { isDash } from './is-dash.ts';

/** A longer parenthesis is a sentence of its own that says something. */
const MAX_ASIDE_WORDS = 16;
/** "a second – humanitarian – disaster": a word between dashes is what the sentence is about. */
const MIN_ASIDE_WORDS = 2;
const MIN_MAIN_WORDS = 7;

/** Parentheses, and asides between dashes. */
export function findAsideCuts(clause: Clause): readonly Cut[] {
  return [...parentheses(clause), ...dashes(clause)];
}

function parentheses(clause: Clause): readonly Cut[] {
  const { tokens } = clause;
  const cuts: Cut[] = [];
  let open = -1;
  for (const [at, token] of tokens.entries()) {
    if (token.text === '(' || token.text === '[') open = at;
    if ((token.text !== ')' && token.text !== ']') || open < 0) continue;
    const cost = parenthesisCost(clause, { from: open, to: at });
    if (cost !== undefined) {
      const start = tokens[open - 1]?.end ?? tokens[open]?.start ?? 0;
      cuts.push({ start, end: token.end, rule: 'parenthesis', cost });
    }
    open = -1;
  }
  return cuts;
}

const MAX_DENIED = 4;

/** What it costs to leave out the parenthesis between two marks; nothing for one that must stay. */
function parenthesisCost(clause: Clause, { from, to }: Run): number | undefined {
  const { tokens, words } = clause;
  const before = tokens[from - 1];
  if (before?.isNested !== true && isPictureNote(clause, { from, to })) return 0;
  // "breaks (for pilots)": whose.
  if (words.functionWords.has(tokens[from + 1]?.lower ?? '')) return undefined;
  // "no sailors (with experience) left": of whom it is denied.
  if (
    tokens
      .slice(Math.max(0, from - MAX_DENIED), from)
      .some(({ lower }) => words.negations.has(lower))
  )
    return undefined;
  if (before !== undefined && (before.isNested || before.end === tokens[from]?.start))
    return undefined;
  if (
    isReference(tokens, from + 1, to) ||
    isConversion(tokens, from, to) ||
    isTimeElsewhere(tokens, from, to)
  )
    return 0;
  // Brackets are an editor's words inside a quotation.
  if (tokens[to]?.text === ']' || isKept(clause, { from: from + 1, to })) return undefined;
  // "the Ostvik Harbour Board (OHB)": farther down it is called so.
  const isAcronym = /^\p{Lu}{2,}$/u.test(tokens[from + 1]?.text ?? '');
  if (to - from === 2 && isAcronym) return LAST_RESORT;
  return isTag(tokens.slice(from + 1, to)) ? 0 : 1;
}

/** What must stay: also "— perhaps", "(mostly)", which say how far the sentence holds. */
function isKept(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  const hedges = tokens.slice(from, to).some(({ lower }) => words.hedges.has(lower));
  // "— or unwillingness to use —", "— and the pilots —": one of several.
  const opener = tokens[from]?.lower ?? '';
  const isOneOfSeveral = words.keepers.has(opener) || words.joints.has(opener);
  return hedges || isOneOfSeveral || isProtected(clause, { from, to });
}

/** "[12]": a footnote's sign; "(56)" is an age. */
function isReference(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens[to]?.text === ']' && to - from === 1 && /^\d+$/u.test(tokens[from]?.text ?? '');
}

/** "(R-SC)", "(R-S.C.)", "(@luleby)", "(I)": a party and its state, a handle, a letter. */
function isTag(inside: readonly Token[]): boolean {
  const text = inside.map((token) => token.text).join('');
  return /^(?:\p{Lu}-[\p{L}.]+|@\S+|\p{L}\.?)$/u.test(text);
}

/** "6,000 metres (3.7 miles)": the same number again. */
function isConversion(tokens: readonly Token[], open: number, close: number): boolean {
  const unit = tokens[open - 1];
  const number = tokens[open - 2];
  const inside = tokens.slice(open + 1, close);
  return (
    unit?.kind === 'word' &&
    (/\d/u.test(unit.text) || /^\d/u.test(number?.text ?? '')) &&
    inside.length <= 4 &&
    /\d/u.test(inside[0]?.text ?? '')
  );
}

const MAX_NOTE_WORDS = 5;

/** "(file photo)", "(pictured this week)" */
function isPictureNote(clause: Clause, run: Run): boolean {
  const { tokens, words } = clause;
  return (
    countWords(clause, run) <= MAX_NOTE_WORDS &&
    tokens.slice(run.from, run.to).some(({ lower }) => words.pictureWords.has(lower))
  );
}

/** "9:03 local time (1:03 ET)": the same time elsewhere. */
function isTimeElsewhere(tokens: readonly Token[], open: number, close: number): boolean {
  const isTime = ({ text }: Token): boolean => /^\d{1,2}(?:[:.]\d\d)?$/u.test(text);
  const zone = tokens[close - 1]?.text ?? '';
  return (
    close - open <= 5 &&
    /^\p{Lu}{2,4}$/u.test(zone) &&
    tokens.slice(open, close).some(isTime) &&
    tokens.slice(Math.max(0, open - 5), open).some(isTime)
  );
}

/** "the ferry — the only one left — sank", and what a last dash adds. */
function dashes(clause: Clause): readonly Cut[] {
  const { tokens } = clause;
  const opening = afterDateline(clause);
  const at = tokens.flatMap((token, index) =>
    index >= opening && isDash(tokens, index) && !token.isNested ? [index] : [],
  );
  const [first, second] = at;
  if (first === undefined || at.length > 2) return [];
  const before = { from: 0, to: first };
  const inside = { from: first + 1, to: second ?? tokens.length };
  if (isKept(clause, inside)) return [];
  // "what nobody has done — to find the boat", "the truth is known — that …": what it announced.
  const opener = tokens[first + 1]?.lower ?? '';
  if (clause.words.purposes.has(opener) || clause.words.nounPointers.has(opener)) return [];
  const start = tokens[first - 1]?.end ?? 0;
  if (second === undefined) {
    const end = endBeforeStop(tokens);
    const isWhole =
      countWords(clause, before) >= MIN_MAIN_WORDS &&
      hasStatement(clause, before) &&
      !breaksOff(clause, first);
    return isWhole ? [{ start, end, rule: 'aside', cost: 1 }] : [];
  }
  const size = countWords(clause, inside);
  if (size < MIN_ASIDE_WORDS || size > MAX_ASIDE_WORDS) return [];
  if (countWords(clause, before) === 0) return [];
  if (!goesOn(clause, second + 1)) return [];
  return [{ start, end: tokens[second]?.end ?? start, rule: 'aside', cost: 1 }];
}

/**
 * Behind the aside the same clause goes on, as in "— sank", "— of the port", and no other one, which may speak of the aside and
 * needs a mark before it: "— and they can be hard to resist", "— a move that …".
 */
function goesOn({ tokens, words }: Clause, at: number): boolean {
  const next = tokens[at];
  if (next === undefined) return false;
  // Of languages whose verbs are not known nothing more can be told.
  if (words.finiteVerbs.size === 0 || isFiniteVerb(next, words)) return true;
  return (
    words.functionWords.has(next.lower) &&
    !words.connectives.includes(next.lower) &&
    ![words.joints, words.openers, words.subjects, words.determiners].some(
      (anew) => anew.has(next.lower) || anew.has(next.base),
    )
  );
}

function endBeforeStop(tokens: readonly Token[]): number {
  const last = tokens.findLast(({ text }) => !/^[.!?]$/u.test(text));
  return last?.end ?? 0;
}
