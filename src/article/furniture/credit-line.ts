import agencyNames from './agencies.json' with { type: 'json' };
import { phrasesOf } from './phrase-book.ts';
import { foldLine } from './fold-line.ts';

/** A credit names a person and an agency; nothing longer is one. */
const MAX_CREDIT_CHARS = 140;

/**
 * Whether the whole line is the credit of a picture: "Photo: Mara Voss", "Credit...Mara Voss/Agency",
 * "(Foto: dpa)", "Mara Voss/Getty Images".
 */
export function isCredit(line: string): boolean {
  const text = line.trim();
  if (text.length < 3 || text.length > MAX_CREDIT_CHARS) return false;
  const folded = foldLine(text);
  const start = OPENER_AT.exec(folded);
  if (start !== null)
    return (
      (/[^\p{L}]\s*$/u.test(start[0].trim()) || namesSomebody(text)) &&
      !isProse(folded.slice(start[0].length))
    );
  if (isAgency(folded) || /^©\s?\S/u.test(text)) return true;
  return agencyTail(text) === 0;
}

/** Where a credit that is glued to the end of a caption begins; undefined when there is none. */
export function findCreditTail(line: string): number | undefined {
  const text = line.trimEnd();
  const from = Math.max(0, text.length - MAX_CREDIT_CHARS);
  const end = text.slice(from);
  const labelled = TAIL_OPENER.exec(end);
  if (labelled !== null && isTail(end.slice(0, labelled.index), labelled[0], end))
    return from + labelled.index;
  const at = agencyTail(end) ?? TAIL_CLOSER.exec(end)?.index;
  return at === undefined ? undefined : from + at;
}

