import german from './data/de.json' with { type: 'json' };
import english from './data/en.json' with { type: 'json' };
import dutch from './data/nl.json' with { type: 'json' };
import french from './data/fr.json' with { type: 'json' };
import italian from './data/it.json' with { type: 'json' };
import portuguese from './data/pt.json' with { type: 'json' };
import spanish from './data/es.json' with { type: 'json' };
import givenNameData from './data/given-names.json' with { type: 'json' };
import nameParts from './data/name-parts.json' with { type: 'json' };
import type { Gender } from './person.ts';

type Words = Pick<ReadonlySet<string>, 'has'>;

/** What a language calls people, in small letters: titles, offices, words that show what is no name. */
export interface Lexicon {
  /** As in German: a capital tells no name, and nouns are joined to one (Regierungssprecher). */
  readonly nounsAreCapital: boolean;
  /** As in Spanish: "Emil Haug Lund" is "Haug" for short. */
  readonly hasTwoSurnames: boolean;
  /** Mr., Ms., Dr. and what they tell of whoever bears them. */
  readonly honorifics: ReadonlyMap<string, Gender | undefined>;
  /** Offices that stand with a capital before a name: President, Sen. */
  readonly offices: Words;
  /** Nouns for what a person is: fellow, spokesman. */
  readonly roles: Words;
  /** What may stand before such a noun without an article: former, senior. */
  readonly modifiers: Words;
  readonly notNames: Words;
  readonly weekdays: Words;
  /** Small words that a sentence opens with. */
  readonly starts: Words;
  readonly prepositions: Words;
  /** Words that make a capitalised run an organisation, a place, a thing. */
  readonly orgWords: Words;
  /** of: "the senator of Texas". */
  readonly belongs: Words;
  readonly articles: Words;
  readonly possessives: Words;
  /** Words an apposition may open with before its article or noun: now, also. */
  readonly openers: Words;
  readonly pronouns: ReadonlyMap<string, Gender>;
  readonly roleGenders: ReadonlyMap<string, Gender>;
  readonly relatives: Words;
  /** and: "Tom and Ann Poole" are two of one surname. */
  readonly pairs: Words;
  /** Nouns that open no description behind a name: "Ann Poole, a day later". */
  readonly notRoles: Words;
  readonly copulas: Words;
  readonly finite: Words;
  readonly placePrepositions: Words;
  /** Of these, what no person stands behind. */
  readonly within: Words;
  /** Every word that a short form of it may stand for, both ways: bill → william. */
  readonly nicknames: ReadonlyMap<string, Words>;
  /** Finite forms of verbs that speech is told with. */
  readonly speech: Words;
  readonly abbreviations: ReadonlySet<string>;
  /** A small word that ends like this before a noun may be a verb: "praised spokesman". */
  readonly verbEndings: readonly string[];
  /** Forms of verbs that no ending betrays: "bit", "met". */
  readonly verbForms: Words;
  /** Offices that nobody bears as a surname: "officer" ends no name. */
  readonly bareOffices: Words;
  /** What ends no name of anybody: hospital, committee. */
  readonly things: Words;
  /** daughter: who is called so bears the name of somebody else. */
  readonly kin: Words;
  /** I, my, us: words of somebody who speaks. */
  readonly ownVoice: Words;
  readonly months: Words;
  /** First: "First Lady". */
  readonly ranks: Words;
  /** to: before the plain form of a verb as well as before nouns. */
  readonly beforeVerbs: Words;
  /** Forms of verbs of which many are the subject: "who have". */
  readonly manyDo: Words;
  /** What adjectives end with before a noun, where every noun has its capital: "britische". */
  readonly adjectiveEndings: readonly string[];
  /** Ends of words that tell what was done to somebody: "disgraced". */
  readonly participleEndings: readonly string[];
  /** Ends of words that tell what somebody does: "laughing". */
  readonly doingEndings: readonly string[];
}

type LexiconData = Readonly<
  Omit<
    typeof english,
    'honorifics' // the one that is no string
  >
> & {
  readonly honorifics: { readonly male: string; readonly female: string; readonly either: string };
};

const DATA: Readonly<Record<string, LexiconData>> = {
  en: english,
  de: german,
  es: spanish,
  fr: french,
  it: italian,
  nl: dutch,
  pt: portuguese,
};
const read = new Map<string, Lexicon>();

/** The words of a language; English ones for a language that is not known. */
export function lexiconOf(language: string): Lexicon {
  const name = language in DATA ? language : 'en';
  const known = read.get(name);
  if (known !== undefined) return known;
  const lexicon = readLexicon(DATA[name] ?? english);
  read.set(name, lexicon);
  return lexicon;
}

/** A given name's gender; `either` for names that both bear, `undefined` for a word that is no known given name. */
export function givenNameGender(key: string): Gender | 'either' | undefined {
  const bare = key.replace(/[’‐‑]/gu, '-');
  return GIVEN.get(bare) ?? GIVEN.get(bare.split('-')[0] ?? '');
}

