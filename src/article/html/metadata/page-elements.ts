import type { PageDocument, PageElement } from './metadata.ts';

/** The parts of a page that say something about its article, collected once, in the page's order. */
export interface PageElements {
  /** Values of `meta` elements by lower-case name, property, itemprop or http-equiv. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  /** `link` elements by rel. */
  readonly links: ReadonlyMap<string, string>;
  readonly jsonLd: readonly string[];
  readonly documentTitle: string;
  readonly htmlLanguage: string;
  readonly headings: readonly PageElement[];
  readonly times: readonly PageElement[];
  /** Elements with `itemprop`, besides `meta` ones. */
  readonly properties: readonly PageElement[];
  /** Elements whose rel or class speaks of an author. */
  readonly credits: readonly PageElement[];
}

const MAX_METAS = 500;
const MAX_VALUE_CHARS = 20_000;
/** Collects them in one pass over the document. */
export function pageElements(document: PageDocument): PageElements {
  const metas = new Map<string, string[]>();
  const links = new Map<string, string>();
  const jsonLd: string[] = [];
  const found = { headings: [], times: [], properties: [], credits: [] } as Record<
    'headings' | 'times' | 'properties' | 'credits',
    PageElement[]
  >;
  let documentTitle = '';
  // Looking at every element is several times quicker here than a selector with many parts.
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    if (name === 'meta') addMeta(element, metas);
    else if (name === 'link') addLink(element, links);
    else if (name === 'script') {
      if (/ld\+json/iu.test(element.getAttribute('type') ?? ''))
        jsonLd.push(element.textContent ?? '');
    } else if (name === 'title') {
      // An inline picture may have a title too.
      if (documentTitle === '' && element.parentElement?.localName !== 'svg')
        documentTitle = element.textContent ?? '';
    } else {
      if (name === 'h1' || name === 'h2') found.headings.push(element);
      if (name === 'time') found.times.push(element);
      if (element.getAttribute('itemprop') !== null) found.properties.push(element);
      if (isCredit(element)) found.credits.push(element);
    }
  }
  return {
    metas,
    links,
    jsonLd,
    documentTitle,
    htmlLanguage: languageOf(document.documentElement),
    headings: found.headings.slice(0, 60),
    times: found.times.slice(0, 200),
    properties: found.properties.slice(0, 400),
    credits: found.credits.slice(0, 200),
  };
}

function addMeta(element: PageElement, metas: Map<string, string[]>): void {
  const content = element.getAttribute('content') ?? element.getAttribute('value') ?? '';
  if (content.trim() === '' || metas.size >= MAX_METAS) return;
  for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
    const key = element.getAttribute(attribute)?.trim().toLowerCase().slice(0, 80);
    if (key === undefined || key === '') continue;
    const values = metas.get(key) ?? [];
    if (values.length < 40) metas.set(key, [...values, content.slice(0, MAX_VALUE_CHARS)]);
  }
}

function addLink(element: PageElement, links: Map<string, string>): void {
  const href = element.getAttribute('href');
  const rels = element.getAttribute('rel')?.toLowerCase().split(/\s+/u) ?? [];
  if (href === null || href.length > 2_000) return;
  for (const rel of rels.slice(0, 8)) if (!links.has(rel) && links.size < 100) links.set(rel, href);
}

function isCredit(element: PageElement): boolean {
  if (/(?:^|\s)author(?:\s|$)/iu.test(element.getAttribute('rel') ?? '')) return true;
  return /author|byline|by-line|autor|auteur|writer/iu.test(element.getAttribute('class') ?? '');
}

function languageOf(root: PageElement | null): string {
  return root?.getAttribute('lang') ?? root?.getAttribute('xml:lang') ?? '';
}
