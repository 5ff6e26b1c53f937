import type { StoryTerms, Term } from './story-terms.ts';

/** What tells whether a term belongs to what an editor would say of the story. None of it is of one language. */
export const TERM_FEATURES = [
  'count',
  'countShare',
  'rank',
  'sentences',
  'spread',
  'first',
  'firstShare',
  'second',
  'last',
  'head',
  'depth',
  'firstSize',
  'bestMass',
  'title',
  'hasTitle',
  'digit',
  'storySize',
] as const;

/** Beyond so many sentences from the start, places make no difference. */
const FAR = 100;
const HEAD = 8;

/** For each term of a story its row of `TERM_FEATURES`. */
export function findTermFeatures(story: StoryTerms): readonly Float64Array[] {
  const { terms, bySentence } = story;
  const size = Math.max(1, bySentence.length);
  const maxCount = terms.reduce((max, { count }) => Math.max(max, count), 1);
  const ranks = rankTerms(terms);
  const masses = bySentence.map((own) => massOf(own, terms) / size);
  return terms.map((term, at) => {
    const { count, sentences, depth } = term;
    const first = sentences[0] ?? 0;
    return Float64Array.of(
      count,
      count / maxCount,
      ranks[at] ?? 0,
      sentences.length,
      sentences.length / size,
      Math.min(FAR, first),
      first / size,
      Math.min(FAR, sentences[1] ?? FAR),
      Math.min(FAR, sentences.at(-1) ?? 0),
      sentences.filter((sentence) => sentence < HEAD).length,
      depth,
      story.sizes[first] ?? 0,
      sentences.reduce((best, sentence) => Math.max(best, masses[sentence] ?? 0), 0),
      Number(term.isInTitle),
      Number(story.hasTitle),
      Number(/^\d/u.test(term.stem)),
      Math.min(FAR, size),
    );
  });
}

/** Each term's place when they are ordered by how often they stand in the story. */
function rankTerms(terms: readonly Term[]): readonly number[] {
  const order = terms.map((term, at) => ({ at, count: term.count }));
  order.sort((a, b) => b.count - a.count || a.at - b.at);
  const ranks = new Array<number>(terms.length).fill(0);
  for (const [rank, { at }] of order.entries()) ranks[at] = rank;
  return ranks;
}

/** In how many sentences a sentence's terms stand on average; a sentence of one or two terms does not win by them. */
function massOf(own: readonly number[], terms: readonly Term[]): number {
  const sum = own.reduce((total, term) => total + (terms[term]?.sentences.length ?? 0), 0);
  return sum / Math.max(3, own.length);
}
