import { detectLanguage } from '../../text/language.ts';
import { plainText } from '../../text/plain-text.ts';
import { canonicalAddress } from './canonical-address.ts';
import type { Term } from './read-terms.ts';
import { readTerms } from './read-terms.ts';
import type { Report } from './report.ts';
import { isPartWord, looksBack } from './report-words.ts';
import { sketchText } from './sketch-text.ts';

/** What tells a story again: plain data of about a kilobyte, kept for what was posted before. */
export interface Fingerprint {
  readonly version: 1;
  /** Canonical; none for an item without an address of its own. */
  readonly addresses: readonly string[];
  readonly source: string;
  /** A primary tag; `und` where that cannot be told. */
  readonly language: string;
  readonly publishedAtMs?: number;
  /** Stems of the title in their order, names and numbers among them. */
  readonly title: readonly string[];
  /** Days and part numbers of the title: where they differ it is the next of a series. */
  readonly series: readonly string[];
  /** Of title and text. */
  readonly names: readonly string[];
  readonly numbers: readonly string[];
  /** Other stems of title and text. */
  readonly words: readonly string[];
  readonly sketch: readonly number[];
  /** It tells what came after something: "two days after". */
  readonly isFollowUp: boolean;
}

/** How much of a report is looked at: what stands further down is background, and would be the same in other stories. */
const MAX_TITLE_CHARS = 300;
const MAX_LEDE_CHARS = 500;
const MAX_TEXT_CHARS = 1500;
/** How much of it is kept. */
const MAX_TITLE_TERMS = 24;
const MAX_NAMES = 24;
const MAX_NUMBERS = 12;
const MAX_WORDS = 48;
const MAX_ADDRESS_CHARS = 500;
const MAX_SOURCE_CHARS = 100;

/** Reads what tells a report's story again. Takes the same time for a text of any length. */
export function fingerprint(report: Report): Fingerprint {
  const title = plainText(report.title.slice(0, 2 * MAX_TITLE_CHARS)).slice(0, MAX_TITLE_CHARS);
  const text = plainText(report.text.slice(0, 2 * MAX_TEXT_CHARS)).slice(0, MAX_TEXT_CHARS);
  const lede = ledeOf(text);
  const language = languageOf(report.language, `${title}. ${lede}`);
  const titleTerms = readTerms(title, language);
  const terms = [...titleTerms, ...readTerms(lede, language)];
  const names = stemsOf(terms, 'name', MAX_NAMES);
  const isName = new Set(names);
  const words = stemsOf(terms, 'word', MAX_NAMES + MAX_WORDS).filter((stem) => !isName.has(stem));
  return {
    version: 1,
    addresses: addressesOf(report),
    source: plainText(report.source.slice(0, MAX_SOURCE_CHARS)),
    language,
    ...(report.publishedAtMs === undefined ? {} : { publishedAtMs: report.publishedAtMs }),
    title: titleTerms
      .filter(({ kind }) => kind !== 'calendar')
      .slice(0, MAX_TITLE_TERMS)
      .map(({ stem }) => stem),
    series: seriesOf(title, titleTerms),
    names,
    numbers: stemsOf(terms, 'number', MAX_NUMBERS),
    words: words.slice(0, MAX_WORDS),
    sketch: sketchText(text),
    isFollowUp: looksBack(`${title}. ${lede}`, language),
  };
}

function addressesOf({ url, canonicalUrl }: Report): readonly string[] {
  const found = [canonicalUrl, url].flatMap((address) => {
    const canonical = address === undefined ? undefined : canonicalAddress(address);
    // A site's front page is where feeds point that know no better: it tells no story.
    const isStory = canonical !== undefined && /[/?#]/u.test(canonical);
    return isStory && canonical.length <= MAX_ADDRESS_CHARS ? [canonical] : [];
  });
  return [...new Set(found)];
}

/** The first sentences, up to a word's end. */
function ledeOf(text: string): string {
  return text.length <= MAX_LEDE_CHARS
    ? text
    : text.slice(0, MAX_LEDE_CHARS).replace(/\s\S*$/u, '');
}

function languageOf(declared: string | undefined, text: string): string {
  const primary = /^[a-z]{2,3}(?=$|[-_])/u.exec((declared ?? '').toLowerCase())?.[0];
  return primary ?? detectLanguage(text);
}

function stemsOf(terms: readonly Term[], kind: Term['kind'], limit: number): readonly string[] {
  const stems = terms.filter((term) => term.kind === kind).map(({ stem }) => stem);
  return [...new Set(stems)].slice(0, limit);
}

/** "Weather for Tuesday" and "episode 113" are not what they were on Monday and at 112. */
function seriesOf(title: string, terms: readonly Term[]): readonly string[] {
  const days = terms.filter(({ kind }) => kind === 'calendar').map(({ stem }) => stem);
  const dates = [...title.matchAll(DATE)].map(([date]) => date.toLowerCase());
  const parts = [...title.matchAll(PART)].flatMap(([, word = '', number = '']) =>
    isPartWord(word.toLowerCase()) ? [`#${number}`] : [],
  );
  const marked = [...title.matchAll(/#\s?\d{1,5}/gu)].map(([mark]) => mark.replace(/\s/u, ''));
  return [...new Set([...days, ...dates, ...parts, ...marked])].sort();
}

/** "6 April", "April 6", "6.4.", "2026-04-06", "4/6/2026". */
const DATE =
  /\b\d{1,2}\.? (?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|mär)\p{L}*|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}* \d{1,2}\b|\b\d{1,2}\.\d{1,2}\.(?:\d{2,4})?|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/giu;
const PART = /(\p{L}{1,12})\.? (\d{1,5})\b/gu;
