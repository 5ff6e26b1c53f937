import { lexiconOf, nounEndings } from '../../people/lexicon.ts';
import type { Lexicon } from '../../people/lexicon.ts';
import type { Gender } from '../../people/person.ts';
import dutch from './data/nl.json' with { type: 'json' };
import french from './data/fr.json' with { type: 'json' };
import italian from './data/it.json' with { type: 'json' };
import portuguese from './data/pt.json' with { type: 'json' };
import spanish from './data/es.json' with { type: 'json' };
import german from './data/de.json' with { type: 'json' };
import english from './data/en.json' with { type: 'json' };

type Words = Pick<ReadonlySet<string>, 'has'>;

/** What a language tells with who says something, in small letters. */
export interface SayingWords {
  readonly people: Lexicon;
  /** Finite verbs that speech is told with: said, wrote. */
  readonly speech: Words;
  /** Those of them that tell speech and little else. */
  readonly strong: Words;
  /** saying, adding. */
  readonly nonfinite: Words;
  /** say, add: verbs behind "to" and "will", and often nouns elsewhere. */
  readonly infinitives: Words;
  readonly adverbs: Words;
  readonly adverbEndings: readonly string[];
  readonly auxiliaries: Words;
  /** "according to": each is the words that stand directly before the speaker. */
  readonly according: readonly (readonly string[])[];
  /** "as" in "as X put it". */
  readonly as: Words;
  /** "quoted" in "quoted X as saying". */
  readonly quoting: Words;
  /** "as saying". */
  readonly saying: readonly (readonly string[])[];
  readonly subordinators: Words;
  /** Behind these a verb has the subject of the verb before: "rose and said". */
  readonly conjunctions: Words;
  /** Pronouns that stand as a subject; `undefined` for those that tell no gender. */
  readonly pronouns: ReadonlyMap<string, Gender | undefined>;
  /** Articles that open no subject: den, dem, des. */
  readonly obliques: Words;
  readonly prepositions: Words;
  readonly quantifiers: Words;
  /** Verbs of a relative clause that tells what somebody is: "who runs the harbour". */
  readonly holds: Words;
  /** Verbs that in the passive tell who hears: "was told". */
  readonly receiving: Words;
  /** by: in the passive it tells who says. */
  readonly agents: Words;
  readonly times: Words;
  /** that: it opens what was said. */
  readonly reported: Words;
  /** What speaks without being somebody: statement, ministry. */
  readonly voices: Words;
}

const DATA: Readonly<Record<string, typeof english>> = {
  en: english,
  de: german,
  es: spanish,
  fr: french,
  it: italian,
  nl: dutch,
  pt: portuguese,
};
const read = new Map<string, SayingWords>();

/** The words of a language; English ones for a language that is not known. */
export function sayingWordsOf(language: string): SayingWords {
  const name = language in DATA ? language : 'en';
  const known = read.get(name);
  if (known !== undefined) return known;
  const words = readWords(DATA[name] ?? english, lexiconOf(language));
  read.set(name, words);
  return words;
}

/** The words of a list; languages lack some kinds of them. */
function listed(words: string): readonly string[] {
  return words.split(' ').filter((word) => word !== '');
}

function readWords(data: typeof english, people: Lexicon): SayingWords {
  const set = (words: string): Words => new Set(listed(words));
  const phrases = (words: string) => listed(words).map((phrase) => phrase.split('-'));
  return {
    people,
    speech: people.speech,
    strong: set(data.strong),
    nonfinite: set(data.nonfinite),
    infinitives: set(data.infinitives),
    adverbs: set(data.adverbs),
    adverbEndings: listed(data.adverbEndings),
    auxiliaries: set(data.auxiliaries),
    according: phrases(data.according),
    as: set(data.as),
    quoting: set(data.quoting),
    saying: phrases(data.saying),
    subordinators: set(data.subordinators),
    conjunctions: set(data.conjunctions),
    pronouns: new Map<string, Gender | undefined>([
      ...listed(data.pronouns.male).map((word) => [word, 'male'] as const),
      ...listed(data.pronouns.female).map((word) => [word, 'female'] as const),
      ...listed(data.pronouns.other).map((word) => [word, undefined] as const),
    ]),
    obliques: set(data.obliques),
    prepositions: set(data.prepositions),
    quantifiers: set(data.quantifiers),
    holds: set(data.holds),
    receiving: set(data.receiving),
    agents: set(data.agents),
    times: set(data.times),
    reported: set(data.reported),
    voices: people.nounsAreCapital ? nounEndings(data.voices) : set(data.voices),
  };
}
