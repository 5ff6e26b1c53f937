import type { LdNode } from './json-ld.ts';
import { cleanBody } from './clean-text.ts';
import names from './page-names.json' with { type: 'json' };

/** What JSON-LD says about the page's article, as it says it. */
export interface LdArticle {
  readonly headline?: string;
  readonly authors: readonly string[];
  readonly published?: string;
  readonly modified?: string;
  readonly publisher?: string;
  readonly siteName?: string;
  readonly language?: string;
  readonly images: readonly string[];
  readonly body?: string;
  readonly accessibleForFree?: boolean;
  readonly paywalledSelectors: readonly string[];
  readonly types: readonly string[];
}

export interface LdHints {
  /** The page's own addresses: of several articles, the one with such an address is meant. */
  readonly urls: readonly string[];
  /** Whether a headline is the page's. */
  readonly isTitle: (headline: string) => boolean;
}

const MAX_BODY_CHARS = 1_000_000;
const RANKS: ReadonlyMap<string, number> = new Map(
  Object.entries(names.ldTypes).flatMap(([rank, types]) =>
    types.map((type): [string, number] => [type, Number(rank)]),
  ),
);

/** Finds the node that describes the page's article and reads it; its empty fields are filled from the page's node. */
export function readLdArticle(nodes: readonly LdNode[], hints: LdHints): LdArticle {
  const byId = new Map<string, LdNode>();
  for (const node of nodes) {
    const id = textOf(node['@id']);
    if (id !== undefined && Object.keys(node).length > 1 && !byId.has(id)) byId.set(id, node);
  }
  const ranked = nodes
    .map((node, order) => ({ node, order, rank: rankOf(node, hints) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.order - b.order);
  const main = ranked[0]?.node ?? {};
  const pages = [
    main,
    ...ranked
      .slice(1, 6)
      .map(({ node }) => node)
      .filter(isWebPage),
  ];
  const first = (read: (node: LdNode) => string | undefined): string | undefined => {
    for (const page of pages) {
      const value = read(page);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const isArticle = ranked[0] !== undefined && !isWebPage(main);
  return {
    ...present(
      'headline',
      textOf(main['headline']) ?? (isArticle ? textOf(main['name']) : undefined),
    ),
    authors:
      ['author', 'creator']
        .map((key) => authorsOf(main[key], byId))
        .find((found) => found.length > 0) ?? [],
    ...present(
      'published',
      first((node) => textOf(node['datePublished'])) ??
        first((node) => textOf(node['dateCreated']) ?? textOf(node['uploadDate'])),
    ),
    ...present(
      'modified',
      first((node) => textOf(node['dateModified'])),
    ),
    ...present(
      'publisher',
      first((node) => nameOf(node['publisher'], byId)),
    ),
    ...present('siteName', siteNameOf(nodes)),
    ...present(
      'language',
      first(
        (node) =>
          textOf(node['inLanguage']) ?? textOf(objectOf(node['inLanguage'])['alternateName']),
      ),
    ),
    images: pages.flatMap((node) => imagesOf(node['image'], byId)).slice(0, 8),
    ...present('body', bodyOf(main)),
    ...accessOf(nodes),
    types: [...new Set(nodes.slice(0, 50).flatMap(typesOf))].slice(0, 20),
  };
}

function present<Key extends string>(
  key: Key,
  value: string | undefined,
): Partial<Record<Key, string>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<Key, string>>);
}

function rankOf(node: LdNode, hints: LdHints): number {
  const rank = Math.max(
    0,
    ...typesOf(node).map((type) => RANKS.get(type) ?? (type.endsWith('article') ? 4 : 0)),
  );
  if (rank === 0) return 0;
  const addresses = [
    node['url'],
    node['@id'],
    node['mainEntityOfPage'],
    objectOf(node['mainEntityOfPage'])['@id'],
  ];
  const isHere = addresses.some((address) =>
    hints.urls.includes(textOf(address)?.replace(/#.*$/u, '') ?? ''),
  );
  const headline = textOf(node['headline']) ?? textOf(node['name']);
  const isTitled = headline !== undefined && hints.isTitle(headline);
  return rank + (isTitled ? 3 : 0) + (isHere ? 2 : 0);
}

function bodyOf(node: LdNode): string | undefined {
  const text = textOf(node['articleBody']) ?? textOf(node['reviewBody']);
  return text === undefined ? undefined : cleanBody(text, MAX_BODY_CHARS);
}

function isWebPage(node: LdNode): boolean {
  return typesOf(node).some((type) => RANKS.get(type) === 1);
}

function typesOf(node: LdNode): readonly string[] {
  return listOf(node['@type'])
    .map((type) =>
      textOf(type)
        ?.replace(/^.*[/:#]/u, '')
        .toLowerCase(),
    )
    .filter((type) => type !== undefined)
    .map((type) => type.slice(0, 60));
}

/** People before organisations; names as they stand. */
function authorsOf(value: unknown, byId: ReadonlyMap<string, LdNode>): readonly string[] {
  const people: string[] = [];
  const bodies: string[] = [];
  for (const one of listOf(value).flatMap(listOf).slice(0, 30)) {
    const node = resolve(one, byId);
    const texts = typeof one === 'string' ? [one] : listOf(node['name']).map(textOf);
    const isBody = typesOf(node).some(
      (type) => type.endsWith('organization') || type === 'corporation',
    );
    for (const text of texts) if (text !== undefined) (isBody ? bodies : people).push(text);
  }
  return [...people, ...bodies];
}

function nameOf(value: unknown, byId: ReadonlyMap<string, LdNode>): string | undefined {
  const first = listOf(value)[0];
  return textOf(first) ?? textOf(listOf(resolve(first, byId)['name'])[0]);
}

function siteNameOf(nodes: readonly LdNode[]): string | undefined {
  return textOf(
    nodes.find((node) => typesOf(node).includes('website') && textOf(node['name']) !== undefined)?.[
      'name'
    ],
  );
}

function imagesOf(value: unknown, byId: ReadonlyMap<string, LdNode>): readonly string[] {
  return listOf(value)
    .slice(0, 4)
    .map(
      (one) =>
        textOf(one) ??
        textOf(listOf(resolve(one, byId)['url'])[0]) ??
        textOf(resolve(one, byId)['contentUrl']),
    )
    .filter((one) => one !== undefined);
}

function accessOf(
  nodes: readonly LdNode[],
): Pick<LdArticle, 'accessibleForFree' | 'paywalledSelectors'> {
  const said = nodes.map((node) => freeOf(node['isAccessibleForFree']));
  const selectors = nodes
    .filter((node) => freeOf(node['isAccessibleForFree']) === false)
    .flatMap((node) => listOf(node['cssSelector']).map(textOf))
    .filter((selector) => selector !== undefined)
    .map((selector) => selector.slice(0, 200));
  const accessibleForFree = said.includes(false) ? false : said.includes(true) ? true : undefined;
  return {
    ...(accessibleForFree === undefined ? {} : { accessibleForFree }),
    paywalledSelectors: selectors.slice(0, 10),
  };
}

function freeOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = textOf(value)?.toLowerCase().replace(/^.*\//u, '');
  return text === 'false' ? false : text === 'true' ? true : undefined;
}

function resolve(value: unknown, byId: ReadonlyMap<string, LdNode>): LdNode {
  const node = objectOf(value);
  const id = textOf(node['@id']);
  return node['name'] === undefined && node['url'] === undefined && id !== undefined
    ? (byId.get(id) ?? node)
    : node;
}

function objectOf(value: unknown): LdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as LdNode)
    : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
