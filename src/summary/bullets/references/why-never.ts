import type { BulletWords } from '../bullet-words.ts';
import {
  countWords,
  hasFiniteVerb,
  hasMainVerb,
  isContracted,
  isFiniteVerb,
  marksAt,
  type Clause,
} from '../clause.ts';
import { hasStop } from '../has-stop.ts';
import { sizeInWords } from '../size-in-words.ts';
import type { Line } from '../story.ts';
import { firstWord, isCapital, type Token } from '../token.ts';
import { hasHalfQuote } from './half-quote.ts';
import { isArticle } from './is-article.ts';
import type { NeverReason } from './need.ts';
import { isPersonWord } from './person-word.ts';

const MIN_WORDS = 6;
/** "Mara Lund is dead.": of somebody the first sentence tells enough. */
const MIN_LEDE_WORDS = 4;
/** A shorter line without a stop is a headline or an item of a list. */
const MIN_CAPTION_WORDS = 8;
/** How much of a sentence may be somebody's words between marks. */
const MAX_SPEECH_SHARE = 0.6;

/** Why a sentence can be no bullet, whatever stands above it; `resolved` are places for which a name stands. */
export function whyNever(
  clause: Clause,
  { index, sentence, named, speech, isRest, isJunk }: Line,
  resolved: ReadonlySet<number>,
): NeverReason | undefined {
  const { tokens, words } = clause;
  const first = firstWord(tokens);
  const size = countWords(clause, { from: 0, to: tokens.length });
  if (first === undefined) return 'junk';
  // What no text is poor enough to excuse comes first.
  if (isOpener(tokens, words) && !resolved.has(first.start)) return 'opener';
  if (hasHalfQuote(tokens) || speech?.isWhole === false) return 'half-quote';
  if (isJunk) return 'junk';
  if (isRest) return 'no-sentence';
  const minWords = index === 0 && named.length > 0 ? MIN_LEDE_WORDS : MIN_WORDS;
  if (size < minWords && sizeInWords(sentence.text) < minWords) return 'no-sentence';
  if (sentence.text.includes(' | ') || (!hasStop(sentence.text) && !isStatement(clause)))
    return 'no-sentence';
  if (/\?[”“"’»)]*$/u.test(sentence.text)) return 'question';
  // "[an] inn …": what an editor put together opens no statement.
  if (tokens[0]?.text === '[' || endsOpen(clause, sentence.text) || isDependent(clause))
    return 'no-sentence';
  if (
    speech?.isWhole === true ||
    speechShare(tokens) > MAX_SPEECH_SHARE ||
    DIALOGUE.test(sentence.text)
  )
    return 'all-speech';
  if (!/[\p{L}\p{N}]/u.test(sentence.text)) return 'junk';
  if (!mayHaveVerb(clause) || isFigures(clause) || announcesList(clause)) return 'no-sentence';
  if (isRunTogether(clause)) return 'no-sentence';
  const all = { from: 0, to: tokens.length };
  if (isEntry(clause, named) || (hasFiniteVerb(clause, all) && !hasMainVerb(clause, all)))
    return 'no-sentence';
  return undefined;
}

/** A caption that says something: it opens with a capital and has a verb. */
function isStatement(clause: Clause): boolean {
  const all = { from: 0, to: clause.tokens.length };
  const isLong = countWords(clause, all) >= MIN_CAPTION_WORDS;
  const told = clause.tokens.filter(({ lower }) => !clause.words.captionVerbs.has(lower));
  const isTold = hasMainVerb({ ...clause, tokens: told }, { from: 0, to: told.length });
  return isLong && isCapital(clause.tokens[0]) && isTold;
}

/** "If the ferry sinks.", "Had the ferry sunk.": what it is a condition of never comes. */
function isDependent(clause: Clause): boolean {
  const { tokens, words } = clause;
  const first = tokens[0]?.lower ?? '';
  if (!words.dependents.has(first) && !words.inversions.has(first)) return false;
  if (marksAt(clause, ',:').length > 0) return false;
  if (words.inversions.has(first)) return true;
  // Behind a dash an aside may have verbs of its own, and so has each "which …".
  const [dash = tokens.length] = marksAt(clause, '—–');
  const own = tokens.slice(0, dash).filter(({ isNested }) => !isNested);
  const verbs = own.filter((token) => isFiniteVerb(token, words)).length;
  const others = own.filter(({ lower }, at) => {
    const next = own[at + 1];
    return words.relatives.has(lower) && next !== undefined && isFiniteVerb(next, words);
  });
  return verbs - others.length < 2;
}

const MIN_FIGURES = 3;

/** "2 wins, 3 draws, 1 loss, 4 goals scored.": a row of a table. */
function isFigures({ tokens }: Clause): boolean {
  const said = tokens.filter(({ kind }) => kind === 'word');
  const figures = said.filter(({ text }) => /^\d/u.test(text)).length;
  return /^\d/u.test(said[0]?.text ?? '') && figures >= MIN_FIGURES && figures * 3 > said.length;
}

/** "The changes are: More to come": the list itself was elsewhere, and what follows is another sentence. */
function announcesList(clause: Clause): boolean {
  const { tokens, words } = clause;
  return marksAt(clause, ':').some(
    (at) => words.listVerbs.has(tokens[at - 1]?.lower ?? '') && isCapital(tokens[at + 1]),
  );
}

/**
 * "Ann Poole: possession of a boat, held in Ostvik", "Ann Poole: We sail on", "PORT: The northern one": an entry of a
 * list or of a transcript.
 */
function isEntry(clause: Clause, named: Line['named']): boolean {
  const { tokens, words } = clause;
  const colon = tokens.findIndex(({ text }) => text === ':');
  if (colon < 1) return false;
  const isLabel = tokens.slice(0, colon).every(({ text }) => /^\p{Lu}{2,}$/u.test(text));
  const isTold = hasFiniteVerb(clause, { from: colon, to: tokens.length });
  if (isLabel && words.finiteVerbs.size > 0 && !isTold) return true;
  if (isFullName(tokens.slice(0, colon))) return true;
  return named.some(
    ({ mention }) =>
      mention.titled.start === tokens[0]?.start && mention.name.end === tokens[colon]?.start,
  );
}

/** "Ann B. Poole" */
function isFullName(tokens: readonly Token[]): boolean {
  if (tokens.length < 2 || tokens.length > 4) return false;
  return tokens.every(({ text }) => /^\p{Lu}(?:\.|\p{Ll}[\p{L}’'-]*)$/u.test(text));
}

const MIN_SEAMS = 3;

/**
 * "News Sport Mayor opens bridge Three held after fire School band wins": lines of a page in one row, without a mark. Told
 * for languages whose verbs are known, and whose nouns are small.
 */
function isRunTogether({ tokens, words }: Clause): boolean {
  if (words.finiteVerbs.size === 0 || words.nounsAreCapital) return false;
  const inside = tokens.filter(({ text }) => !/^[.!?]$/u.test(text));
  if (inside.some(({ kind }) => kind === 'mark')) return false;
  const seams = inside.filter((token, at) => {
    const isNoun =
      /^\p{Ll}{3,}$/u.test(token.text) &&
      !words.functionWords.has(token.lower) &&
      !isPersonWord(token, words) &&
      !isFiniteVerb(token, words);
    return isNoun && isCapital(inside[at + 1]);
  });
  return seams.length >= MIN_SEAMS;
}

/** "… yet to go on sale and", "… which are:": it breaks off; without a stop "… against Ostvik on" does too. */
function endsOpen({ tokens, words }: Clause, text: string): boolean {
  if (/^[:,;]$/u.test(tokens.findLast((token) => token.text !== '.')?.text ?? '')) return true;
  const last = tokens.findLast(({ kind }) => kind === 'word')?.lower ?? '';
  if (!hasStop(text)) return words.openEnds.has(last) || words.leadOpeners.has(last);
  // "people whom he came into contact with."
  const isStranded =
    words.leadOpeners.has(last) && tokens.some(({ lower }) => words.relatives.has(lower));
  return words.openEnds.has(last) && !isStranded;
}

/** Told for languages whose verbs are known: a list of figures has none, nor a word that could be one. */
function mayHaveVerb({ tokens, words }: Clause): boolean {
  if (words.finiteVerbs.size === 0) return true;
  return tokens.some(
    (token) =>
      isFiniteVerb(token, words) ||
      isContracted(token) ||
      /^\p{Ll}{3,}(?:s|er|ain|te|t)$/u.test(token.text),
  );
}

/** "—No lo vi —dijo": a dash opens what somebody says. */
const DIALOGUE = /^[—–]\s?\p{L}[^—–]*[—–]\s?\p{Ll}/u;

/** In scripts without spaces a sentence only begins with the word. */
function isOpener(tokens: readonly Token[], words: BulletWords): boolean {
  const at = tokens.findIndex(({ kind }) => kind === 'word');
  const base = tokens[at]?.base ?? '';
  if (words.openers.has(base)) return !isArticle(tokens.slice(at), words);
  return UNSPACED.test(base) && [...words.openers].some((opener) => base.startsWith(opener));
}

const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function speechShare(tokens: readonly Token[]): number {
  const words = tokens.filter(({ kind }) => kind === 'word');
  return words.filter(({ isNested }) => isNested).length / Math.max(1, words.length);
}