/** Small words inside names: de, van, bin. */
export const PARTICLES: Words = wordSet(nameParts.particles);
/** Jr., III. */
export const NAME_SUFFIXES: Words = wordSet(nameParts.suffixes);
/** MP, PhD: behind a name, and no part of it. */
export const POST_NOMINALS: Words = wordSet(nameParts.postNominals);

function readLexicon(data: LexiconData): Lexicon {
  const nouns = data.nounsAreCapital ? nounEndings : wordSet;
  return {
    nounsAreCapital: data.nounsAreCapital,
    hasTwoSurnames: data.hasTwoSurnames,
    honorifics: new Map<string, Gender | undefined>([
      ...genderPairs(data.honorifics.male, 'male'),
      ...genderPairs(data.honorifics.female, 'female'),
      ...data.honorifics.either.split(' ').map((word) => [word, undefined] as const),
    ]),
    offices: nouns(data.offices),
    roles: nouns(data.roles),
    modifiers: wordSet(data.modifiers),
    notNames: wordSet(data.notNames),
    weekdays: wordSet(data.weekdays),
    starts: wordSet(data.starts),
    prepositions: wordSet(data.prepositions),
    orgWords: wordSet(data.orgWords),
    belongs: wordSet(data.belongs),
    articles: wordSet(data.articles),
    possessives: wordSet(data.possessives),
    openers: wordSet(data.openers),
    pronouns: new Map([...genderPairs(data.male, 'male'), ...genderPairs(data.female, 'female')]),
    roleGenders: new Map([
      ...genderPairs(data.maleRoles, 'male'),
      ...genderPairs(data.femaleRoles, 'female'),
    ]),
    relatives: wordSet(data.relatives),
    pairs: wordSet(data.pairs),
    notRoles: wordSet(data.notRoles),
    copulas: wordSet(data.copulas),
    finite: wordSet(data.finite),
    placePrepositions: wordSet(data.placePrepositions),
    within: wordSet(data.within),
    nicknames: readNicknames(data.nicknames),
    speech: wordSet(data.speech),
    abbreviations: wordSet(data.abbreviations),
    verbEndings: listed(data.verbEndings),
    verbForms: wordSet(data.verbForms),
    bareOffices: wordSet(data.bareOffices),
    things: wordSet(data.things),
    kin: wordSet(data.kin),
    ownVoice: wordSet(data.ownVoice),
    ranks: wordSet(data.ranks),
    months: wordSet(data.months),
    beforeVerbs: wordSet(data.beforeVerbs),
    manyDo: wordSet(data.manyDo),
    adjectiveEndings: listed(data.adjectiveEndings),
    doingEndings: listed(data.doingEndings),
    participleEndings: listed(data.participleEndings),
  };
}

/** "william:bill|will" ties each of the three to the other two. */
function readNicknames(data: string): ReadonlyMap<string, Words> {
  const tied = new Map<string, Set<string>>();
  for (const entry of listed(data)) {
    const group = entry.split(/[:|]/u);
    for (const name of group) {
      const others = tied.get(name) ?? new Set<string>();
      for (const other of group) if (other !== name) others.add(other);
      tied.set(name, others);
    }
  }
  return tied;
}

function genderPairs(words: string, gender: Gender): (readonly [string, Gender])[] {
  return listed(words).map((word) => [word, gender] as const);
}

/** Words that end with one of these count too: a Pressesprecher is a Sprecher. */
export function nounEndings(words: string): Words {
  const nouns = listed(words);
  const whole = new Set(nouns);
  const byEnd = new Map<string, string[]>();
  for (const noun of nouns) {
    if (noun.length < SHORTEST_END) continue;
    const end = noun.slice(-SHORTEST_END);
    byEnd.set(end, [...(byEnd.get(end) ?? []), noun]);
  }
  return {
    has: (word) => {
      if (whole.has(word)) return true;
      const alike = byEnd.get(word.slice(-SHORTEST_END)) ?? [];
      return alike.some(
        (noun) => word.length >= noun.length + SHORTEST_PART && word.endsWith(noun),
      );
    },
  };
}

/** Parts of a joined noun are no shorter, and ends of fewer letters are ends of other words. */
const SHORTEST_PART = 2;
const SHORTEST_END = 4;

function listed(words: string): readonly string[] {
  return words.split(' ').filter((word) => word !== '');
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(listed(words));
}

function readGivenNames(): ReadonlyMap<string, Gender | 'either'> {
  const names = new Map<string, Gender | 'either'>();
  for (const { female, male, ...rest } of Object.values(givenNameData)) {
    for (const [gender, list] of [
      ['female', female],
      ['male', male],
    ] as const)
      for (const name of list.split(' ')) {
        const known = names.get(name);
        names.set(name, known === undefined || known === gender ? gender : 'either');
      }
    if ('either' in rest) for (const name of rest.either.split(' ')) names.set(name, 'either');
  }
  return names;
}

const GIVEN = readGivenNames();
