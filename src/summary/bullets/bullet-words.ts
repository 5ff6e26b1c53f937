import ar from './data/ar.json' with { type: 'json' };
import de from './data/de.json' with { type: 'json' };
import en from './data/en.json' with { type: 'json' };
import es from './data/es.json' with { type: 'json' };
import fr from './data/fr.json' with { type: 'json' };
import hi from './data/hi.json' with { type: 'json' };
import indonesian from './data/id.json' with { type: 'json' };
import it from './data/it.json' with { type: 'json' };
import ja from './data/ja.json' with { type: 'json' };
import ko from './data/ko.json' with { type: 'json' };
import nl from './data/nl.json' with { type: 'json' };
import pt from './data/pt.json' with { type: 'json' };
import ru from './data/ru.json' with { type: 'json' };
import tr from './data/tr.json' with { type: 'json' };
import zh from './data/zh.json' with { type: 'json' };
import { stopWordsOf } from '../../text/words.ts';

/** What the words of a language do in a sentence, as far as bullets need it; empty where a language has no data. */
export interface BulletWords {
  /** As in German, where a capital tells no name. */
  readonly nounsAreCapital: boolean;
  /** As in Spanish: "Dijo que" has no pronoun. */
  readonly isProDrop: boolean;
  /** As in German and Dutch: "Am Montag sagte er". */
  readonly isVerbSecond: boolean;
  /** Phrases that tie a sentence to the one before and say nothing alone. */
  readonly connectives: readonly string[];
  /** The same between commas. */
  readonly fillers: ReadonlySet<string>;
  /** Words that can go wherever they stand. */
  readonly deletable: ReadonlySet<string>;
  /** Of these, what can say how much as well: "similarly priced". */
  readonly measures: ReadonlySet<string>;
  /** Behind one of these a colon announces a list: "the changes are:". */
  readonly listVerbs: ReadonlySet<string>;
  /** No bullet opens with one of these, unless it is an article that no verb stands behind. */
  readonly openers: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  /** What stands behind an article and before its noun, though it may look like a verb. */
  readonly notVerbs: ReadonlySet<string>;
  /** Verbs behind what may be an article or a pronoun: in German only those that look like adjectives ("haben", "zeigen"). */
  readonly finiteForms: ReadonlySet<string>;
  readonly male: ReadonlySet<string>;
  readonly female: ReadonlySet<string>;
  readonly plural: ReadonlySet<string>;
  readonly neuter: ReadonlySet<string>;
  readonly firstPerson: ReadonlySet<string>;
  readonly secondPerson: ReadonlySet<string>;
  /** Pointers that may point ahead: "darauf, dass". */
  readonly correlates: ReadonlySet<string>;
  readonly placePrepositions: ReadonlySet<string>;
  /** Possessives, where things have a gender. */
  readonly owners: ReadonlySet<string>;
  /** Behind one of these a pronoun stands for nothing: "il faut". */
  readonly impersonals: ReadonlySet<string>;
  /** Forms of verbs that tell what somebody claims: "sei". */
  readonly reported: ReadonlySet<string>;
  /** Words that point at another sentence, unless one of the followers stands behind them. */
  readonly pointers: ReadonlySet<string>;
  /** Words that point only before a noun. */
  readonly nounPointers: ReadonlySet<string>;
  /** Prepositions behind which such a word opens no clause: "for that form", "of that". */
  readonly beforePointers: ReadonlySet<string>;
  /** What opens a clause that cannot stand alone. */
  readonly dependents: ReadonlySet<string>;
  /** What "the" stands before where somebody is spoken of by where they come from: "the Spaniard". */
  readonly demonyms: ReadonlySet<string>;
  /** Short forms in capitals that name a kind of thing and no single one: "the SUV". */
  readonly acronyms: ReadonlySet<string>;
  /** "as long as": behind such a word "as" sets a condition. */
  readonly conditionsBehindAs: ReadonlySet<string>;
  /** No sentence ends with one of these. */
  readonly openEnds: ReadonlySet<string>;
  /** What captions say of whoever is in the picture. */
  readonly captionVerbs: ReadonlySet<string>;
  /** Forms of "to be" that tell what is now. */
  readonly present: ReadonlySet<string>;
  readonly pointerFollowers: ReadonlySet<string>;
  /** Connectives that need no comma behind them, and words behind which they are something else. */
  readonly bareConnectives: ReadonlySet<string>;
  readonly bareBefore: ReadonlySet<string>;
  /** "early on Tuesday", "from Tuesday to", "said Tuesday that". */
  readonly earlyLate: ReadonlySet<string>;
  readonly rangeWords: ReadonlySet<string>;
  readonly dayPrepositions: ReadonlySet<string>;
  readonly dayFollowers: ReadonlySet<string>;
  /** Pronouns that can only be a subject of the one gender. */
  readonly subjectMale: ReadonlySet<string>;
  readonly subjectFemale: ReadonlySet<string>;
  /** How one addresses somebody, which tells no office. */
  readonly address: ReadonlySet<string>;
  readonly definites: ReadonlySet<string>;
  /** "this week" needs nothing but the article's date. */
  readonly presentSpans: ReadonlySet<string>;
  readonly weekdays: ReadonlySet<string>;
  readonly dayparts: ReadonlySet<string>;
  readonly nearDays: ReadonlySet<string>;
  readonly notBeforeDay: ReadonlySet<string>;
  /** Words of a sentence whose day is still to come, and so belongs to the news. */
  readonly future: ReadonlySet<string>;
  /** What makes such a word tell of the past: "may have". */
  readonly perfects: ReadonlySet<string>;
  readonly leadOpeners: ReadonlySet<string>;
  /** Openers of an adverbial that sets the scene whatever stands in it. */
  readonly leadScene: ReadonlySet<string>;
  /** Openers of what goes along with what is told: "with engines failing". */
  readonly leadCompany: ReadonlySet<string>;
  /** Verbs whose past has no ending of its own. */
  readonly pastVerbs: ReadonlySet<string>;
  readonly pastEndings: readonly string[];
  /** What verbs end with, and few other words, where no list of verbs is known. */
  readonly verbEndings: readonly string[];
  /** Ends of words that tell what somebody does: "laughing". */
  readonly doingEndings: readonly string[];
  /** The same of what was done to somebody: "fermata". */
  readonly participleEndings: readonly string[];
  readonly personNouns: ReadonlySet<string>;
  /** Words beside which a name is one of several. */
  readonly listWords: ReadonlySet<string>;
  readonly timeOpeners: ReadonlySet<string>;
  readonly relatives: ReadonlySet<string>;
  /** Those that can be a subject: "who left". */
  readonly subjectRelatives: ReadonlySet<string>;
  /** What people do in pictures: "waves". */
  readonly sceneVerbs: ReadonlySet<string>;
  readonly finalOpeners: ReadonlySet<string>;
  readonly keepers: ReadonlySet<string>;
  readonly reporting: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  /** What an aside may say of the whole sentence. */
  readonly hedges: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly functionWords: ReadonlySet<string>;
  readonly complements: ReadonlySet<string>;
  readonly generalNouns: ReadonlySet<string>;
  readonly categoryNouns: ReadonlySet<string>;
  /** What takes up several people at once. */
  readonly groupNouns: ReadonlySet<string>;
  readonly uniqueNouns: ReadonlySet<string>;
  /** What only the sentence before explains; behind `^` what does so at a sentence's start, behind `~` what a comma before it may explain. */
  readonly contextPhrases: readonly string[];
  /** What opens a circumstance without a comma, and the words before it that belong to it. */
  readonly circumstances: ReadonlySet<string>;
  /** The same where no verb need follow: "during the debate". */
  readonly phraseOpeners: ReadonlySet<string>;
  /** Participles without an ending of their own, and what stands before them: "best known for". */
  readonly asideOpeners: ReadonlySet<string>;
  /** ", to fetch help": what opens what something is done for. */
  readonly purposes: ReadonlySet<string>;
  /** The same before its verb: "zu". */
  readonly infinitiveMarks: ReadonlySet<string>;
  /** Where something is said: "in a statement". */
  readonly occasions: ReadonlySet<string>;
  /** What joins a statement to one that it outweighs. */
  readonly contrasts: ReadonlySet<string>;
  /** What announces that a contrast follows: "zwar". */
  readonly concessives: ReadonlySet<string>;
  /** What opens an apposition. */
  readonly apposers: ReadonlySet<string>;
  readonly leaning: ReadonlySet<string>;
  /** "as large as", "such boats as". */
  readonly comparers: ReadonlySet<string>;
  /** What joins two statements, and two predicates of one subject. */
  readonly predicateJoints: ReadonlySet<string>;
  readonly joints: ReadonlySet<string>;
  /** What stands before the last of several choices. */
  readonly alternatives: ReadonlySet<string>;
  /** What introduces a thing: articles and owners. */
  readonly indefinites: ReadonlySet<string>;
  /** What a main clause can open with besides openers, names and nouns. */
  readonly subjects: ReadonlySet<string>;
  /** Words before a noun that tell nothing of which one it is. */
  readonly vague: ReadonlySet<string>;
  /** Words that count people or things without naming them. */
  readonly countOnly: ReadonlySet<string>;
  /** Words that near a sentence's start count on what was told before, and words behind which they do not. */
  readonly backPointers: ReadonlySet<string>;
  /** Verbs that tell of what was before a time, or went on at one. */
  readonly backTenses: ReadonlySet<string>;
  readonly notBackBehind: ReadonlySet<string>;
  readonly existential: ReadonlySet<string>;
  /** Verbs that others hang on: "was taken", "will be". */
  readonly auxiliaries: ReadonlySet<string>;
  readonly humanEndings: readonly string[];
  readonly finiteVerbs: ReadonlySet<string>;
  readonly junk: readonly string[];
  /** What a page puts before a sentence that is none of it. */
  readonly leadJunk: readonly string[];
}

