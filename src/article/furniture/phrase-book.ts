import ar from './phrases/ar.json' with { type: 'json' };
import de from './phrases/de.json' with { type: 'json' };
import en from './phrases/en.json' with { type: 'json' };
import es from './phrases/es.json' with { type: 'json' };
import fr from './phrases/fr.json' with { type: 'json' };
import hi from './phrases/hi.json' with { type: 'json' };
import it from './phrases/it.json' with { type: 'json' };
import ja from './phrases/ja.json' with { type: 'json' };
import ko from './phrases/ko.json' with { type: 'json' };
import nl from './phrases/nl.json' with { type: 'json' };
import pt from './phrases/pt.json' with { type: 'json' };
import ru from './phrases/ru.json' with { type: 'json' };
import tr from './phrases/tr.json' with { type: 'json' };
import zh from './phrases/zh.json' with { type: 'json' };
import { foldLine } from './fold-line.ts';

const LANGUAGES: readonly Readonly<Record<string, readonly string[]>>[] = [
  en,
  de,
  fr,
  es,
  pt,
  it,
  nl,
  ru,
  tr,
  ar,
  hi,
  zh,
  ja,
  ko,
];

/** The lists of a language file that are matched against a whole line, and so are kinds of furniture. */
const PHRASE_KINDS = [
  'ad-label',
  'share',
  'newsletter',
  'subscribe',
  'related',
  'topics',
  'media',
  'reading-time',
  'author-note',
  'comments',
  'copyright',
  'navigation',
  'section',
  'contact',
  'disclosure',
] as const;

export type PhraseKind = (typeof PHRASE_KINDS)[number];

/**
 * A phrase as the data files write it: `…` stands for anything (at an end or between), `#` for a number.
 * Without `…` it is the whole line.
 */
interface Phrase {
  readonly kind: PhraseKind;
  readonly pieces: readonly string[];
  readonly openEnd: boolean;
}

/** Which phrase a folded line is. */
export interface PhraseMatch {
  readonly kind: PhraseKind;
  /** Whether the phrase is all of the line and not only a part of it. */
  readonly whole: boolean;
  /** Whether the words that the line starts with end in a colon: a label before other text. */
  readonly labelled: boolean;
}

/** All phrases of one list, in every language, folded. */
export function phrasesOf(list: string): readonly string[] {
  return [...new Set(LANGUAGES.flatMap((language) => language[list] ?? []).map(foldLine))];
}

/** The phrase that the folded line is, if any: whole ones before ones that only start it, longer ones first. */
export function findPhrase(folded: string): PhraseMatch | undefined {
  const bare = folded.replace(END_MARKS, '');
  const kind = WHOLE.get(folded) ?? WHOLE.get(bare);
  if (kind !== undefined) return { kind, whole: true, labelled: false };
  const found =
    candidates(startingWith, [startKey(folded), folded.slice(0, 2)]).find((phrase) =>
      matches(phrase, { line: folded, bare }),
    ) ??
    candidates(within, folded.match(WORD_RUN) ?? []).find((phrase) =>
      matches(phrase, { line: folded, bare }),
    );
  if (found === undefined) return undefined;
  return { kind: found.kind, whole: false, labelled: /[:：]$/u.test(found.pieces[0] ?? '') };
}

/** Phrases by the word that they, or their first inner piece, start with; in scripts without spaces by two signs, or ''. */
type PhraseIndex = ReadonlyMap<string, readonly Phrase[]>;

function candidates(index: PhraseIndex, words: readonly string[]): readonly Phrase[] {
  const found = words.flatMap((word) => index.get(word) ?? []);
  return UNSPACED.test(words.join('')) ? [...found, ...(index.get('') ?? [])] : found;
}

