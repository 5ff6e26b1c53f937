import type { Gender, Person } from '../../people/person.ts';
import type { Phrase, PronounPhrase } from './phrase.ts';

/** Who a phrase turns out to be. */
export type Voice =
  | {
      readonly kind: 'person';
      readonly person: number;
      readonly nameStart?: number;
      readonly paragraph: number;
    }
  | {
      readonly kind: 'described';
      readonly paragraph: number;
      readonly start: number;
      readonly end: number;
      /** Whether a pronoun may mean it: a spokeswoman, and no statement. */
      readonly isOfPeople: boolean;
    };

interface Entry {
  readonly voice: Voice;
  readonly paragraph: number;
  readonly isSpeaker: boolean;
}

/** A pronoun's person stands no more paragraphs before it. */
const MAX_PARAGRAPHS = 4;

/** Remembers whom the article was about and who spoke, in its order, for pronouns to be resolved. */
export interface Cast {
  /** The subject of a sentence, or who spoke. */
  readonly note: (voice: Voice, paragraph: number, isSpeaker: boolean) => void;
  /** Somebody is named, whatever for. */
  readonly mention: (person: number, paragraph: number) => void;
  readonly resolve: (phrase: PronounPhrase, paragraph: number) => Voice | undefined;
}

/** An empty cast of these people. */
export function createCast(people: readonly Person[]): Cast {
  const entries: Entry[] = [];
  const lastNamed = new Map<number, number>();
  const fits = (voice: Voice, gender: Gender): boolean => {
    if (voice.kind !== 'person') return false;
    const own = people[voice.person]?.gender;
    return own === undefined || own === gender;
  };
  return {
    note: (voice, paragraph, isSpeaker) => {
      entries.push({ voice, paragraph, isSpeaker });
      if (voice.kind === 'person') lastNamed.set(voice.person, paragraph);
    },
    mention: (person, paragraph) => {
      lastNamed.set(person, paragraph);
    },
    resolve: (phrase, paragraph) => {
      const { gender } = phrase;
      if (gender === undefined) return undefined;
      for (let at = entries.length - 1; at >= 0; at -= 1) {
        const entry = entries[at];
        if (entry === undefined || paragraph - entry.paragraph > MAX_PARAGRAPHS) return undefined;
        // A speaker without a name ends the search: the pronoun may be his.
        if (entry.voice.kind === 'described' && entry.isSpeaker && entry.voice.isOfPeople)
          return undefined;
        if (fits(entry.voice, gender)) return entry.voice;
      }
      return undefined;
    },
  };
}

/** Whether two voices are one. */
export function isSameVoice(a: Voice | undefined, b: Voice | undefined): boolean {
  if (a === undefined || b === undefined || a.kind !== b.kind) return false;
  if (a.kind === 'person') return b.kind === 'person' && a.person === b.person;
  return b.kind === 'described' && a.paragraph === b.paragraph && a.start === b.start;
}

export function isPronoun(phrase: Phrase): phrase is PronounPhrase {
  return phrase.kind === 'pronoun';
}
