import words from './pdf-words.json' with { type: 'json' };

/** The words of a document as they stand within lines: what a word broken at a line's end is held against. */
export type WordEvidence = ReadonlySet<string>;

const WORD = /[\p{L}\p{M}\d]+(?:[-‐’'][\p{L}\p{M}\d]+)*/gu;
const MAX_EVIDENCE = 200_000;
const BROKEN_END = /(?:^|[\s(\[“"‘'„«/—–])([\p{L}\p{M}\d’'\-‐]*[\p{L}\p{M}\d])[-‐\u00AD]$/u;
const WORD_START = /^[\p{L}\p{M}\d]+(?:[-‐’'][\p{L}\p{M}\d]+)*/u;
/** Scripts that write without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;
/** A broken word reaches no further back than this. */
const MAX_WORD_CHARS = 80;

const HANGING = new Set(words.hangingHyphenBefore);
const KEPT_AFTER: ReadonlySet<string> = new Set(Object.values(words.keepHyphenAfter).flat());

/** Collects the whole words of lines; the first and the last of a line may be parts of one and are left out. */
export function collectWords(lines: Iterable<string>): WordEvidence {
  const evidence = new Set<string>();
  for (const line of lines) {
    const found = line.match(WORD) ?? [];
    const inner = /[-‐\u00AD]$/u.test(line) ? found.slice(1, -1) : found.slice(1);
    for (const word of inner) evidence.add(foldWord(word));
    if (evidence.size > MAX_EVIDENCE) break;
  }
  return evidence;
}

/** Joins a line to the text before it, with what belongs between them: a space, a hyphen or nothing. */
export function joinLine(text: string, line: string, evidence: WordEvidence): string {
  if (text === '') return line;
  if (text.endsWith('\u00AD')) return text.slice(0, -1) + line;
  const broken = BROKEN_END.exec(text.slice(-MAX_WORD_CHARS))?.[1];
  if (broken !== undefined) return joinBroken(text, line, { broken, evidence });
  if (/[\p{L}\p{N}][—–/]$/u.test(text)) return text + line;
  if (UNSPACED.test(text.slice(-1)) && UNSPACED.test(line.charAt(0))) return text + line;
  return `${text} ${line}`;
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
  if (evidence.has(foldWord(broken + rest))) return false;
  if (evidence.has(foldWord(`${broken}-${rest}`))) return true;
  // One hyphen within the word makes another likely: state-of-the-art.
  if (/[-‐]/u.test(broken) || /^[^\s]*[-‐]/u.test(rest)) return true;
  return KEPT_AFTER.has(broken.toLowerCase());
}

function foldWord(word: string): string {
  return word.toLowerCase().replace(/‐/gu, '-').replace(/\u00AD/gu, '');
}

/** Takes out soft hyphens that are left within lines. */
export function dropSoftHyphens(text: string): string {
  return text.replace(/\u00AD/gu, '');
}
