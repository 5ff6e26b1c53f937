import { isFiniteVerb, type Clause } from '../clause.ts';
import type { Line } from '../story.ts';
import { NEED_WEIGHT, type Need } from './need.ts';
import { isPersonWord } from './person-word.ts';

/** A pronoun whose noun stands in another sentence. */
export function findPronounNeeds(
  clause: Clause,
  line: Line,
  resolved: ReadonlySet<number>,
): readonly Need[] {
  const { tokens, words } = clause;
  for (const [at, token] of tokens.entries()) {
    if (token.isNested || resolved.has(token.start)) continue;
    if (words.male.has(token.base) || words.female.has(token.base)) {
      if (!hasSomebodyBefore(clause, line, at))
        return [{ kind: 'somebody', weight: NEED_WEIGHT.somebody }];
    } else if (words.plural.has(token.base) || words.neuter.has(token.base)) {
      if (!hasNounBefore(clause, at) || isSubjectBehindLead(clause, at))
        return [{ kind: 'sentence-before', weight: NEED_WEIGHT.before }];
    } else if (isPointer(clause, at) && isPointing(clause, at)) {
      return [{ kind: 'sentence-before', weight: NEED_WEIGHT.before }];
    }
  }
  return [];
}

/** A name, or a word for a person, earlier in the sentence; or a name right behind ("In his speech, X said"). */
function hasSomebodyBefore({ tokens, words }: Clause, { named }: Line, at: number): boolean {
  const place = tokens[at]?.start ?? 0;
  const kept = (start: number): boolean => tokens.some((token) => token.start === start);
  if (named.some(({ mention }) => mention.name.start < place && kept(mention.name.start)))
    return true;
  const comma = tokens.findIndex((token, index) => index > at && token.text === ',');
  // "His brother, Emil," opens with its noun; "In his speech, X" with a preposition.
  const isInLead =
    comma > 0 && comma - at <= 8 && at <= 4 && words.leadOpeners.has(tokens[0]?.lower ?? '');
  const behind = tokens[comma]?.end ?? 0;
  if (
    isInLead &&
    named.some(
      ({ mention }) => mention.titled.start >= behind && mention.titled.start - behind < 40,
    )
  )
    return true;
  return tokens.slice(0, at).some((token) => isPersonWord(token, words));
}

/** "As records go, it was impressive", "Satisfied, it left": what it is stands in another sentence. */
function isSubjectBehindLead({ tokens, words }: Clause, at: number): boolean {
  return (
    tokens[at - 1]?.text === ',' &&
    (words.leadOpeners.has(tokens[0]?.lower ?? '') || at === 2) &&
    words.openers.has(tokens[at]?.base ?? '')
  );
}

function hasNounBefore({ tokens, words }: Clause, at: number): boolean {
  return tokens
    .slice(0, at)
    .some(
      ({ lower, kind, isNested }) =>
        kind === 'word' &&
        !isNested &&
        !words.functionWords.has(lower) &&
        !words.timeOpeners.has(lower),
    );
}

/** "this", "these"; "that" before a noun for what was told: "that decision". */
function isPointer({ tokens, words }: Clause, at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  if (words.pointers.has(lower)) return true;
  const next = tokens[at + 1]?.lower ?? '';
  const isNoun = words.generalNouns.has(next) || words.categoryNouns.has(next);
  if (!words.nounPointers.has(lower) || !isNoun) return false;
  // "a closure that cost the town": behind a noun it opens a clause.
  const before = tokens[at - 1];
  return (
    before === undefined || words.functionWords.has(before.lower) || isFiniteVerb(before, words)
  );
}

/** "this decision" points at another sentence; "this week", "those who" do not. */
function isPointing({ tokens, words }: Clause, at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined) return false;
  return !words.presentSpans.has(next.base) && !words.pointerFollowers.has(next.lower);
}
