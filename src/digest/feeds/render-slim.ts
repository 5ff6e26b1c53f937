import type { FeedRoot } from './slim-feed.ts';
import { isName } from './xml-name.ts';

export const MAX_ATTRIBUTE_CHARS = 2000;

export type Attributes = Readonly<Record<string, string>>;

interface SlimParts {
  /** Attributes of the root. */
  readonly namespaces: string;
  /** Elements, as they are written. */
  readonly head: readonly string[];
  readonly items: readonly string[];
}

/** A feed of its parts, in the namespace that its format is read in. */
export function renderSlim(root: FeedRoot, parts: SlimParts): string {
  const { namespaces } = parts;
  const head = parts.head.join('');
  const items = parts.items.join('');
  switch (root) {
    case 'atom':
      return `<feed xmlns="http://www.w3.org/2005/Atom"${namespaces}>${head}${items}</feed>`;
    case 'rss':
      return `<rss version="2.0"${namespaces}><channel>${head}${items}</channel></rss>`;
    case 'rdf': {
      const own =
        ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"';
      const others = namespaces.replaceAll(/ xmlns:rdf="[^"]*"/gu, '');
      return `<rdf:RDF${own}${others}><channel>${head}</channel>${items}</rdf:RDF>`;
    }
  }
}

/** Those with plain names that are kept, each cut. */
export function renderAttributes(attributes: Attributes, isKept: (key: string) => boolean): string {
  return Object.entries(attributes)
    .filter(([key]) => isName(key) && isKept(key))
    .map(([key, value]) => ` ${key}="${escapeXml(value.slice(0, MAX_ATTRIBUTE_CHARS))}"`)
    .join('');
}

/** Text or an attribute's value. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
