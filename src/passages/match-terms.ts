import { findStems } from '../text/stems.ts';
import meaningData from './data/same-meaning.json' with { type: 'json' };
import type { Term } from './read-question.ts';

/** How well a word of the article says a term of the question, from 0 to 1, and which one. */
export interface Match {
  /** Index among the question's terms. */
  readonly term: number;
  readonly strength: number;
}

/** Another word for the same thing. */
const SAME_MEANING = 0.7;

/** Finds the terms that a stem of the article says, in whatever form of the word or by another word for it. */
export function matchTerms(
  terms: readonly Term[],
  language: string,
): (stem: string) => readonly Match[] {
  const meanings = meaningsOf(language);
  const asked = terms.map(({ stem }) => ({ stem, meanings: findMeanings(stem, meanings) }));
  const known = new Map<string, readonly Match[]>();
  const match = (stem: string): readonly Match[] => {
    const own = findMeanings(stem, meanings);
    return asked.flatMap((one, term) => {
      if (isFormOf(stem, one.stem)) return [{ term, strength: 1 }];
      const isAlike = one.meanings.some((meaning) => own.includes(meaning));
      return isAlike ? [{ term, strength: SAME_MEANING }] : [];
    });
  };
  return (stem) => {
    const found = known.get(stem) ?? match(stem);
    known.set(stem, found);
    return found;
  };
}

type Meanings = ReadonlyMap<string, readonly number[]>;
const NO_MEANINGS: Meanings = new Map();
const MEANINGS: ReadonlyMap<string, Meanings> = new Map(
  Object.entries(meaningData).map(([language, groups]) => [language, readGroups(groups, language)]),
);

function meaningsOf(language: string): Meanings {
  return MEANINGS.get(language) ?? NO_MEANINGS;
}

function readGroups(groups: readonly string[], language: string): Meanings {
  const meanings = new Map<string, number[]>();
  groups.forEach((group, at) => {
    for (const stem of new Set(findStems(group, language)))
      meanings.set(stem, [...(meanings.get(stem) ?? []), at]);
  });
  return meanings;
}

function findMeanings(stem: string, meanings: Meanings): readonly number[] {
  return meanings.get(stem) ?? [];
}

const MIN_COMMON = 3;
const MAX_ENDING = 3;

/** "die" and "died", "son" and "sons": short words are not cut to a stem, and their endings differ. */
function isFormOf(one: string, other: string): boolean {
  if (one === other || one.replace(/y$/u, 'i') === other.replace(/y$/u, 'i')) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < MIN_COMMON || long.length - short.length > MAX_ENDING) return false;
  return [short, short.replace(/[ey]$/u, '')].some(
    (start) => long.startsWith(start) && ENDING.test(long.slice(start.length)),
  );
}

/** Cut to a stem's letters as well: "carrie", "buildi". */
const ENDING = /^(?:e?s|e?d|i|ie|in|ing|e?r|e?n|ies|ied|e?t|e?m)$/u;
