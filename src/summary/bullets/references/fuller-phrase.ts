import { isFiniteVerb } from '../clause.ts';
import type { Edit } from '../draft.ts';
import type { Line, Story } from '../story.ts';
import { isCapital, type Token } from '../token.ts';

const MAX_MODIFIERS = 3;
/** What a story is about is introduced in its first sentences. */
const LEDE_SENTENCES = 4;

interface Wanted {
  readonly head: string;
  /** The article "the" and the noun. */
  readonly determiner: Token;
  readonly noun: Token;
}

/**
 * "the deal" → "the trade deal", where the lede or the sentence before introduced "a trade deal" and no other: the words in front
 * of the noun are brought along. `undefined` where it is not certain.
 */
export function findFullerPhrase(story: Story, line: Line, wanted: Wanted): Edit | undefined {
  let found: { readonly edit: Edit; readonly nearest: string } | undefined;
  const introducing = story.lines
    .slice(0, line.index)
    .filter(({ index }) => index < LEDE_SENTENCES || index === line.index - 1);
  for (const before of introducing) {
    for (const [index, token] of before.tokens.entries()) {
      if (!isSameNoun(token.base, wanted.head)) continue;
      if (!endsPhrase(before.tokens[index + 1], story)) continue;
      const modifiers = modifiersBefore(before.tokens, index, story);
      const nearest = modifiers?.at(-1);
      // Another one that is only "a plan": nobody knows which.
      if (modifiers?.length === 0) return undefined;
      if (modifiers === undefined || nearest === undefined) continue;
      // Two kinds of the same thing: nobody knows which.
      if (found !== undefined && found.nearest !== nearest.base) return undefined;
      found ??= { edit: toEdit(before, modifiers, wanted), nearest: nearest.base };
    }
  }
  return found?.edit;
}

/** The words between an article and the noun that `at` is. */
function modifiersBefore(
  tokens: readonly Token[],
  at: number,
  { words }: Story,
): readonly Token[] | undefined {
  const modifiers: Token[] = [];
  for (let index = at - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token?.kind !== 'word') return undefined;
    if (words.indefinites.has(token.lower)) return modifiers;
    if (words.functionWords.has(token.lower) || token.isNested) return undefined;
    // "her mother's car": whose mother, one would ask.
    if (!isCapital(token) && isOwner(token)) return undefined;
    modifiers.unshift(token);
    // "Kelvane's deal": the owner stands for the article; "the King's deal" has one of its own.
    if (isOwner(token))
      return words.determiners.has(tokens[index - 1]?.lower ?? '') ? undefined : modifiers;
    if (modifiers.length > MAX_MODIFIERS || words.vague.has(token.lower)) return undefined;
    if (isFiniteVerb(token, words) && !token.lower.endsWith('ed')) return undefined;
    if (/ly$|\d/u.test(token.lower) || words.numbers.has(token.lower)) return undefined;
  }
  return undefined;
}

function isOwner({ lower }: Token): boolean {
  return /'s?$/u.test(lower);
}

function isSameNoun(a: string, b: string): boolean {
  return a === b || a === `${b}s` || `${a}s` === b;
}

/** "gold" in "gold bars" is not what the phrase is about. */
function endsPhrase(next: Token | undefined, { words }: Story): boolean {
  if (next?.kind !== 'word') return true;
  return words.functionWords.has(next.lower) || isFiniteVerb(next, words);
}

function toEdit(line: Line, modifiers: readonly Token[], { determiner, noun }: Wanted): Edit {
  const [first] = modifiers;
  const last = modifiers.at(-1);
  const { paragraph } = line.sentence.span;
  const span = { paragraph, start: first?.start ?? 0, end: last?.end ?? 0 };
  const start = first !== undefined && isOwner(first) ? determiner.start : noun.start;
  return { start, end: noun.start, insert: { span, after: ' ' } };
}
