import { countWords, wordsIn } from '../../text/words.ts';
import type { RunKind } from './marked-run.ts';
import { runSignsOf, type RunSigns } from './run-signs.ts';
import type { Stretch } from './trim-marks.ts';

interface Run {
  readonly text: string;
  readonly outer: Stretch;
  readonly inner: Stretch;
  readonly language: string;
}

/** Shorter pieces are no statement, whoever said them. */
const MIN_WORDS = 5;
/** So much of what surrounds the marks is looked at. */
const AROUND_CHARS = 24;

/** What words between marks are by their look and place. */
export function readRunKind({ text, outer, inner, language }: Run): RunKind {
  const words = text.slice(inner.start, inner.end);
  const before = text.slice(Math.max(0, outer.start - AROUND_CHARS), outer.start).trimEnd();
  const after = text.slice(outer.end, outer.end + AROUND_CHARS).trimStart();
  const signs = runSignsOf(language);
  const isAnnounced = before === '' || ANNOUNCING.test(before.slice(-4));
  if (isName({ words, before, isAnnounced, signs })) return 'label';
  if (countWords(words.slice(0, LONG_CHARS)) < MIN_WORDS) return 'fragment';
  if (before.endsWith('(') && after.startsWith(')') && !END_OF_SPEECH.test(words.slice(-2)))
    return 'label';
  if (signs.smallRunsOn && !isNewSentence(before) && startsSmall(words)) return 'fragment';
  if (isAnnounced || signs.announce(before) || signs.takeUp(after)) return 'speech';
  return isStatement(words, signs) ? 'speech' : 'fragment';
}

/** Beyond this, words need no counting. */
const LONG_CHARS = 200;
/** Speech begins a paragraph or sentence, or follows a colon, comma or dash; a bare word before the mark runs on into it. */
const ANNOUNCING = /(?:[.!?…][\p{Pf}\p{Pi}"'\])]*|[:,;–—―‒(\-/|。！？：，、；؟،؛।»])$/u;

interface Named {
  readonly words: string;
  readonly before: string;
  readonly isAnnounced: boolean;
  readonly signs: RunSigns;
}

function isName({ words, before, isAnnounced, signs }: Named): boolean {
  if (!isAnnounced && signs.name(before)) return true;
  const ends = END_OF_SPEECH.test(words.slice(-2));
  return !(isAnnounced && ends) && hasCapitals(words.slice(0, LONG_CHARS));
}

const END_OF_SPEECH = /[,.!?…。！？؟।]['’]?$/u;

/** Every longer word of a headline, title or proper name is capitalized. */
function hasCapitals(words: string): boolean {
  if (/[.!?]\s/u.test(words)) return false;
  const all = wordsIn(words);
  const longer = all.filter((word) => word.length > 3 && /^\p{L}/u.test(word));
  return longer.length >= Math.min(2, all.length) && longer.every((word) => /^\p{Lu}/u.test(word));
}

/** Whether what stands before a mark has come to an end, so that a sentence begins between the marks. */
function isNewSentence(before: string): boolean {
  return before === '' || /[.!?…:][^\p{L}\p{N}]{0,2}$/u.test(before.slice(-3));
}

function startsSmall(words: string): boolean {
  return /^\P{L}*\p{Ll}/u.test(words.slice(0, LONG_CHARS));
}

/** Words that stand in the narrator's sentence and yet say something by themselves. */
function isStatement(words: string, signs: RunSigns): boolean {
  if (signs.startClause(words)) return true;
  if (startsSmall(words)) return false;
  return END_OF_SPEECH.test(words.slice(-2)) || /[.!?]\s+\p{Lu}|,\s|[。！？؟।]/u.test(words);
}
