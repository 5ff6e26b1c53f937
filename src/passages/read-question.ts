import { findStems } from '../text/stems.ts';
import wordData from './data/question-words.json' with { type: 'json' };

/** What kind of answer a question waits for. */
export type AnswerKind = 'who' | 'when' | 'where' | 'number' | 'age' | 'why';

export interface Question {
  /** The stems of what is asked about, each once. */
  readonly stems: readonly string[];
  readonly kind: AnswerKind | undefined;
}

/** Words of a language that tell what a question waits for, and what answers it. */
export interface QuestionWords {
  readonly kinds: readonly (readonly [kind: AnswerKind, phrases: readonly string[]])[];
  /** What questions are made of and ask nothing. */
  readonly small: ReadonlySet<string>;
  readonly because: ReadonlySet<string>;
  readonly time: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** Words beside a number that is somebody's age. */
  readonly ages: ReadonlySet<string>;
}

/** Nobody asks longer questions; what is longer is cut. */
const MAX_CHARS = 1000;

const split = (words: string): readonly string[] => words.split(' ');
const phrases = (given: string): readonly string[] =>
  given.includes('|') ? given.split('|') : split(given);

const WORDS: ReadonlyMap<string, QuestionWords> = new Map(
  Object.entries(wordData).map(([language, data]) => [
    language,
    {
      kinds: [
        ['age', data.age.split('|')],
        ['number', phrases(data.number)],
        ['why', phrases(data.why)],
        ['who', split(data.who)],
        ['when', split(data.when)],
        ['where', split(data.where)],
      ],
      small: new Set(split(data.small)),
      because: new Set(split(data.because)),
      time: new Set(split(data.time)),
      numbers: new Set(split(data.numbers)),
      ages: new Set(split(data.ages)),
    },
  ]),
);
const NO_WORDS: QuestionWords = {
  kinds: [],
  small: new Set(),
  because: new Set(),
  time: new Set(),
  numbers: new Set(),
  ages: new Set(),
};

/** The question words of a language; none where it is not known. */
export function questionWordsOf(language: string): QuestionWords {
  return WORDS.get(language) ?? NO_WORDS;
}

/** What a question asks about, in the language of the article. */
export function readQuestion(text: string, language: string): Question {
  const { kinds, small } = questionWordsOf(language);
  const lower = ` ${text
    .slice(0, MAX_CHARS)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()} `;
  const [kind] = kinds.find(([, all]) => all.some((one) => lower.includes(` ${one} `))) ?? [];
  const asked = lower
    .split(' ')
    .filter((word) => !small.has(word))
    .join(' ');
  return { stems: [...new Set(findStems(asked, language))], kind };
}
