import wordData from './data/question-words.json' with { type: 'json' };

/** What kind of answer a question waits for. */
export type AnswerKind = 'who' | 'when' | 'where' | 'number' | 'money' | 'measure' | 'age' | 'why';

/** Words of a language that tell what a question waits for, and what answers it. */
export interface QuestionWords {
  /** The first whose phrase the question has is its kind. */
  readonly kinds: readonly (readonly [kind: AnswerKind, phrases: readonly string[]])[];
  /** After these stands what is counted. */
  readonly count: readonly string[];
  /** What questions are made of and ask nothing. */
  readonly small: ReadonlySet<string>;
  /** What questions ask with whatever they are about: "happen", "want", "year". */
  readonly weak: ReadonlySet<string>;
  /** What stands at the start of a sentence that goes on with the one before. */
  readonly pronouns: ReadonlySet<string>;
  /** With them "how much" and "what" ask for a sum. */
  readonly money: ReadonlySet<string>;
  readonly currency: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  readonly because: ReadonlySet<string>;
  readonly time: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** Words beside a number that is somebody's age. */
  readonly ages: ReadonlySet<string>;
}

const WORDS: ReadonlyMap<string, QuestionWords> = new Map(
  Object.entries(wordData).map(([language, data]) => [
    language,
    {
      kinds: [
        ['age', data.age.split('|')],
        ['measure', data.duration.split('|')],
        ['number', data.number.split('|')],
        ['why', data.why.split('|')],
        ['who', data.who.split('|')],
        ['when', data.when.split('|')],
        ['where', data.where.split('|')],
      ],
      count: data.count.split('|'),
      small: wordSet(data.small),
      weak: wordSet(data.weak),
      pronouns: wordSet(data.pronouns),
      money: wordSet(data.money),
      currency: wordSet(data.currency),
      units: wordSet(data.units),
      because: wordSet(data.because),
      time: wordSet(data.time),
      numbers: wordSet(data.numbers),
      ages: wordSet(data.ages),
    },
  ]),
);

const NONE: ReadonlySet<string> = new Set();
const NO_WORDS: QuestionWords = {
  kinds: [],
  count: [],
  small: NONE,
  weak: NONE,
  pronouns: NONE,
  money: NONE,
  currency: NONE,
  units: NONE,
  because: NONE,
  time: NONE,
  numbers: NONE,
  ages: NONE,
};

/** The question words of a language; none where it is not known. */
export function questionWordsOf(language: string): QuestionWords {
  return WORDS.get(language) ?? NO_WORDS;
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
