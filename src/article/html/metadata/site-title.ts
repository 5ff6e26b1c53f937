import { foldTitle } from './same-words.ts';

/** Between a headline and a site's name; a colon only after a name in front. */
const SEPARATOR = /\s+[|–—«»·•∣│‖⎜›>~/-]+\s+|\s*[|»«│∣]\s*|\s+::\s+|:\s+|\s+-{1,2}(?=\S)/gu;
const MAX_PIECES = 12;

/** A site's names without spaces and punctuation, for comparing with a piece of a title. */
export function siteKeys(
  names: readonly (string | undefined)[],
  host: string | undefined,
): readonly string[] {
  const labels = host?.split('.') ?? [];
  const domain =
    labels.length > 1
      ? labels.slice(0, -1).filter((label) => label !== 'www' && label.length > 3)
      : [];
  const all = [...names, ...domain, host?.replace(/^www\./u, '')].filter(
    (name) => name !== undefined,
  );
  return [...new Set(all.map(compact))].filter((key) => key.length >= 2);
}

/** Whether a piece of a title is a site's name, or nearly ("Harbour Post", "harbourpost.example"). */
export function isSiteName(piece: string, keys: readonly string[]): boolean {
  const key = compact(piece);
  if (key === '') return false;
  return keys.some((site) => {
    if (key === site) return true;
    const [short, long] = key.length < site.length ? [key, site] : [site, key];
    const isNear = short.length >= 4 && (long.startsWith(short) || long.endsWith(short));
    return (
      (isNear && short.length / long.length >= 0.4) ||
      (site.length >= 3 && site.length <= 5 && initials(piece) === site)
    );
  });
}

/** Whether a text is one of the site's names and nothing more. */
export function isExactSite(text: string, keys: readonly string[]): boolean {
  return keys.includes(compact(text));
}

/**
 * A title without the site's name before or after it. What else stands behind a bar goes when the rest is a
 * headline that the page shows; a headline's own dash or colon stays.
 */
export function withoutSite(
  title: string,
  keys: readonly string[],
  shown: readonly string[],
): string {
  const pieces = split(title);
  if (pieces.length < 2) return title;
  let first = 0;
  let last = pieces.length;
  const textOf = (): string => title.slice(pieces[first]?.start, pieces[last - 1]?.end).trim();
  const isShown = (): boolean =>
    shown.some((headline) => foldTitle(headline) === foldTitle(textOf()));
  while (last - first > 1 && !isShown()) {
    const end = pieces[last - 1];
    const begin = pieces[first];
    if (end !== undefined && end.mark !== ':' && isSiteName(end.text, keys)) last -= 1;
    else if (begin !== undefined && isSiteName(begin.text, keys)) first += 1;
    else break;
  }
  const cut = first > 0 || last < pieces.length;
  const exact = shownPart(title, pieces, shown);
  if (exact !== undefined) return exact;
  while (last - first > 1) {
    const end = pieces[last - 1];
    if (end === undefined || !/^[|»│∣]|^::/u.test(end.mark) || wordCount(end.text) > (cut ? 3 : 4))
      break;
    if (wordCount(title.slice(pieces[first]?.start, pieces[last - 2]?.end)) < 3) break;
    last -= 1;
  }
  return textOf() === '' ? title : textOf();
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The separator before it. */
  readonly mark: string;
}

function split(title: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let mark = '';
  for (const match of title.matchAll(SEPARATOR)) {
    if (pieces.length >= MAX_PIECES) break;
    pieces.push({ text: title.slice(start, match.index), start, end: match.index, mark });
    mark = match[0].trim();
    start = match.index + match[0].length;
  }
  pieces.push({ text: title.slice(start), start, end: title.length, mark });
  return pieces.filter((piece) => piece.text.trim() !== '');
}

/** The longest run of pieces that is a headline the page shows. */
function shownPart(
  title: string,
  pieces: readonly Piece[],
  shown: readonly string[],
): string | undefined {
  const folded = new Set(shown.map(foldTitle).filter((text) => text !== ''));
  for (let length = pieces.length; length > 0; length -= 1) {
    for (let at = 0; at + length <= pieces.length; at += 1) {
      const part = title.slice(pieces[at]?.start, pieces[at + length - 1]?.end).trim();
      if (folded.has(foldTitle(part)) && wordCount(part) >= 2) return part;
    }
  }
  return undefined;
}

function wordCount(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function initials(text: string): string {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.charAt(0).toLowerCase())
    .join('');
}

function compact(text: string): string {
  return foldTitle(text)
    .replace(/^(?:the|www|der|die|das|le|la|el) /u, '')
    .replace(/ /gu, '');
}

/** What stands behind the headline in a document's title, or before it: the site's name, where nothing else says it. */
export function siteSuffix(documentTitle: string, title: string): string | undefined {
  const pieces = split(documentTitle);
  const headline = foldTitle(title);
  if (pieces.length < 2 || headline === '') return undefined;
  const ends = [pieces.at(-1), pieces[0]].map((piece) => piece?.text.trim() ?? '');
  return ends
    .find((end) => end !== '' && !headline.includes(foldTitle(end)) && wordCount(end) <= 4)
    ?.slice(0, 80);
}
