import type { BulletWords, ContextPhrase } from '../bullet-words.ts';
import { isFiniteVerb, type Clause } from '../clause.ts';
import type { Token } from '../token.ts';
import { NEED_WEIGHT, type Need } from './need.ts';

/** "that day", "the latter", "there": phrases that only the sentence before explains. */
export function findPhraseNeeds({ tokens, words }: Clause): readonly Need[] {
  const own = tokens.filter(({ isNested }) => !isNested).map(({ lower }) => lower);
  const hasContext = own.some((word, at) =>
    words.contextPhrases.get(word)?.some((phrase) => standsAt(phrase, { own, at }, words)),
  );
  if (hasContext || hasCorrelate(tokens, words))
    return [{ kind: 'sentence-before', weight: NEED_WEIGHT.before }];
  if (concedesOnly(tokens, words)) return [{ kind: 'sentence-before', weight: NEED_WEIGHT.before }];
  if (
    opensWithConnective(tokens, words) ||
    isCountOnly(tokens, words) ||
    countsThem(tokens, words) ||
    pointsBack(tokens, words)
  )
    return [{ kind: 'sentence-before', weight: NEED_WEIGHT.before }];
  const there = tokens.findIndex(({ lower, isNested }) => lower === 'there' && !isNested);
  if (there < 0 || words.existential.size === 0) return [];
  const before = tokens[there - 1];
  // "said there was", but not "fans there had".
  const isFree =
    before === undefined ||
    before.kind === 'mark' ||
    words.functionWords.has(before.lower) ||
    isFiniteVerb(before, words);
  const isExistential = isFree && words.existential.has(tokens[there + 1]?.lower ?? '');
  return isExistential ? [] : [{ kind: 'sentence-before', weight: NEED_WEIGHT.before }];
}

function standsAt(
  phrase: ContextPhrase,
  { own, at }: { readonly own: readonly string[]; readonly at: number },
  words: BulletWords,
): boolean {
  if (phrase.where === 'at the start' && at > 0) return false;
  if (!phrase.words.every((word, offset) => own[at + offset] === word)) return false;
  return phrase.where !== 'unexplained' || !tellsOfWhom(own.slice(0, at), words);
}

/** "five sailors, all of them wounded", "said of the boats that one of them": several stand before it. */
function tellsOfWhom(before: readonly string[], { functionWords }: BulletWords): boolean {
  if (before.at(-1) === ',') return true;
  return before.some((word) => /\p{L}{3}[^s]s$/u.test(word) && !functionWords.has(word));
}

/** "Emil Haug hofft darauf.", "… hofft darauf, und …", but not "hofft darauf, dass …". */
function hasCorrelate(
  tokens: readonly Token[],
  { correlates, bareConnectives }: BulletWords,
): boolean {
  if (correlates.size === 0) return false;
  const own = tokens.filter(({ isNested }) => !isNested);
  const at = own.findLastIndex(({ lower }) => correlates.has(lower));
  if (at < 0) return false;
  const comma = own.findIndex(({ text }, place) => place > at && text === ',');
  return comma < 0 || bareConnectives.has(own[comma + 1]?.lower ?? '');
}

/** "Die Fähre fährt zwar": what speaks against it stands in another sentence. */
function concedesOnly(tokens: readonly Token[], { concessives, contrasts }: BulletWords): boolean {
  if (concessives.size === 0) return false;
  const at = tokens.findIndex(({ lower }) => concessives.has(lower));
  return at >= 0 && !tokens.slice(at).some(({ lower }) => contrasts.has(lower));
}

/** "Allerdings hatte …": a connective that cannot be cut without turning the sentence round. */
function opensWithConnective(tokens: readonly Token[], { connectives }: BulletWords): boolean {
  const line = `${tokens
    .map(({ lower }) => lower)
    .slice(0, 5)
    .join(' ')} `;
  return connectives.some(
    (phrase) => line.startsWith(phrase) && line.charAt(phrase.length) === ' ',
  );
}

/** "One had served", "Others said", "The 1,200 sailed": how many of whom, only the sentence before tells. */
function isCountOnly(tokens: readonly Token[], words: BulletWords): boolean {
  // "If one sinks": behind what opens a clause too.
  const from = words.dependents.has(tokens[0]?.lower ?? '') ? 1 : 0;
  const [first, second, third] = tokens.slice(from, from + 3);
  if (first === undefined || second === undefined) return false;
  if (words.countOnly.has(first.lower)) return isFiniteVerb(second, words);
  const isCount = words.numbers.has(second.lower) || /^\d{1,3}(?:,\d{3})*$/u.test(second.text);
  return (
    words.definites.has(first.lower) && isCount && third !== undefined && isFiniteVerb(third, words)
  );
}

/** "Nine of them have left", where nobody stands before them. */
function countsThem(tokens: readonly Token[], words: BulletWords): boolean {
  return tokens.some(
    ({ lower, isNested }, at) =>
      !isNested &&
      (words.numbers.has(lower) || /^\d+$/u.test(lower)) &&
      words.complements.has(tokens[at + 1]?.lower ?? '') &&
      words.plural.has(tokens[at + 2]?.base ?? '') &&
      !tellsOfWhom(
        tokens.slice(0, at).map((token) => token.lower),
        words,
      ),
  );
}

const MAX_BACK_POINTER = 3;

/** "Six other boats sank", "Lund might have had another soon": nothing in front of it that they are other than. */
function pointsBack(tokens: readonly Token[], words: BulletWords): boolean {
  return tokens.some(
    ({ lower, isNested }, at) =>
      !isNested &&
      words.backPointers.has(lower) &&
      !words.notBackBehind.has(tokens[at - 1]?.lower ?? '') &&
      // "said another 30 had drowned": farther on only what is counted points back, or what has no noun.
      (at < MAX_BACK_POINTER ||
        /^\d/u.test(tokens[at + 1]?.text ?? '') ||
        isAnotherAlone(tokens, at, words)),
  );
}

/** "had another soon", "sank another.", but "one after another". */
function isAnotherAlone(tokens: readonly Token[], at: number, words: BulletWords): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!words.countOnly.has(token?.lower ?? '')) return false;
  const isWithNoun =
    next?.kind === 'word' &&
    !words.functionWords.has(next.lower) &&
    !words.timeOpeners.has(next.lower);
  return !isWithNoun && !tokens.slice(0, at).some(({ lower }) => words.countOnly.has(lower));
}
