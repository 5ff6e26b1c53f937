import words from './pdf-words.json' with { type: 'json' };

/** What a word broken at a line's end is held against. */
export interface WordEvidence {
  /** The document's words as they stand within lines, in lower case. */
  readonly words: ReadonlySet<string>;
  /** BCP 47 primary tag, for the compounds that keep their hyphen. */
  readonly language: string;
  /** No line ends in a hyphen: where a font calls its hyphens soft ones, pdf.js leaves them out. */
  readonly hyphensVanish: boolean;
}

interface Compounds {
  /** Before any word of some length the hyphen stays: well-known, self-taught. */
  readonly sureStarts: readonly string[];
  /** Before what is a word by itself elsewhere in the document the hyphen stays: part-time, but not partner. */
  readonly likelyStarts: readonly string[];
  /** Short words that may follow a sure start. */
  readonly shortEnds: readonly string[];
}

const WORD = /[\p{L}\p{M}\d]+(?:[-‐’'][\p{L}\p{M}\d]+)*/gu;
const MAX_EVIDENCE = 200_000;
const BROKEN_END = /(?:^|[\s([“"‘'„«/—–])([\p{L}\p{M}\d’'\-‐]*[\p{L}\p{M}\d])[-‐\u00AD]$/u;
const WORD_START = /^[\p{L}\p{M}\d]+(?:[-‐’'][\p{L}\p{M}\d]+)*/u;
/** Scripts that write without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;
/** A broken word reaches no further back than this. */
const MAX_WORD_CHARS = 80;

const HANGING = new Set(words.hangingHyphenBefore);
const COMPOUNDS: ReadonlyMap<string, Compounds> = new Map(Object.entries(words.compounds));
/** Shorter ones are as often the end of a hyphenated word: selfish, halfway. */
const MIN_SURE_END_CHARS = 4;

/** Collects the words within lines; the first and the last of a line may be parts of one. */
export function collectWords(lines: Iterable<string>): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const line of lines) {
    for (const word of (line.match(WORD) ?? []).slice(1, -1)) seen.add(foldWord(word));
    if (seen.size > MAX_EVIDENCE) break;
  }
  return seen;
}

/** What the lines of a document tell about its words. */
export function collectEvidence(lines: readonly string[], language: string): WordEvidence {
  const hyphenated = lines.some((line) => /\p{L}[-‐\u00AD]$/u.test(line));
  return { words: collectWords(lines), language, hyphensVanish: !hyphenated };
}

/** Joins a line to the text before it, with what belongs between them: a space, a hyphen or nothing. */
export function joinLine(text: string, line: string, evidence: WordEvidence): string {
  if (text === '') return line;
  if (text.endsWith('\u00AD')) return text.slice(0, -1) + line;
  const broken = BROKEN_END.exec(text.slice(-MAX_WORD_CHARS))?.[1];
  if (broken !== undefined) return joinBroken(text, line, { broken, evidence });
  if (evidence.hyphensVanish && isOneWord(text, line, evidence.words)) return text + line;
  if (/[\p{L}\p{N}][—–/]$/u.test(text)) return text + line;
  if (UNSPACED.test(text.slice(-1)) && UNSPACED.test(line.charAt(0))) return text + line;
  return `${text} ${line}`;
}

/** Two parts of a word that the document has whole elsewhere, and that are not both words there. */
function isOneWord(text: string, line: string, words: ReadonlySet<string>): boolean {
  const start = /[\p{L}\p{M}]+$/u.exec(text.slice(-MAX_WORD_CHARS))?.[0] ?? '';
  const end = /^\p{Ll}[\p{L}\p{M}]*/u.exec(line)?.[0] ?? '';
  if (start === '' || end === '' || !words.has(foldWord(start + end))) return false;
  return !words.has(foldWord(start)) || !words.has(foldWord(end));
}

interface Break {
  /** The part of the word before the hyphen. */
  readonly broken: string;
  readonly evidence: WordEvidence;
}

function joinBroken(text: string, line: string, { broken, evidence }: Break): string {
  const rest = WORD_START.exec(line)?.[0] ?? '';
  if (rest === '' || HANGING.has(line.split(' ', 1)[0] ?? '')) return `${text} ${line}`;
  return keepsHyphen(broken, rest, evidence) ? text + line : text.slice(0, -1) + line;
}

function keepsHyphen(broken: string, rest: string, evidence: WordEvidence): boolean {
  // A capital or a digit begins no second half of a word: Anglo-Saxon, COVID-19.
  if (!/^\p{Ll}/u.test(rest) || /\d$/u.test(broken)) return !/^[\p{Lo}\p{M}]/u.test(rest);
  const { words: seen, language } = evidence;
  if (seen.has(foldWord(broken + rest))) return false;
  if (seen.has(foldWord(`${broken}-${rest}`))) return true;
  // One hyphen within the word makes another likely: state-of-the-art.
  if (/[-‐]/u.test(broken) || /[-‐]/u.test(rest)) return true;
  const compounds = COMPOUNDS.get(language);
  if (compounds === undefined) return false;
  if (compounds.likelyStarts.includes(broken)) return seen.has(foldWord(rest));
  const long = rest.length >= MIN_SURE_END_CHARS || compounds.shortEnds.includes(rest);
  return long && compounds.sureStarts.includes(broken);
}

function foldWord(word: string): string {
  return word
    .toLowerCase()
    .replace(/‐/gu, '-')
    .replace(/\u00AD/gu, '');
}

/** Takes out soft hyphens that are left within lines. */
export function dropSoftHyphens(text: string): string {
  return text.replace(/\u00AD/gu, '');
}
