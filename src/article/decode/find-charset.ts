import { isAscii } from 'node:buffer';
import charsetsByLanguage from './charset-by-language.json' with { type: 'json' };

export interface CharsetHints {
  /** As the server, or whoever handed the bytes over, named it. */
  readonly charset?: string;
  /** Markup can name its charset itself; without a type, anything that begins with `<` is markup. */
  readonly mediaType?: string;
}

/** The standard asks for 1024 at least; browsers find later ones too, by reading the page again. */
const PRESCAN_BYTES = 4096;

/** For guesses; a story's language shows in this much. */
const SAMPLE_BYTES = 64 * 1024;

/** Pairs of bytes can look like UTF-8 by chance, single bytes hardly. */
const CHINESE_JAPANESE_KOREAN = /^(?:gb|big5|euc|shift|iso-2022)/u;

/**
 * The charset of a text by its name in the WHATWG's "Encoding", in the order of its HTML standard (13.2.3.2): byte order
 * mark, `hints.charset`, what the markup says in its first bytes; then valid UTF-8 is UTF-8, and the rest is a
 * guess by the page's language, or windows-1252.
 *
 * Two departures, both where a label is certainly wrong: text labelled UTF-8 of which little is takes the markup's word
 * for another charset, or a guess; and text labelled otherwise that is valid UTF-8
 * with letters beyond ASCII in it is UTF-8.
 */
export function findCharset(body: Uint8Array, hints: CharsetHints): string {
  const marked = charsetOfMark(body);
  if (marked !== undefined) return marked;
  const head = isMarkup(body, hints.mediaType) ? latin1(body.subarray(0, PRESCAN_BYTES)) : '';
  const inHeader = parseLabel(hints.charset);
  const inMarkup = findInMarkup(head);
  const label = inHeader ?? inMarkup;
  if (label === undefined) return guess(body, head);
  if (label.startsWith('utf-16')) return isNarrow(body) ? guess(body, head) : label;
  if (label !== 'utf-8') return isSurelyUtf8(body, label) ? 'utf-8' : label;
  if (isMostlyUtf8(body)) return label;
  return inMarkup === undefined || inMarkup === 'utf-8' ? guess(body, head) : inMarkup;
}

function charsetOfMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

function isMarkup(body: Uint8Array, mediaType: string | undefined): boolean {
  if (mediaType !== undefined) return /html|xml/u.test(mediaType);
  return /^\s*</u.test(latin1(body.subarray(0, 256)));
}

/** A label as the standard reads it, or nothing when it names no charset that text may have. */
function parseLabel(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    const name = new TextDecoder(label).encoding;
    return name === 'x-user-defined' ? 'windows-1252' : name;
  } catch {
    // Not a label: as if there were none.
    return undefined;
  }
}

/** Bytes that spell an ASCII label cannot be UTF-16, so the standard takes that for UTF-8. */
function findInMarkup(head: string): string | undefined {
  const label = parseLabel(findXmlLabel(head) ?? findMetaLabel(head));
  return label?.startsWith('utf-16') === true ? 'utf-8' : label;
}

function findXmlLabel(head: string): string | undefined {
  return /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]+)/u.exec(head)?.[1];
}

function findMetaLabel(head: string): string | undefined {
  const tags = head.replaceAll(/<!--[^]*?-->/gu, '').match(/<meta[\s/][^>]*/giu) ?? [];
  return tags
    .filter(
      (tag) => /http-equiv\s*=\s*["']?\s*content-type/iu.test(tag) || !/\scontent\s*=/iu.test(tag),
    )
    .map((tag) => /[\s;"'/]charset\s*=\s*["']?\s*([^\s"'>;/]+)/iu.exec(tag)?.[1])
    .find((label) => label !== undefined);
}

function isSurelyUtf8(body: Uint8Array, label: string): boolean {
  const { letters, faults } = countUtf8(body);
  return faults === 0 && letters >= (CHINESE_JAPANESE_KOREAN.test(label) ? 16 : 2);
}

function guess(body: Uint8Array, head: string): string {
  const wide = findUtf16(body);
  if (wide !== undefined) return wide;
  if (!isMostlyUtf8(body)) return guessLegacy(body.subarray(0, SAMPLE_BYTES), head);
  return hasJapaneseEscapes(body) ? 'iso-2022-jp' : 'utf-8';
}

