import type { Sentence } from '../sentence.ts';
import { quotedShare } from './quoted-share.ts';
import { findLikeness } from './sentence-likeness.ts';
import type { StoryTerms, Term } from './story-terms.ts';

/** What tells how much a bullet made of a sentence is worth. None of it is of one language, or of one site. */
export const SENTENCE_FEATURES = [
  'place',
  'share',
  'fromEnd',
  'storySize',
  'size',
  'sizeShare',
  'spread',
  'newTerms',
  'laterTerms',
  'leadTerms',
  'titleShare',
  'titleTerms',
  'likeBefore',
  'likeAfter',
  'maxBefore',
  'maxAfter',
  'likeFirst',
  'likePrevious',
  'likeNext',
  'salience',
  'salienceSum',
  'salienceTop',
  'salienceRank',
  'salienceShare',
  'numbers',
  'quoted',
  'quotedBefore',
  'opensQuote',
  'question',
  'noStop',
  'commas',
  'odd',
] as const;

/** Beyond so many sentences places make no difference. */
const FAR = 60;
const FAR_FROM_END = 30;
const LEAD = 3;
/** So many terms are what the story is about. */
const TOP_TERMS = 15;

export interface SentenceFacts {
  readonly sentences: readonly Sentence[];
  readonly story: StoryTerms;
  /** For each term how likely an editor's bullets have it. */
  readonly salience: readonly number[];
}

/** For each sentence its row of `SENTENCE_FEATURES`. */
export function findSentenceFeatures(facts: SentenceFacts): readonly Float64Array[] {
  const { sentences, story } = facts;
  const size = Math.max(1, sentences.length);
  const termRows = findTermSums(facts);
  const likeness = findLikeness(story);
  const meanSize = Math.max(1, story.sizes.reduce((sum, own) => sum + own, 0) / size);
  let quotedBefore = 0;
  return sentences.map(({ text }, at) => {
    const like = likeness[at];
    const surface = findSurface(text);
    const row = Float64Array.of(
      Math.min(FAR, at),
      at / size,
      Math.min(FAR_FROM_END, size - 1 - at),
      Math.min(FAR, size),
      story.sizes[at] ?? 0,
      (story.sizes[at] ?? 0) / meanSize,
      ...(termRows[at] ?? []).slice(0, 6),
      (like?.before ?? 0) / Math.sqrt(size),
      (like?.after ?? 0) / Math.sqrt(size),
      like?.maxBefore ?? 0,
      like?.maxAfter ?? 0,
      like?.toFirst ?? 0,
      like?.toPrevious ?? 0,
      like?.toNext ?? 0,
      ...(termRows[at] ?? []).slice(6),
      surface.numbers,
      surface.quoted,
      quotedBefore,
      surface.opensQuote,
      surface.question,
      surface.noStop,
      surface.commas,
      surface.odd,
    );
    quotedBefore = surface.quoted;
    return row;
  });
}

/** `spread` to `titleTerms` and `salience` to `salienceShare` of each sentence. */
function findTermSums({ story, salience }: SentenceFacts): readonly (readonly number[])[] {
  const { terms, bySentence } = story;
  const size = Math.max(1, bySentence.length);
  const valueOf = (term: number): number => salience[term] ?? 0;
  const values = terms.map((_, term) => valueOf(term)).sort((a, b) => b - a);
  const least = values[Math.min(TOP_TERMS, values.length) - 1] ?? 0;
  const topSum = sum(values.slice(0, TOP_TERMS));
  const allSum = sum(values);
  const titleSize = terms.filter(({ isInTitle }) => isInTitle).length;
  const salienceSums = bySentence.map((own) => sum(own.map(valueOf)));
  const means = salienceSums.map((total, at) => total / Math.max(3, bySentence[at]?.length ?? 0));
  const sorted = [...means].sort((a, b) => b - a);
  return bySentence.map((own, at) => {
    const found = own.map((term) => terms[term]).filter((term) => term !== undefined);
    const count = Math.max(1, own.length);
    const shareOf = (test: (term: Term) => boolean): number => found.filter(test).length / count;
    const inTitle = found.filter(({ isInTitle }) => isInTitle).length;
    const top = sum(own.map(valueOf).filter((value) => value >= least));
    return [
      sum(found.map(({ sentences }) => sentences.length)) / count / size,
      shareOf(({ sentences }) => sentences[0] === at),
      shareOf(({ sentences }) => (sentences.at(-1) ?? at) > at),
      shareOf(({ sentences }) => sentences.some((other) => other < LEAD && other !== at)),
      titleSize === 0 ? 0 : inTitle / titleSize,
      inTitle / count,
      means[at] ?? 0,
      salienceSums[at] ?? 0,
      topSum === 0 ? 0 : top / topSum,
      Math.min(FAR, sorted.indexOf(means[at] ?? 0)),
      allSum === 0 ? 0 : (salienceSums[at] ?? 0) / allSum,
    ];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

interface Surface {
  readonly numbers: number;
  readonly quoted: number;
  readonly opensQuote: number;
  readonly question: number;
  readonly noStop: number;
  /** For each hundred signs. */
  readonly commas: number;
  readonly odd: number;
}

/** What the signs of a sentence tell. Long ones are seen in part only. */
function findSurface(sentence: string): Surface {
  const text = sentence.slice(0, MAX_CHARS);
  const length = Math.max(20, text.length);
  return {
    numbers: countOf(text, /\d[\d.,]*/gu),
    quoted: quotedShare(text),
    opensQuote: Number(/^["“'‘„«»「『]/u.test(text)),
    question: Number(/[?？؟]["”“’'»)\]」』]*$/u.test(text)),
    noStop: Number(!/[.!?…。！？｡؟۔।॥]["“”‘’'»)\]」』]*$/u.test(text)),
    commas: (100 * countOf(text, /[,;،、，；]/gu)) / length,
    odd: countOf(text, /[@|/#_*>©()[\]:]|www|http|\s[–—-]+\s/gu),
  };
}

const MAX_CHARS = 2000;

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
