/**
 * What the words of a language do in a sentence, as far as bullets need it; empty where a language has no data, but for its
 * function words.
 */
export interface BulletWords {
  /** As in German, where a capital tells no name. */
  readonly nounsAreCapital: boolean;
  /** As in Spanish: "Dijo que" has no pronoun. */
  readonly isProDrop: boolean;
  /** As in German and Russian, where a noun's form goes with its sentence. */
  readonly hasCases: boolean;
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
  /** What looks like a verb and is none: "letzte". */
  readonly notVerbs: ReadonlySet<string>;
  /** Verbs that no ending tells, among them those that look like adjectives: "haben", "zeigen". */
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
  /** Where things have a gender: "sein", "su". */
  readonly possessives: ReadonlySet<string>;
  /** What stands between a subject and its verb: "se". */
  readonly reflexives: ReadonlySet<string>;
  /** Behind one of these a pronoun stands for nothing: "il faut". */
  readonly impersonals: ReadonlySet<string>;
  /** Forms of verbs that tell what somebody claims: "sei". */
  readonly reportedForms: ReadonlySet<string>;
  /** Words that point at another sentence, unless one of the followers stands behind them. */
  readonly pointers: ReadonlySet<string>;
  /** Words that point only before a noun. */
  readonly nounPointers: ReadonlySet<string>;
  /** What opens what somebody says: "que". */
  readonly contentOpeners: ReadonlySet<string>;
  /** Prepositions behind which such a word opens no clause: "for that form", "of that". */
  readonly beforePointers: ReadonlySet<string>;
  /** What opens a clause that cannot stand alone. */
  readonly dependents: ReadonlySet<string>;
  /** Verbs that open a condition: "Had the ferry sunk, …". */
  readonly inversions: ReadonlySet<string>;
  /** What "the" stands before where somebody is spoken of by where they come from: "the Spaniard". */
  readonly demonyms: ReadonlySet<string>;
  /** Short forms in capitals that name a kind of thing and no single one: "the SUV". */
  readonly acronyms: ReadonlySet<string>;
  /** Those of the negations that say under which condition something holds. */
  readonly conditions: ReadonlySet<string>;
  /** Pronouns that are never who does something. */
  readonly objects: ReadonlySet<string>;
  /** What tells that two follow: "both", "between". */
  readonly pairWords: ReadonlySet<string>;
  /** Verbs of one only. */
  readonly singularVerbs: ReadonlySet<string>;
  /** Articles that only open who does something, or what is done, where they have cases. */
  readonly firstCaseArticles: ReadonlySet<string>;
  /** "as long as": behind such a word "as" sets a condition. */
  readonly conditionsBehindAs: ReadonlySet<string>;
  /** No sentence ends with one of these. */
  readonly openEnds: ReadonlySet<string>;
  /** What captions say of whoever is in the picture. */
  readonly captionVerbs: ReadonlySet<string>;
  /** What parentheses say of a picture: "(file photo)". */
  readonly pictureWords: ReadonlySet<string>;
  /** Where in a picture somebody is. */
  readonly sides: ReadonlySet<string>;
  /** "This is the moment a boat sank": what only announces what is told. */
  readonly announced: ReadonlySet<string>;
  /** Forms of "to be" that tell what is now. */
  readonly present: ReadonlySet<string>;
  readonly pointerFollowers: ReadonlySet<string>;
  /** Connectives that need no comma behind them, and words behind which they are something else. */
  readonly bareConnectives: ReadonlySet<string>;
  readonly bareBefore: ReadonlySet<string>;
  /** "early on Tuesday", "from Tuesday to", "said Tuesday that". */
  readonly earlyLate: ReadonlySet<string>;
  readonly rangeWords: ReadonlySet<string>;
  /** "from the quay to the lighthouse" */
  readonly rangeOpeners: ReadonlySet<string>;
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
  /** What a report, a film or figures are on a day. */
  readonly publishedVerbs: ReadonlySet<string>;
  /** Words of a sentence whose day is still to come, and so belongs to the news. */
  readonly future: ReadonlySet<string>;
  /** What makes such a word tell of the past: "may have". */
  readonly perfects: ReadonlySet<string>;
  readonly leadOpeners: ReadonlySet<string>;
  /** "once", "when": of what is to come they set a condition. */
  readonly conditionalTimes: ReadonlySet<string>;
  /** "before": what came then stands behind it. */
  readonly sequels: ReadonlySet<string>;
  /** "at a time when" */
  readonly timeNouns: ReadonlySet<string>;
  /** Openers of an adverbial that sets the scene whatever stands in it. */
  readonly leadScene: ReadonlySet<string>;
  /** Openers of what goes along with what is told: "with engines failing". */
  readonly leadCompany: ReadonlySet<string>;
  /** Verbs whose past has no ending of its own. */
  readonly pastVerbs: ReadonlySet<string>;
  readonly pastEndings: readonly string[];
  /** What verbs end with, and few other words, where no list of verbs is known. */
  readonly verbEndings: readonly string[];
  /** What adjectives end with that look like verbs: "groeiende". */
  readonly adjectiveEndings: readonly string[];
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
  /** What makes a verb behind it no statement, where verbs are told by their endings: "que", "weil". */
  readonly subordinators: ReadonlySet<string>;
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
  /**
   * By their first word: what only the sentence before explains; in the data behind `^` what does so at a sentence's start,
   * behind `~` what a comma or several of something before it may explain.
   */
  readonly contextPhrases: ReadonlyMap<string, readonly ContextPhrase[]>;
  /** What opens a circumstance without a comma, and the words before it that belong to it. */
  readonly circumstances: ReadonlySet<string>;
  /** The same where no verb need follow: "during the debate". */
  readonly phraseOpeners: ReadonlySet<string>;
  /** What a phrase before the subject opens with that tells of whom or when it holds: "en caso de". */
  readonly limits: ReadonlySet<string>;
  /** Forms of "to be" before what was done to somebody. */
  readonly passives: ReadonlySet<string>;
  /** What counts some of those who are told of: "darunter", "onder wie". */
  readonly inclusions: ReadonlySet<string>;
  /** What else opens a detail between commas, which goes only for want of another form: "dont", "frente a". */
  readonly details: ReadonlySet<string>;
  /** What opens how something is done: "by". */
  readonly means: ReadonlySet<string>;
  /** What opens for what somebody is blamed or praised: "for proposing a ban". */
  readonly causes: ReadonlySet<string>;
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

/** A phrase that leans on the sentence before. */
export interface ContextPhrase {
  readonly words: readonly string[];
  readonly where: 'anywhere' | 'at the start' | 'unexplained';
}
