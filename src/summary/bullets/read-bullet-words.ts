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
import type { BulletWords, ContextPhrase } from './bullet-words.ts';

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
    nounsAreCapital: data.nounsAreCapital === 'yes',
    hasCases: data.hasCases === 'yes',
    isProDrop: data.isProDrop === 'yes',
    isVerbSecond: data.isVerbSecond === 'yes',
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
    conditions: set('conditions'),
    objects: set('objects'),
    pairWords: set('pairWords'),
    singularVerbs: set('singularVerbs'),
    firstCaseArticles: set('firstCaseArticles'),
    conditionsBehindAs: set('conditionsBehindAs'),
    dependents: set('dependents'),
    inversions: set('inversions'),
    male: set('male'),
    female: set('female'),
    plural: set('plural'),
    neuter: set('neuter'),
    firstPerson: set('firstPerson'),
    secondPerson: set('secondPerson'),
    correlates: set('correlates'),
    placePrepositions: set('placePrepositions'),
    possessives: set('possessives'),
    impersonals: set('impersonals'),
    reportedForms: set('reportedForms'),
    pointers: set('pointers'),
    nounPointers: set('nounPointers'),
    contentOpeners: set('contentOpeners'),
    beforePointers: set('beforePointers'),
    openEnds: set('openEnds'),
    captionVerbs: set('captionVerbs'),
    present: set('present'),
    pointerFollowers: set('pointerFollowers'),
    bareConnectives: set('bareConnectives'),
    bareBefore: set('bareBefore'),
    earlyLate: set('earlyLate'),
    rangeWords: set('rangeWords'),
    rangeOpeners: set('rangeOpeners'),
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
    publishedVerbs: set('publishedVerbs'),
    future: set('future'),
    perfects: set('perfects'),
    leadOpeners: set('leadOpeners'),
    conditionalTimes: set('conditionalTimes'),
    sequels: set('sequels'),
    timeNouns: set('timeNouns'),
    leadScene: set('leadScene'),
    leadCompany: set('leadCompany'),
    pastVerbs: set('pastVerbs'),
    pastEndings: [...set('pastEndings')],
    verbEndings: [...set('verbEndings')],
    adjectiveEndings: [...set('adjectiveEndings')],
    doingEndings: [...set('doingEndings')],
    participleEndings: [...set('participleEndings')],
    personNouns: set('personNouns'),
    listWords: set('listWords'),
    timeOpeners: set('timeOpeners'),
    relatives: set('relatives'),
    subjectRelatives: set('subjectRelatives'),
    sceneVerbs: set('sceneVerbs'),
    finalOpeners: set('finalOpeners'),
    subordinators: set('subordinators'),
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
    contextPhrases: byFirstWord(phrases('contextPhrases')),
    indefinites: set('indefinites'),
    subjects: set('subjects'),
    circumstances: set('circumstances'),
    phraseOpeners: set('phraseOpeners'),
    inclusions: new Set(phrases('inclusions')),
    details: new Set(phrases('details')),
    limits: set('limits'),
    means: set('means'),
    causes: set('causes'),
    passives: set('passives'),
    pictureWords: set('pictureWords'),
    sides: set('sides'),
    announced: set('announced'),
    reflexives: set('reflexives'),
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

/** Of some hundred phrases few begin with a word of a sentence. */
function byFirstWord(phrases: readonly string[]): ReadonlyMap<string, readonly ContextPhrase[]> {
  return Map.groupBy(phrases.map(readContextPhrase), ({ words: [first = ''] }) => first);
}

const WHERE = { '^': 'at the start', '~': 'unexplained' } as const;

function readContextPhrase(phrase: string): ContextPhrase {
  const mark = phrase.charAt(0);
  if (mark !== '^' && mark !== '~') return { words: phrase.split(' '), where: 'anywhere' };
  return { words: phrase.slice(1).split(' '), where: WHERE[mark] };
}
