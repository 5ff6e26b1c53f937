import { countWords, hasNested, marksAt, mustStay, type Clause, type Run } from '../clause.ts';
import { isCapital } from '../token.ts';
import { LAST_RESORT, type Cut } from './cut.ts';

const MIN_MAIN_WORDS = 7;

/**
 * Where commas set off each clause and its verb ends it: the last clause of a sentence, with those inside it. "Die Fähre
 * sank, wobei …", "… das Boot, das …".
 */
export function findSubordinateCuts(clause: Clause): readonly Cut[] {
  const { tokens, words } = clause;
  if (!words.nounsAreCapital) return [];
  const end = tokens.findLastIndex(({ kind }) => kind === 'word') + 1;
  return marksAt(clause, ',').flatMap((at): Cut[] => {
    const main = { from: 0, to: at };
    const rest = { from: at + 1, to: end };
    if (!opensClause(clause, rest) || !standsAlone(clause, main)) return [];
    if (mustStay(clause, rest) || hasNested(clause, rest)) return [];
    // "…, nachdem er starb, dass …": the sentence goes on.
    const goesOn = marksAt(clause, ',;:').some(
      (other) => other > at && !opensClause(clause, { from: other + 1, to: end }),
    );
    if (goesOn) return [];
    const start = tokens[at]?.start ?? 0;
    return [{ start, end: tokens[end - 1]?.end ?? start, rule: 'final-clause', cost: LAST_RESORT }];
  });
}

/** "wobei …", "um … zu retten", "das …", "in dem …": a clause by what opens it and by the verb at its end. */
function opensClause(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  const [first, second] = [tokens[from]?.lower ?? '', tokens[from + 1]?.lower ?? ''];
  // "…, das Boot" goes on with a noun at its end.
  if (isCapital(tokens[to - 1])) return false;
  const isInfinitive = endsInInfinitive(clause, to);
  if (words.purposes.has(first)) return isInfinitive;
  if (words.finalOpeners.has(first)) return true;
  const isBehindPreposition = words.leadOpeners.has(first) && words.articles.has(second);
  if (!words.articles.has(first) && !isBehindPreposition) return false;
  // "das Boot …": an article with its noun.
  if (isCapital(tokens[isBehindPreposition ? from + 2 : from + 1])) return false;
  return !isInfinitive && hasOwner(clause, from - 1);
}

/** "… zu retten", "… einzurichten" */
function endsInInfinitive({ tokens, words }: Clause, to: number): boolean {
  const [before, last] = [tokens[to - 2]?.lower ?? '', tokens[to - 1]?.lower ?? ''];
  return words.infinitiveMarks.has(before) || /\p{L}zu\p{L}+en$/u.test(last);
}

const MAX_OWNER_WORDS = 5;

/** Whether what a relative clause tells more of is one thing: of several it may tell which are meant. */
function hasOwner({ tokens, words }: Clause, comma: number): boolean {
  const owner = tokens.slice(Math.max(0, comma - MAX_OWNER_WORDS), comma);
  return (
    isCapital(owner.at(-1)) &&
    owner.some(({ lower }) => words.indefinites.has(lower) || words.articles.has(lower))
  );
}

/** Whether what stands before the comma says something alone, and announces nothing that the clause would tell. */
function standsAlone(clause: Clause, main: Run): boolean {
  const { tokens, words } = clause;
  if (countWords(clause, main) < MIN_MAIN_WORDS) return false;
  const own = tokens.slice(main.from, main.to).filter(({ isNested }) => !isNested);
  if (words.dependents.has(own[0]?.lower ?? '')) return false;
  if (own.some(({ lower }) => words.correlates.has(lower) || words.negations.has(lower)))
    return false;
  // "zu alt, um zu fahren"
  if (own.some(({ lower }) => words.infinitiveMarks.has(lower))) return false;
  return own.some(
    (token) =>
      !isCapital(token) &&
      (words.finiteForms.has(token.lower) ||
        words.auxiliaries.has(token.lower) ||
        words.pastVerbs.has(token.lower) ||
        /\p{L}{2}(?:te|ten|t)$/u.test(token.lower)),
  );
}