/** Right behind a sentence's end or in brackets any credit may stand, behind a word only a short name with a sign. */
function isTail(before: string, label: string, end: string): boolean {
  const name = end.slice(before.length + label.length);
  if (/^\s?\p{Ll}/u.test(label) || isProse(foldLine(name))) return false;
  if (/^[([（|]/u.test(label) || /[.!?…”"'’»)\]]\s*$/u.test(before))
    return !/\p{Ll}{2}\.$/u.test(name) || name.split(' ').length <= 6;
  return (
    /(?:[:：©…]|\.{3})\s*$/u.test(label) &&
    /^[\p{Lu}\p{Lo}]/u.test(name) &&
    name.split(' ').length <= 8
  );
}

/** A place in a text: UTF-16 offsets, `end` exclusive. */
export interface CreditSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * The next credit inside a running text, where a caption's line break was lost ("… in the harbour.Credit...Mara
 * Voss/Agency The council …"): its label, up to four names, and an agency after a slash.
 */
export function findCreditIn(text: string, from: number): CreditSpan | undefined {
  INNER_OPENER.lastIndex = from;
  for (let found = INNER_OPENER.exec(text); found !== null; found = INNER_OPENER.exec(text)) {
    const nameAt = found.index + found[0].length;
    const name = CREDIT_NAME.exec(text.slice(nameAt, nameAt + MAX_CREDIT_CHARS));
    if (name === null) continue;
    return {
      start: found.index,
      end:
        nameAt +
        name[0].length +
        agencyLength(text.slice(nameAt + name[0].length, nameAt + MAX_CREDIT_CHARS)),
    };
  }
  return undefined;
}

/** How long the slash and the agency after a name are; an agency that is not known is one word. */
function agencyLength(text: string): number {
  const slash = /^\s?[/|]\s?/u.exec(text)?.[0] ?? '';
  if (slash === '') return 0;
  const words = text.slice(slash.length).split(' ').slice(0, 4);
  const known = words
    .map((_, at) => words.slice(0, words.length - at).join(' '))
    .find((name) => AGENCIES.has(name.toLowerCase().replace(/[.,]$/u, '')));
  return slash.length + (known ?? words[0] ?? '').length;
}

/** "(AP Photo/Mara Voss)", "Mara Voss/Getty Images", "| Getty Images" at the end of a text. */
function agencyTail(text: string): number | undefined {
  const bracket = /[([（]([^()[\]（）]{2,90})[)\]）]\.?$/u.exec(text);
  if (bracket?.[1] !== undefined && namesAgency(bracket[1]) && !/[.!?] /u.test(bracket[1]))
    return bracket.index;
  const slash =
    /(?:[\p{Lu}][\p{L}.'’-]{0,30} ?){1,4}[/|] ?([\p{L}\p{N}][\p{L}\p{N} .&-]{1,40})$/u.exec(
      text.slice(-100),
    );
  if (slash?.[1] !== undefined && isAgency(slash[1].toLowerCase()))
    return Math.max(0, text.length - 100) + slash.index;
  const sign = /[|©–—] ?([^|©–—]{2,60})$/u.exec(text);
  return sign?.[1] !== undefined &&
    ((sign[0].startsWith('©') && !/\d{4}/u.test(sign[1])) || namesAgency(sign[1]))
    ? sign.index
    : undefined;
}

/** Every part between slashes, commas and "via" is short, and one is an agency or a credit word. */
function namesAgency(text: string): boolean {
  const folded = foldLine(text);
  if (OPENER_AT.test(folded)) return true;
  const parts = folded.split(/\s*[/|,;:·–—]\s*|\s+(?:via|for|by)\s+/u);
  return (
    parts.length <= 5 &&
    parts.some(isAgency) &&
    parts.length > 1 &&
    parts.every((part) => part.split(' ').length <= 5)
  );
}

function isAgency(folded: string): boolean {
  return AGENCIES.has(folded.replace(/^©\s?|\.$/gu, ''));
}

/** "Photos by Mara Voss": with a word instead of a sign, a name has to follow. */
function namesSomebody(text: string): boolean {
  return /\s\p{Ll}+ (?:\p{Lu}|\p{Lo})/u.test(text) && !/[.!?]$/u.test(text);
}

/** A clause is no credit: many words, most of them small, or a full stop and more after it. */
function isProse(text: string): boolean {
  return text.split(/\s+/u).length > 14 || /[.!?]['"”’]?\s+\S+\s+\S+\s+\S+\s+\S+/u.test(text);
}

const openers = [...phrasesOf('credit-opener')]
  .sort((a, b) => b.length - a.length)
  .map((word) => RegExp.escape(word))
  .join('|');
const bys = phrasesOf('by')
  .filter((word) => word !== '')
  .map((word) => RegExp.escape(word))
  .join('|');
const OPENER = `(?:(?:${openers})(?: ?(?:${openers}))?) ?(?:[:：/©]|\\.{3}|…| (?:${bys})(?= ))`;
const OPENER_AT = new RegExp(`^[(\\[（]?${OPENER}\\s*`, 'u');
const TAIL_OPENER = new RegExp(`(?<=[.!?…”"'’»)\\]]|\\s)[([（|]?\\s?${OPENER}\\s*`, 'iu');
// Inside a running text only what is glued to a sentence's end or written with dots is sure to be a credit.
const INNER_OPENER = new RegExp(
  `(?<=[.!?”"’)])(?:${openers})(?:${openers})?(?:\\.{3}|…| ?[:：])\\s*|(?<=\\s)(?:${openers})(?:${openers})?(?:\\.{3}|…)\\s*`,
  'giu',
);
const CREDIT_NAME =
  /^(?:(?!(?:By|The|An?|In|On)\s)\p{Lu}[\p{L}.'’-]{0,30}(?=[\s/|,.]|$) ?){1,4}(?<! )/u;
const AGENCIES: ReadonlySet<string> = new Set(agencyNames);

/** Where the word stands behind the name: 记者 林海 摄. */
const closers = [...phrasesOf('credit-closer')]
  .sort((a, b) => b.length - a.length)
  .map((word) => RegExp.escape(word))
  .join('|');
const TAIL_CLOSER = new RegExp(
  `(?<=[。！？」』)）\\s]|^)\\s?[\\p{Script=Han}\\p{Script=Katakana}\\s·]{2,16}\\s(?:${closers})[)）]?$`,
  'u',
);
