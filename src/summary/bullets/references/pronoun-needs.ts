import { hasFiniteVerb, isFiniteVerb, type Clause, type Run } from '../clause.ts';
import type { Line } from '../story.ts';
import { isCapital } from '../token.ts';
import { NEED_WEIGHT, type Need } from './need.ts';
import { isPersonWord } from './person-word.ts';

/** What is known of a sentence's people. */
interface People {
  readonly line: Line;
  /** Words of the names of everybody in the story. */
  readonly nameWords: ReadonlySet<string>;
  /** The indexes of what another place's words stand in for. */
  readonly resolved: ReadonlySet<number>;
}

/** A pronoun whose noun stands in another sentence. */
export function findPronounNeeds(clause: Clause, people: People): readonly Need[] {
  const { tokens, words } = clause;
  const { resolved } = people;
  for (const [at, token] of tokens.entries()) {
    if (token.isNested || resolved.has(token.start)) continue;
    if (words.male.has(token.base) || words.female.has(token.base)) {
      if (!hasSomebodyBefore(clause, people, at))
        return [{ kind: 'somebody', weight: NEED_WEIGHT.somebody }];
    } else if (words.plural.has(token.base) || words.neuter.has(token.base)) {
      const isOfThings = words.neuter.has(token.base);
      const nobody = isOfThings ? people.nameWords : NOBODY;
      const isOpen = !hasNounBefore(clause, at, nobody) && !isAheadOfNoun(clause, at);
      if (isOpen || isSubjectBehindLead(clause, at))
        return [{ kind: 'sentence-before', weight: NEED_WEIGHT.before, isSubject: true }];
    } else if (isOpenPointer(clause, at)) {
      return [{ kind: 'sentence-before', weight: NEED_WEIGHT.before }];
    }
  }
  return [];
}

/** A name, or a word for a person, earlier in the sentence; or a name right behind ("In his speech, X said"). */
function hasSomebodyBefore(
  { tokens, words }: Clause,
  { line: { named }, nameWords }: People,
  at: number,
): boolean {
  const place = tokens[at]?.start ?? 0;
  const kept = (start: number): boolean => tokens.some((token) => token.start === start);
  if (named.some(({ mention }) => mention.name.start < place && kept(mention.name.start)))
    return true;
  const comma = tokens.findIndex(({ text }) => text === ',');
  // "His brother, Emil," opens with its noun; "In his speech, X" and "A day after her race, X" with what sets the scene.
  const isInLead = at > 0 && comma > at && comma <= MAX_LEAD_TOKENS;
  const behind = tokens[comma]?.end ?? 0;
  if (
    isInLead &&
    named.some(
      ({ mention }) => mention.titled.start >= behind && mention.titled.start - behind < 40,
    )
  )
    return true;
  return tokens
    .slice(0, at)
    .some((token) => isPersonWord(token, words) || (isCapital(token) && nameWords.has(token.base)));
}

const MAX_LEAD_TOKENS = 24;

/** "Despite its age, the ferry sailed on": the noun comes behind what sets the scene. */
function isAheadOfNoun({ tokens, words }: Clause, at: number): boolean {
  const comma = tokens.findIndex(({ text }) => text === ',');
  const next = tokens[comma + 1];
  if (at === 0 || comma < at || comma > MAX_LEAD_TOKENS || next?.kind !== 'word') return false;
  return (
    words.leadOpeners.has(tokens[0]?.lower ?? '') &&
    !words.openers.has(next.base) &&
    (isCapital(next) || words.determiners.has(next.lower))
  );
}

/** "As records go, it was impressive", "Satisfied, it left": what it is stands in another sentence. */
function isSubjectBehindLead(clause: Clause, at: number): boolean {
  const { tokens, words } = clause;
  if (tokens[at - 1]?.text !== ',' || !words.openers.has(tokens[at]?.base ?? '')) return false;
  return (
    at === 2 ||
    words.leadOpeners.has(tokens[0]?.lower ?? '') ||
    isParticiplePhrase(clause, { from: 0, to: at - 1 })
  );
}

/** "Painted to look like a ferry": it has no subject of its own. */
function isParticiplePhrase(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  const first = tokens[from]?.lower ?? '';
  const endings = [...words.pastEndings, ...words.doingEndings];
  return (
    endings.some((ending) => first.length > ending.length + 2 && first.endsWith(ending)) &&
    !hasFiniteVerb(clause, { from: from + 1, to })
  );
}

const NOBODY: ReadonlySet<string> = new Set();

/** A word that could be what the pronoun stands for; no `except`, as a name of somebody is no "it". */
function hasNounBefore(
  { tokens, words }: Clause,
  at: number,
  except: ReadonlySet<string>,
): boolean {
  return tokens
    .slice(0, at)
    .some(
      ({ lower, base, kind, isNested }) =>
        kind === 'word' &&
        !isNested &&
        !words.functionWords.has(lower) &&
        !words.timeOpeners.has(lower) &&
        !words.vague.has(lower) &&
        !lower.endsWith('ly') &&
        !except.has(base),
    );
}

/** "this decision", but not "this week". */
export function isOpenPointer(clause: Clause, at: number): boolean {
  return isPointer(clause, at) && isPointing(clause, at);
}

/** "this", "these"; "that" before a noun for what was told: "that decision", "for that form". */
function isPointer({ tokens, words }: Clause, at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  if (words.pointers.has(lower)) return true;
  if (!words.nounPointers.has(lower)) return false;
  const before = tokens[at - 1];
  if (before !== undefined && words.beforePointers.has(before.lower)) return true;
  const next = tokens[at + 1]?.lower ?? '';
  if (!words.generalNouns.has(next) && !words.categoryNouns.has(next)) return false;
  // "a closure that cost the town": behind a noun it opens a clause, but none that ends at once: "regret that decision."
  const behind = tokens[at + 2];
  const isOver = !next.endsWith('s') && (behind?.kind !== 'word' || words.joints.has(behind.lower));
  return (
    isOver ||
    before === undefined ||
    words.functionWords.has(before.lower) ||
    isFiniteVerb(before, words)
  );
}

/** "this decision" points at another sentence; "this week", "those who" do not. */
function isPointing({ tokens, words }: Clause, at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined) return false;
  const isTime = words.presentSpans.has(next.base) || words.weekdays.has(next.lower);
  return !isTime && !words.pointerFollowers.has(next.lower);
}
