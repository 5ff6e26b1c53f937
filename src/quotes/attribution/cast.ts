import type { Gender, Person } from '../../people/person.ts';
import type { PronounPhrase } from './phrase.ts';
import type { Voice } from './voice.ts';

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
  readonly resolve: (phrase: PronounPhrase, paragraph: number) => Voice | undefined;
}

/** An empty cast of these people. */
export function createCast(people: readonly Person[]): Cast {
  const entries: Entry[] = [];
  const fits = (voice: Voice, gender: Gender): boolean => {
    if (voice.kind !== 'person') return false;
    const own = people[voice.person]?.gender;
    return own === undefined || own === gender;
  };
  return {
    note: (voice, paragraph, isSpeaker) => {
      entries.push({ voice, paragraph, isSpeaker });
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