function startKey(text: string): string {
  return /^[\p{L}\p{M}\p{N}#']*/u.exec(text)?.[0] ?? '';
}

/** A folded line, with and without the marks at its end. */
interface Line {
  readonly line: string;
  readonly bare: string;
}

function matches(phrase: Phrase, text: Line): boolean {
  const [start = '', ...inner] = phrase.pieces;
  if (start !== '' && !(text.line.startsWith(start) && !joins(text.line, start.length)))
    return false;
  let from = start.length;
  for (const [index, piece] of inner.entries()) {
    const isEnd = index === inner.length - 1 && !phrase.openEnd;
    const at = isEnd ? findAtEnd(piece, text, from) : text.line.indexOf(piece, from);
    if (at < 0 || joins(text.line, at) || joins(text.line, at + piece.length)) return false;
    from = at + piece.length;
  }
  return true;
}

function findAtEnd(piece: string, { line, bare }: Line, from: number): number {
  const text = line.endsWith(piece) ? line : bare;
  const at = text.length - piece.length;
  return text.endsWith(piece) && at >= from ? at : -1;
}

/** Whether a word goes on over this place. Scripts without spaces have no such places. */
function joins(line: string, at: number): boolean {
  return WORD_LETTER.test(line.charAt(at - 1)) && WORD_LETTER.test(line.charAt(at));
}

/**
 * The label that a running text begins with ("Share full article Read in app …"): how many characters it has
 * and its kind. Only whole phrases that start with a capital and are followed by another start or the end.
 */
export function findLabelAt(
  text: string,
  from: number,
): { readonly kind: PhraseKind; readonly length: number; readonly words: number } | undefined {
  const part = text.slice(from, from + MAX_LABEL_CHARS);
  if (
    !/^[\p{Lu}\p{Lo}\p{N}]/u.test(part) ||
    !LABEL_STARTS.has(part.slice(0, part.search(/[^\p{L}\p{M}]|$/u)).toLowerCase())
  )
    return undefined;
  const ends = [...part.matchAll(/(?<=[\p{L}\p{N}.!?:])(?=\s|$)/gu)]
    .map((end) => end.index)
    .slice(0, 6);
  for (const end of ends.reverse()) {
    const folded = foldLine(part.slice(0, end));
    const kind = WHOLE.get(folded) ?? WHOLE.get(folded.replace(END_MARKS, ''));
    const next = text.slice(from + end).trimStart();
    if (
      kind !== undefined &&
      kind !== 'section' &&
      (next === '' || /^["“„«‘'(]?[\p{Lu}\p{Lo}\p{N}]/u.test(next)) &&
      !COUNTED.test(next)
    ) {
      return { kind, length: end, words: part.slice(0, end).split(/\s+/u).length };
    }
  }
  return undefined;
}

/** “About 310 people work there” is a sentence; “Share 12 comments” is none. */
const COUNTED = /^\p{N}[\p{N}.,]*(?: \p{Ll}\S*){2}/u;

function readPhrase(text: string, kind: PhraseKind): Phrase {
  const pieces = text.split('…');
  const openEnd = pieces.length > 1 && pieces.at(-1) === '';
  if (openEnd) pieces.pop();
  const folded = pieces.map((piece, index) =>
    index === 0 ? foldLine(`${piece}\u0001`).replace('\u0001', '') : foldPiece(piece),
  );
  return {
    kind,
    pieces: folded.map((piece, index) => (index === 0 ? piece.trimEnd() : piece)),
    openEnd,
  };
}

/** An inner piece keeps its punctuation; only letters and spaces are folded. */
function foldPiece(piece: string): string {
  return foldLine(`\u0001${piece}\u0001`).replaceAll('\u0001', '').trim();
}

const MAX_LABEL_CHARS = 80;
const END_MARKS = /[.!?:：。！？…\])】」\s]+$/u;
const WORD_LETTER =
  /[\p{L}\p{M}\p{N}](?<![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー])/u;

const WORD_RUN = /[\p{L}\p{M}\p{N}#']+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const allPhrases = PHRASE_KINDS.flatMap((kind) =>
  LANGUAGES.flatMap((language) => (language[kind] ?? []).map((text) => readPhrase(text, kind))),
);
const WHOLE: ReadonlyMap<string, PhraseKind> = new Map(
  allPhrases
    .filter(isWhole)
    .map((phrase) => [(phrase.pieces[0] ?? '').replace(END_MARKS, ''), phrase.kind] as const)
    .reverse(),
);
const startingWith = indexPhrases(
  allPhrases.filter((phrase) => !isWhole(phrase) && phrase.pieces[0] !== ''),
  0,
);
const within = indexPhrases(
  allPhrases.filter((phrase) => phrase.pieces[0] === ''),
  1,
);
const LABEL_STARTS: ReadonlySet<string> = new Set(
  [...WHOLE.keys()].map((phrase) => /^[\p{L}\p{M}]*/u.exec(phrase)?.[0] ?? ''),
);

function isWhole(phrase: Phrase): boolean {
  return phrase.pieces.length === 1 && !phrase.openEnd;
}

function indexPhrases(phrases: readonly Phrase[], piece: number): PhraseIndex {
  const index = new Map<string, Phrase[]>();
  const longestFirst = [...phrases].sort(
    (a, b) => b.pieces.join('').length - a.pieces.join('').length,
  );
  for (const phrase of longestFirst) {
    const text = phrase.pieces[piece] ?? '';
    const word = /[\p{L}\p{M}\p{N}#']+/u.exec(text)?.[0] ?? '';
    const key = !UNSPACED.test(text)
      ? piece === 0
        ? startKey(text)
        : word
      : piece === 0
        ? text.slice(0, 2)
        : '';
    const list = index.get(key);
    if (list === undefined) index.set(key, [phrase]);
    else list.push(phrase);
  }
  return index;
}
