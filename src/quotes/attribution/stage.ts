import type { Person } from '../../people/person.ts';
import type { Cast } from './cast.ts';
import type { Saying } from './saying.ts';
import type { Piece, Scene } from './narration.ts';
import { opensClause } from './opens-clause.ts';
import type { PronounPhrase } from './phrase.ts';
import { canSpeak, isOfPeople } from './can-speak.ts';
import { readPerson } from './read-person.ts';
import type { MentionsByStart, PhraseSearch } from './phrase-search.ts';
import type { Voice } from './voice.ts';
import type { SayingWords } from './words-of-saying.ts';

/** What attribution looks at besides the scenes. */
export interface Stage {
  readonly people: readonly Person[];
  readonly texts: readonly string[];
  readonly mentions: readonly MentionsByStart[];
  readonly words: SayingWords;
}

/** The stage, and who has been on it so far. */
export interface Play {
  readonly stage: Stage;
  readonly cast: Cast;
}

/** The names of a paragraph. */
export function mentionsOf({ mentions }: Stage, paragraph: number): MentionsByStart {
  return mentions[paragraph] ?? NO_MENTIONS;
}

/** What a piece of narration is read with. */
export function searchOf({ stage }: Play, scene: Scene, { tokens, isClosed }: Piece): PhraseSearch {
  return {
    paragraph: scene.paragraph,
    isClosed,
    tokens,
    mentions: mentionsOf(stage, scene.paragraph),
    words: stage.words,
  };
}

/** Who is meant, where that is certain. */
export function voiceOf(
  play: Play,
  search: PhraseSearch,
  { who, isSure }: Pick<Saying, 'who' | 'isSure'>,
): Voice | undefined {
  const { paragraph } = search;
  if (who.kind === 'person')
    return { kind: 'person', person: who.person, nameStart: who.nameStart, paragraph };
  if (who.kind === 'pronoun')
    return namedInSentence(play, search, who) ?? play.cast.resolve(who, paragraph);
  if (isSure === true ? who.end - who.start < 2 && !canSpeak(search, who) : !canSpeak(search, who))
    return undefined;
  return {
    kind: 'described',
    paragraph,
    start: who.from,
    end: who.to,
    isOfPeople: isOfPeople(search, who),
  };
}

/** "When Poole had finished, she said": the only fitting subject earlier in the sentence. */
function namedInSentence(play: Play, search: PhraseSearch, who: PronounPhrase): Voice | undefined {
  for (let at = 0; at < who.start; at += 1) {
    if (!opensClause(search, at)) continue;
    const named = readPerson(search, at);
    if (named?.kind !== 'person') continue;
    const gender = play.stage.people[named.person]?.gender;
    if (gender === undefined || gender === who.gender) return voiceOf(play, search, { who: named });
  }
  return undefined;
}

const NO_MENTIONS: MentionsByStart = new Map();
