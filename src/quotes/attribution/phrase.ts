import type { Gender } from '../../people/person.ts';

/** Who is meant by some words of the narration: indexes of tokens, `end` exclusive. */
export type Phrase = PersonPhrase | PronounPhrase | DescribedPhrase;

export interface PersonPhrase {
  readonly kind: 'person';
  /** Index of the person. */
  readonly person: number;
  /** Where the name stands in the paragraph. */
  readonly nameStart: number;
  readonly start: number;
  readonly end: number;
}

export interface PronounPhrase {
  readonly kind: 'pronoun';
  readonly key: string;
  readonly gender: Gender | undefined;
  readonly start: number;
  readonly end: number;
}

/** An organisation, a paper, somebody without a name. */
export interface DescribedPhrase {
  readonly kind: 'described';
  /** Where it stands in the paragraph: UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}
