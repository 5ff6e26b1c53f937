import stopWordData from './data/stop-words.json' with { type: 'json' };

const STOP_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(stopWordData).map(([language, words]) => [language, new Set(words.split(' '))]),
);
const NO_WORDS: ReadonlySet<string> = new Set();

/** The languages whose stop words are known. */
export const STOP_WORD_LANGUAGES: readonly string[] = [...STOP_WORDS.keys()];

/** The most frequent small words of a language, in small letters; empty for a language that is not known. */
export function stopWordsOf(language: string): ReadonlySet<string> {
  return STOP_WORDS.get(language) ?? NO_WORDS;
}

/** Words of a text as they stand, apostrophes and inner marks kept; each Chinese, Japanese or Thai sign is one. */
export function wordsIn(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/**
 * How many words a text has. In scripts without spaces a word is taken to be two signs, which is about what
 * dictionaries find.
 */
export function countWords(text: string): number {
  let count = 0;
  let signs = 0;
  for (const found of text.matchAll(WORD)) {
    if (UNSPACED.test(found[0])) signs += 1;
    else count += 1;
  }
  return count + Math.ceil(signs / 2);
}

const UNSPACED_SCRIPTS = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}';
const UNSPACED = new RegExp(`^[${UNSPACED_SCRIPTS}]`, 'u');
const LETTER = `(?:(?![${UNSPACED_SCRIPTS}])[\\p{L}\\p{M}\\p{N}_])`;
const WORD = new RegExp(`[${UNSPACED_SCRIPTS}]\\p{M}*|${LETTER}+(?:['’.\\-]${LETTER}+)*`, 'gu');
