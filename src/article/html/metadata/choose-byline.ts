import { cleanAuthors, findByline, isLabelledByline, readByline } from '../../head/byline.ts';
import { findDateLine, readDate } from '../../head/date-line.ts';
import { isPersonName } from '../../head/person-name.ts';
import { cleanText } from './clean-text.ts';
import { elementText } from './element-text.ts';
import type { PageElement } from './metadata.ts';
import names from './page-names.json' with { type: 'json' };
import { isInForeign, isUnseen } from './is-foreign.ts';
import { foldTitle } from './same-words.ts';
import { isExactSite, isSiteName } from './site-title.ts';
import type { Surroundings } from './surroundings.ts';

export interface BylineSources {
  readonly structured: readonly string[];
  /** Author values of meta elements, one list for each name, most trusted first. */
  readonly metas: readonly (readonly string[])[];
  readonly credits: readonly PageElement[];
  readonly near: Surroundings | undefined;
  readonly headline: PageElement | undefined;
  readonly siteKeys: readonly string[];
  readonly siteName: string;
}

const MAX_CREDIT_CHARS = 200;
const CREDIT_NAME = new RegExp(names.byline, 'iu');
const OTHER_NAME = new RegExp(names.notByline, 'iu');

/** Every author of the article: people first of all; a body only where the page shows or names one that is not the site. */
export function chooseByline(sources: BylineSources): readonly string[] {
  const near = sources.near;
  const isNear = (element: PageElement): boolean => near?.elements.has(element) ?? false;
  const shown = shownByline(near);
  const seen = creditNames(sources, isNear);
  const told = [sources.structured, ...sources.metas].map((values) =>
    cleanAuthors(values, sources.siteName),
  );
  const far =
    seen.length > 0
      ? []
      : creditNames(sources, (element) => !isInForeign(element, sources.headline)).slice(0, 3);
  const lists = [shown, ...told, seen, far];
  const [first, ...others] = lists
    .map((list) => list.filter((name) => isPersonName(name) && !isSiteName(name, sources.siteKeys)))
    .filter((list) => list.length > 0);
  if (first !== undefined) return others.find((other) => isMore(other, first)) ?? first;
  const isOther = (name: string): boolean => !isExactSite(name, sources.siteKeys) && isPlain(name);
  const bodies = [
    shown.filter(isPlain),
    seen.filter(isPlain),
    ...told.map((list) => list.filter(isOther)),
  ];
  return bodies.find((list) => list.length > 0) ?? [];
}

/** A line of this length is the story's; below it a bare name is somebody else's: a source, a contact. */
const PROSE_CHARS = 160;

/** The byline in the lines around the headline: after it first, and alone or beside a date. */
function shownByline(near: Surroundings | undefined): readonly string[] {
  const lines = near?.lines ?? [];
  const after = lines.filter(({ isAfter }) => isAfter);
  const prose = after.findIndex(({ text }) => text.length > PROSE_CHARS);
  const head = after.filter(({ text }, at) => prose === -1 || at < prose || isLabelledByline(text));
  for (const { text } of [...head, ...lines.filter(({ isAfter }) => !isAfter)]) {
    const isDated = text.length <= PROSE_CHARS && readDate(text) !== undefined;
    const found = isDated ? findByline(text) : readByline(text);
    if (found !== undefined && found.length > 0) return found;
  }
  return [];
}

/** Whether a list names all of another's people and more. */
function isMore(list: readonly string[], than: readonly string[]): boolean {
  const keys = new Set(list.map(foldTitle));
  return (
    list.length > than.length && list.length <= 8 && than.every((name) => keys.has(foldTitle(name)))
  );
}

function isPlain(name: string): boolean {
  return name.length <= 60 && !/^\d|[:/@]|\.(?:com|org|net)\b/iu.test(name);
}

/** Names in elements that are marked as the author's. */
function creditNames(
  sources: BylineSources,
  isWanted: (element: PageElement) => boolean,
): readonly string[] {
  const found: string[] = [];
  for (const element of sources.credits) {
    if (!isWanted(element) || !isCredit(element) || isUnseen(element)) continue;
    const line = cleanText(elementText(element, MAX_CREDIT_CHARS * 4, true), MAX_CREDIT_CHARS);
    if (line.length >= MAX_CREDIT_CHARS) continue;
    const labelled = readByline(line);
    if (labelled === undefined && holdsCredit(element, sources.credits)) continue;
    found.push(...(labelled ?? cleanAuthors([withoutDate(line)], sources.siteName)));
  }
  return cleanAuthors(found, sources.siteName);
}

/** Whether another author element stands inside: then that one says it more exactly. */
function holdsCredit(element: PageElement, credits: readonly PageElement[]): boolean {
  const next = credits.indexOf(element) + 1;
  return credits.slice(next, next + 4).some((other) => {
    let at = other.parentElement;
    for (let climbed = 0; at !== null && climbed < 8; climbed += 1) {
      if (at === element) return (other.textContent ?? '').trim() !== '' && isCredit(other);
      at = at.parentElement;
    }
    return false;
  });
}

function isCredit(element: PageElement): boolean {
  if (/author/iu.test(element.getAttribute('itemprop') ?? '')) return true;
  const label = element.getAttribute('class')?.slice(0, 300) ?? '';
  if (/author/iu.test(element.getAttribute('rel') ?? ''))
    return !/img|image|avatar|photo/iu.test(label);
  return label.split(/\s+/u).some((name) => CREDIT_NAME.test(name) && !OTHER_NAME.test(name));
}

/** Bylines often end in a date: "Mara Voss | 2 April 2031". */
function withoutDate(line: string): string {
  const pieces = line.split(/\s*[|·•]\s*/u);
  return pieces.filter((piece) => findDateLine(piece) === undefined).join(' | ');
}