/** Text that is UTF-8 and has no NUL is not UTF-16, whoever says so. */
function isNarrow(body: Uint8Array): boolean {
  return !body.subarray(0, PRESCAN_BYTES).includes(0) && isMostlyUtf8(body);
}

/** One bad byte, or a bad advertisement in the page, does not make the rest another charset. */
function isMostlyUtf8(body: Uint8Array): boolean {
  const { letters, faults } = countUtf8(body);
  return faults === 0 || letters >= 4 * faults;
}

/** UTF-16 without its mark: Latin letters, spaces or markup have their NUL always on the same side. */
function findUtf16(body: Uint8Array): string | undefined {
  const sample = body.subarray(0, PRESCAN_BYTES);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte === 0 && index % 2 === 0) even += 1;
    if (byte === 0 && index % 2 === 1) odd += 1;
  }
  const enough = Math.max(2, sample.length / 8);
  if (odd > enough && even * 16 < odd) return 'utf-16le';
  return even > enough && odd * 16 < even ? 'utf-16be' : undefined;
}

/** How many letters beyond ASCII are there in UTF-8, and how many bytes are in none; a cut end is no fault. */
function countUtf8(body: Uint8Array): { readonly letters: number; readonly faults: number } {
  let letters = 0;
  let faults = 0;
  for (let index = 0; index < body.length; index += 1) {
    const lead = body[index] ?? 0;
    if (lead < 0x80) continue;
    const followers = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    if (lead >= 0xc2 && index + followers >= body.length) break;
    if (lead >= 0xc2 && lead <= 0xf4 && areFollowers(body, index + 1, followers)) {
      letters += 1;
      index += followers;
    } else {
      faults += 1;
    }
  }
  return { letters, faults };
}

function areFollowers(body: Uint8Array, start: number, count: number): boolean {
  for (let index = start; index < start + count; index += 1) {
    if (((body[index] ?? 0) & 0xc0) !== 0x80) return false;
  }
  return true;
}

/** RFC 1468: seven bits alone, into JIS X 0208 and back to ASCII. */
function hasJapaneseEscapes(body: Uint8Array): boolean {
  if (!isAscii(body)) return false;
  const sample = latin1(body.subarray(0, SAMPLE_BYTES));
  return /\x1b\$[@B]/u.test(sample) && /\x1b\([BJ]/u.test(sample);
}

function guessLegacy(sample: Uint8Array, head: string): string {
  const language = /<html[^>]{0,500}?\slang\s*=\s*["']?([a-z]{2}(?:-[a-z]{2})?)/iu
    .exec(head)?.[1]
    ?.toLowerCase();
  const byLanguage = new Map(Object.entries(charsetsByLanguage));
  const candidates =
    byLanguage.get(language ?? '') ?? byLanguage.get(language?.slice(0, 2) ?? '') ?? [];
  const charset = candidates.find((candidate) => fits(sample, candidate)) ?? candidates[0];
  if (charset === 'windows-1251' || (charset === undefined && isCyrillic(sample))) {
    return isLowerCaseFirst(sample) ? 'koi8-u' : 'windows-1251';
  }
  return charset ?? 'windows-1252';
}

function fits(sample: Uint8Array, charset: string): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    // Bytes that this charset does not have: the next one may.
    return false;
  }
}

/** Words of high letters with spaces between them; East Asian pairs lie lower, and Latin accents are few. */
function isCyrillic(sample: Uint8Array): boolean {
  const text = latin1(sample);
  const letters = countOf(text, /[\xC0-\xFF]/gu);
  const others = countOf(text, /[A-Za-z]/gu);
  return (
    letters > others &&
    letters > 20 * countOf(text, /[\x80-\x9F]/gu) &&
    countOf(text, /[ \n]/gu) * 20 > letters
  );
}

/** KOI8 has its small letters where windows-1251 has its capitals. */
function isLowerCaseFirst(sample: Uint8Array): boolean {
  const text = latin1(sample);
  return countOf(text, /[\xC0-\xDF]/gu) > countOf(text, /[\xE0-\xFF]/gu);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
