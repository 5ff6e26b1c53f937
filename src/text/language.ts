import { STOP_WORD_LANGUAGES, stopWordsOf, wordsIn } from './words.ts';

/** So much of a text is enough to tell its language. */
const SAMPLE_CHARS = 8000;
/** Fewer words, or a smaller share of stop words among them, tell nothing. */
const MIN_WORDS = 4;
const MIN_STOP_WORD_SHARE = 0.12;
/** What a few sentences have. */
const MIN_TELLING_CHARS = 300;

/** Scripts that one language, or the stop words of a few, can be told by. */
const SCRIPTS: readonly { readonly at: RegExp; readonly languages: readonly string[] }[] = [
  { at: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, languages: ['ja'] },
  { at: /\p{Script=Hangul}/gu, languages: ['ko'] },
  { at: /\p{Script=Han}/gu, languages: ['zh'] },
  { at: /\p{Script=Arabic}/gu, languages: ['ar', 'fa', 'ur'] },
  { at: /\p{Script=Devanagari}/gu, languages: ['hi'] },
  // Letters that Russian does not have tell Ukrainian and its neighbours.
  { at: /[іїєґўјљњћђџ]/giu, languages: ['und'] },
  { at: /\p{Script=Cyrillic}/gu, languages: ['ru'] },
];

/**
 * The language of a text as a BCP 47 primary tag, by its script and its stop words; `und` when that does not
 * tell. Meant for texts of a sentence and more.
 */
export function detectLanguage(text: string): string {
  const sample = sampleOf(text);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'und';
  for (const { at, languages } of SCRIPTS) {
    const share = (sample.match(at)?.length ?? 0) / letters;
    if (share < minShareOf(languages[0] ?? '')) continue;
    return languages.length === 1
      ? oneOf(languages[0] ?? 'und', sample)
      : byStopWords(sample, languages, 0.02);
  }
  const latin = (sample.match(/\p{Script=Latin}/gu)?.length ?? 0) / letters;
  if (latin < 0.5) return 'und';
  return byStopWords(sample, latinLanguages, MIN_STOP_WORD_SHARE);
}

/**
 * The language of a text that says of itself what it is in. Pages say so wrongly now and then, as where nobody changed
 * what a template came with: a text long enough to tell its language is believed more than what is said of it.
 */
export function settleLanguage(declared: string, text: string): string {
  if (declared === 'und') return detectLanguage(text);
  // Beside a language whose words are not known its neighbours' words would be found.
  if (!STOP_WORD_LANGUAGES.includes(declared) || text.length < MIN_TELLING_CHARS) return declared;
  const told = detectLanguage(text);
  return told === 'und' ? declared : told;
}

/** Japanese is written with Chinese signs between its own, and other Cyrillic mostly with Russian letters. */
function minShareOf(language: string): number {
  if (language === 'ja') return 0.1;
  return language === 'und' ? 0.015 : 0.4;
}

/** Cyrillic and Devanagari serve other languages too: then the stop words have to be there. */
function oneOf(language: string, sample: string): string {
  return STOP_WORD_LANGUAGES.includes(language) ? byStopWords(sample, [language], 0.06) : language;
}

function byStopWords(sample: string, languages: readonly string[], minShare: number): string {
  const words = wordsIn(sample.toLowerCase().replaceAll('’', "'"));
  if (words.length < MIN_WORDS) return 'und';
  const shares = languages.map((language) => {
    const known = stopWordsOf(language);
    return { language, share: words.filter((word) => known.has(word)).length / words.length };
  });
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a));
  return best.share >= minShare ? best.language : 'und';
}

/** Three pieces from over the text, so that a menu at its start does not decide. */
function sampleOf(text: string): string {
  if (text.length <= SAMPLE_CHARS) return text;
  const piece = Math.floor(SAMPLE_CHARS / 3);
  const starts = [0.25, 0.5, 0.75].map((part) => Math.floor((text.length - piece) * part));
  return starts.map((start) => text.slice(start, start + piece)).join(' ');
}

const OTHER_SCRIPTS: ReadonlySet<string> = new Set(['ar', 'fa', 'ur', 'hi', 'ru']);
const latinLanguages = STOP_WORD_LANGUAGES.filter((language) => !OTHER_SCRIPTS.has(language));