type Data = Readonly<Partial<Record<keyof BulletWords, string>>>;

const DATA: Readonly<Record<string, Data>> = {
  ar,
  de,
  en,
  es,
  fr,
  hi,
  id: indonesian,
  it,
  ja,
  ko,
  nl,
  pt,
  ru,
  tr,
  zh,
};

const known = new Map<string, BulletWords>();

/** The words of a language by its BCP 47 primary tag. */
export function bulletWordsOf(language: string): BulletWords {
  const found = known.get(language);
  if (found !== undefined) return found;
  const made = toBulletWords(language, DATA[language] ?? {});
  // Only languages with data are kept, so that made-up tags cannot fill the memory.
  if (language in DATA) known.set(language, made);
  return made;
}

function toBulletWords(language: string, data: Data): BulletWords {
  const set = (key: keyof BulletWords): ReadonlySet<string> =>
    new Set((data[key] ?? '').split(' ').filter((word) => word !== ''));
  const phrases = (key: keyof BulletWords): readonly string[] =>
    (data[key] ?? '').split('|').filter((phrase) => phrase !== '');
  return {
    nounsAreCapital: data.nounsAreCapital !== undefined,
    isProDrop: data.isProDrop !== undefined,
    isVerbSecond: data.isVerbSecond !== undefined,
    connectives: phrases('connectives'),
    fillers: new Set(phrases('fillers')),
    deletable: new Set(phrases('deletable')),
    measures: set('measures'),
    listVerbs: set('listVerbs'),
    openers: set('openers'),
    articles: set('articles'),
    notVerbs: set('notVerbs'),
    finiteForms: set('finiteForms'),
    demonyms: set('demonyms'),
    acronyms: set('acronyms'),
    conditionsBehindAs: set('conditionsBehindAs'),
    dependents: set('dependents'),
    male: set('male'),
    female: set('female'),
    plural: set('plural'),
    neuter: set('neuter'),
    firstPerson: set('firstPerson'),
    secondPerson: set('secondPerson'),
    correlates: set('correlates'),
    placePrepositions: set('placePrepositions'),
    owners: set('owners'),
    impersonals: set('impersonals'),
    reported: set('reported'),
    pointers: set('pointers'),
    nounPointers: set('nounPointers'),
    beforePointers: set('beforePointers'),
    openEnds: set('openEnds'),
    captionVerbs: set('captionVerbs'),
    present: set('present'),
    pointerFollowers: set('pointerFollowers'),
    bareConnectives: set('bareConnectives'),
    bareBefore: set('bareBefore'),
    earlyLate: set('earlyLate'),
    rangeWords: set('rangeWords'),
    dayPrepositions: set('dayPrepositions'),
    dayFollowers: set('dayFollowers'),
    subjectMale: set('subjectMale'),
    subjectFemale: set('subjectFemale'),
    address: set('address'),
    definites: set('definites'),
    presentSpans: set('presentSpans'),
    weekdays: set('weekdays'),
    dayparts: set('dayparts'),
    nearDays: set('nearDays'),
    notBeforeDay: set('notBeforeDay'),
    future: set('future'),
    perfects: set('perfects'),
    leadOpeners: set('leadOpeners'),
    leadScene: set('leadScene'),
    leadCompany: set('leadCompany'),
    pastVerbs: set('pastVerbs'),
    pastEndings: [...set('pastEndings')],
    verbEndings: [...set('verbEndings')],
    doingEndings: [...set('doingEndings')],
    participleEndings: [...set('participleEndings')],
    personNouns: set('personNouns'),
    listWords: set('listWords'),
    timeOpeners: set('timeOpeners'),
    relatives: set('relatives'),
    subjectRelatives: set('subjectRelatives'),
    sceneVerbs: set('sceneVerbs'),
    finalOpeners: set('finalOpeners'),
    keepers: set('keepers'),
    reporting: set('reporting'),
    negations: set('negations'),
    hedges: set('hedges'),
    numbers: set('numbers'),
    determiners: set('determiners'),
    functionWords: data.functionWords === undefined ? stopWordsOf(language) : set('functionWords'),
    complements: set('complements'),
    generalNouns: set('generalNouns'),
    categoryNouns: set('categoryNouns'),
    groupNouns: set('groupNouns'),
    uniqueNouns: set('uniqueNouns'),
    contextPhrases: phrases('contextPhrases'),
    indefinites: set('indefinites'),
    subjects: set('subjects'),
    circumstances: set('circumstances'),
    phraseOpeners: set('phraseOpeners'),
    asideOpeners: set('asideOpeners'),
    apposers: set('apposers'),
    purposes: set('purposes'),
    infinitiveMarks: set('infinitiveMarks'),
    occasions: set('occasions'),
    contrasts: set('contrasts'),
    concessives: set('concessives'),
    leaning: set('leaning'),
    comparers: set('comparers'),
    predicateJoints: set('predicateJoints'),
    joints: set('joints'),
    alternatives: set('alternatives'),
    vague: set('vague'),
    countOnly: set('countOnly'),
    backPointers: set('backPointers'),
    backTenses: set('backTenses'),
    notBackBehind: set('notBackBehind'),
    existential: set('existential'),
    auxiliaries: set('auxiliaries'),
    humanEndings: [...set('humanEndings')],
    finiteVerbs: set('finiteVerbs'),
    junk: phrases('junk'),
    leadJunk: phrases('leadJunk'),
  };
}
