import agencyNames from './agencies.json' with { type: 'json' };
import { foldLine, phrasesOf } from './phrase-book.ts';

/** A credit names a person and an agency; nothing longer is one. */
const maxCreditChars = 140;

/**
 * Whether the whole line is the credit of a picture: "Photo: Mara Voss", "Credit...Mara Voss/Agency",
 * "(Foto: dpa)", "Mara Voss/Getty Images".
 */
export function isCredit(line: string): boolean {
  const text = line.trim();
  if (text.length < 3 || text.length > maxCreditChars) return false;
  const folded = foldLine(text);
  const start = openerAt.exec(folded);
  if (start !== null) return (/[^\p{L}]\s*$/u.test(start[0].trim()) || namesSomebody(text)) && !isProse(folded.slice(start[0].length));
  if (isAgency(folded) || /^©\s?\S/u.test(text)) return true;
  return agencyTail(text) === 0;
}

/** Where a credit that is glued to the end of a caption begins; undefined when there is none. */
export function findCreditTail(line: string): number | undefined {
  const text = line.trimEnd();
  const from = Math.max(0, text.length - maxCreditChars);
  const end = text.slice(from);
  const labelled = tailOpener.exec(end);
  if (labelled !== null && !/^\s?\p{Ll}/u.test(labelled[0]) && !isProse(foldLine(end.slice(labelled.index + labelled[0].length)))) {
    return from + labelled.index;
  }
  const at = agencyTail(end);
  return at === undefined ? undefined : from + at;
}

/** "(AP Photo/Mara Voss)", "Mara Voss/Getty Images", "| Getty Images" at the end of a text. */
function agencyTail(text: string): number | undefined {
  const bracket = /[([（]([^()[\]（）]{2,90})[)\]）]\.?$/u.exec(text);
  if (bracket?.[1] !== undefined && namesAgency(bracket[1]) && !/[.!?] /u.test(bracket[1])) return bracket.index;
  const slash = /(?:[\p{Lu}][\p{L}.'’-]{0,30} ?){1,4}[/|] ?([\p{L}\p{N}][\p{L}\p{N} .&-]{1,40})$/u.exec(text.slice(-100));
  if (slash?.[1] !== undefined && isAgency(slash[1].toLowerCase())) return Math.max(0, text.length - 100) + slash.index;
  const sign = /[|©–—] ?([^|©–—]{2,60})$/u.exec(text);
  return sign?.[1] !== undefined && (sign[0].startsWith('©') || namesAgency(sign[1])) ? sign.index : undefined;
}

/** Every part between slashes, commas and "via" is short, and one is an agency or a credit word. */
function namesAgency(text: string): boolean {
  const folded = foldLine(text);
  if (openerAt.test(folded)) return true;
  const parts = folded.split(/\s*[/|,;:·–—]\s*|\s+(?:via|for|by)\s+/u);
  return parts.length <= 5 && parts.some(isAgency) && parts.length > 1 && parts.every((part) => part.split(' ').length <= 5);
}

function isAgency(folded: string): boolean {
  return agencies.has(folded.replace(/^©\s?|\.$/gu, ''));
}

/** "Photos by Mara Voss": with a word instead of a sign, a name has to follow. */
function namesSomebody(text: string): boolean {
  return /\s\p{Ll}+ (?:\p{Lu}|\p{Lo})/u.test(text) && !/[.!?]$/u.test(text);
}

/** A clause is no credit: many words, most of them small, or a full stop and more after it. */
function isProse(text: string): boolean {
  return text.split(/\s+/u).length > 14 || /[.!?]['"”’]?\s+\S+\s+\S+\s+\S+\s+\S+/u.test(text);
}

const openers = phrasesOf('credit-opener').sort((a, b) => b.length - a.length).map((word) => RegExp.escape(word)).join('|');
const bys = phrasesOf('by').filter((word) => word !== '').map((word) => RegExp.escape(word)).join('|');
const opener = `(?:(?:${openers})(?: ?(?:${openers}))?) ?(?:[:：/©]|\\.{3}|…| (?:${bys})(?= ))`;
const openerAt = new RegExp(`^[(\\[（]?${opener}\\s*`, 'u');
const tailOpener = new RegExp(`(?<=[.!?…”"'’»)\\]]|\\s)[([（|]?\\s?${opener}\\s*`, 'iu');
const agencies: ReadonlySet<string> = new Set(agencyNames);
