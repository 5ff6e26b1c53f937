import type { BulletWords } from '../bullet-words.ts';
import { hasFiniteVerb, type Clause, type Run } from '../clause.ts';
import { isCapital, type Token } from '../token.ts';
import { afterDateline } from './after-dateline.ts';
import type { Cut } from './cut.ts';
import { afterLead, leadCost } from './lead.ts';
import { opensWithSpeaker } from './opens-with-speaker.ts';

const MAX_KICKER_WORDS = 3;

/** What can go at a sentence's start: a dateline, a connective, an adverbial that sets the scene. */
export function findOpeningCuts(clause: Clause): readonly Cut[] {
  const { tokens } = clause;
  const first = tokens[0];
  if (first === undefined) return [];
  const cuts: Cut[] = [];
  const junk = afterJunk(clause);
  let at = junk > 0 ? junk : afterDateline(clause);
  if (at > 0) cuts.push(cutTo(tokens, { from: 0, to: at }, { rule: 'dateline', cost: 0 }));
  const behind = afterConnective(clause, at);
  if (behind > at)
    cuts.push(cutTo(tokens, { from: at, to: behind }, { rule: 'connective', cost: 0 }));
  at = behind;
  const told = afterAnnouncement(clause, at);
  if (told > at) {
    cuts.push(cutTo(tokens, { from: at, to: told }, { rule: 'filler', cost: 0 }));
    at = told;
  }
  const rest = afterLead(clause, at);
  if (rest > at) {
    const cost = leadCost(clause, { from: at, to: rest });
    cuts.push(cutTo(tokens, { from: at, to: rest }, { rule: 'lead', cost }));
  }
  return cuts;
}

function cutTo(tokens: readonly Token[], { from, to }: Run, kind: Pick<Cut, 'rule' | 'cost'>): Cut {
  const start = tokens[from]?.start ?? 0;
  return { start, end: tokens[to]?.start ?? start, ...kind };
}

/** Behind "Scroll down for video", "BREAKING:", and behind the kicker of a caption: "Retro: The first doll is back". */
function afterJunk(clause: Clause): number {
  const { tokens, words } = clause;
  for (const phrase of words.leadJunk) {
    const length = matchedLength(tokens, 0, phrase);
    if (length === 0) continue;
    const next = tokens[length];
    if (/^[:|–—-]$/u.test(next?.text ?? '')) return length + 1;
    if (length > 2 && isCapital(next)) return length;
  }
  const colon = tokens.findIndex(({ text }) => text === ':');
  const hasStop = /[.!?]["”’']?$/u.test(tokens.at(-1)?.text ?? '');
  if (colon < 1 || colon > MAX_KICKER_WORDS || hasStop || !isCapital(tokens[colon + 1])) return 0;
  const rest = { from: colon + 1, to: tokens.length };
  const isName = tokens.slice(1, colon).some(isCapital);
  return !isName && hasFiniteVerb(clause, rest) ? colon + 1 : 0;
}

/** Behind "But ", "In fact, ", "And so "; the word of a name ("So Yun-jin said") is none. */
function afterConnective(clause: Clause, from: number): number {
  const { tokens, words } = clause;
  let at = from;
  for (let round = 0; round < 2; round += 1) {
    const found = words.connectives
      .map((phrase) => ({ phrase, length: matchedLength(tokens, at, phrase) }))
      .filter(({ length }) => length > 0)
      .sort((a, b) => b.length - a.length)[0];
    if (found === undefined) return at;
    const behind = at + found.length;
    const next = tokens[behind];
    if (/^[,،，、]$/u.test(next?.text ?? '')) {
      // "Then, as now, …"
      if (words.comparers.has(tokens[behind + 1]?.lower ?? '')) return at;
      if (opensWithSpeaker(clause, behind + 1)) return at;
      at = behind + 1;
    } else if (next?.kind === 'word' && isBare(found.phrase, next, words)) at = behind;
    else return at;
  }
  return at;
}

/** "But he", "And then"; "So the ferry", but "So many ferries". */
function isBare(phrase: string, next: Token, words: BulletWords): boolean {
  if (words.bareConnectives.has(phrase)) return !words.bareBefore.has(next.lower);
  const opensSubject = [words.definites, words.indefinites, words.openers].some((opening) =>
    opening.has(next.lower),
  );
  return words.joints.has(phrase) && opensSubject;
}

const MAX_DESCRIBING = 3;

/** Behind "This is the (shocking) moment (that)", where a statement follows. */
function afterAnnouncement(clause: Clause, from: number): number {
  const { tokens, words } = clause;
  const [pointer, verb, article] = tokens.slice(from, from + 3);
  if (pointer === undefined || verb === undefined || article === undefined) return from;
  if (!words.openers.has(pointer.lower) || !words.existential.has(verb.lower)) return from;
  if (!words.definites.has(article.lower)) return from;
  const noun = tokens.findIndex(
    ({ lower }, at) =>
      at > from + 2 && at <= from + 3 + MAX_DESCRIBING && words.announced.has(lower),
  );
  if (noun < 0) return from;
  const tie = tokens[noun + 1]?.lower ?? '';
  const isTied = words.nounPointers.has(tie) || words.dependents.has(tie);
  const to = isTied ? noun + 2 : noun + 1;
  const next = tokens[to];
  const opensSubject =
    isCapital(next) ||
    [words.definites, words.indefinites, words.possessives, words.numbers].some((opening) =>
      opening.has(next?.lower ?? ''),
    );
  return opensSubject && hasFiniteVerb(clause, { from: to, to: tokens.length }) ? to : from;
}

function matchedLength(tokens: readonly Token[], from: number, phrase: string): number {
  // Nearly every phrase ends here; to split them all would take longer than all other cuts together.
  const first = tokens[from]?.lower;
  if (first === undefined || !phrase.startsWith(first)) return 0;
  const parts = phrase.split(' ');
  return parts.every((part, index) => tokens[from + index]?.lower === part) ? parts.length : 0;
}
