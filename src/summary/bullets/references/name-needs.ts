import { findStems } from '../../../text/stems.ts';
import type { Clause } from '../clause.ts';
import type { Line, Story } from '../story.ts';
import { isCapital } from '../token.ts';
import { NEED_WEIGHT, type Need } from './need.ts';

/** A surname that several in the story bear, so that nobody can say for certain whose it is; once, however often it stands there. */
export function findNameNeeds(
  { nameWords, article, words }: Story,
  { named }: Line,
  { tokens }: Clause,
): readonly Need[] {
  const seen = new Set<string>();
  return tokens.flatMap((token, at): Need[] => {
    const word = token.base.toLowerCase();
    if (!isCapital(token) || token.isNested || !nameWords.has(word)) return [];
    // "Van dat bedrijf …", where somebody is called van Walsum.
    if (at === 0 && words.functionWords.has(word)) return [];
    if (isCapital(tokens[at - 1]) || isCapital(tokens[at + 1])) return [];
    const isKnown = named.some(
      ({ mention }) => token.start >= mention.titled.start && token.start < mention.name.end,
    );
    const [stem = word] = findStems(word, article.language);
    if (isKnown || seen.has(stem)) return [];
    seen.add(stem);
    return [{ kind: 'thing', stem, weight: NEED_WEIGHT.general }];
  });
}
