import { Parser } from 'htmlparser2';
import {
  type Attributes,
  escapeXml,
  MAX_ATTRIBUTE_CHARS,
  renderAttributes,
  renderSlim,
} from './render-slim.ts';
import { isName, localName, markupName, prefixOf } from './xml-name.ts';

/** Ours, as is what is in a feed at most. */
export const MAX_ITEMS = 200;

/** The feed is looked at so much at a time, so that one beyond a bound costs no more than the part before it. */
const CHUNK_CHARS = 65_536;
/** Depth within which elements stand in feeds, markup that nobody escaped included. */
const MAX_DEPTH = 200;
const MAX_ATTRIBUTES = 60;
const MAX_FIELD_CHARS = 2000;
const MAX_TEXT_FIELD_CHARS = 12_000;
/** An item says the same thing a few times at most: as description, content, summary. */
const MAX_FIELDS = 40;
const MAX_HEAD_FIELDS = 40;

const ROOTS: ReadonlyMap<string, FeedRoot> = new Map([
  ['rss', 'rss'],
  ['channel', 'rss'],
  ['feed', 'atom'],
  ['rdf', 'rdf'],
]);

const HEAD_FIELDS = new Set('title link language lang ttl updateperiod updatefrequency'.split(' '));
const ITEM_FIELDS = new Set(
  (
    'title link description encoded guid pubdate date creator author id summary content updated published modified ' +
    'issued created'
  ).split(' '),
);
const TEXT_FIELDS = new Set('description encoded content summary'.split(' '));
/** They have titles, links and contents of their own, that are not the item's. */
const OTHER_PREFIX = /^(?:media|itunes|googleplay|podcast|thr|geo|georss|image|sy\d)$/u;

export type FeedRoot = 'rss' | 'atom' | 'rdf';

/** A feed as small, well-formed XML without a type declaration: what an XML parser may be given. */
export interface SlimFeed {
  readonly root: FeedRoot;
  /** The first items, and the last where there are more; whole ones only. */
  readonly first: string;
  readonly last?: string;
}

/**
 * Reads XML once from front to back, without building anything, and writes its first and last items anew: only what
 * is read of a feed, escaped, cut, links made absolute where `xml:base` says how. Declared entities are not expanded.
 * What is not well-formed is taken as a browser takes HTML; an item that the end cuts through is left out, and what
 * comes beyond a bound of depth or attributes is an end. Undefined for what is no feed.
 */
export function slimFeed(xml: string, address: string): SlimFeed | undefined {
  const feed = new Slimmer(address);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => feed.open(name, attributes),
      onclosetag: (name) => feed.close(name),
      ontext: (text) => feed.text(text),
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let at = 0; at < xml.length && !feed.isBeyondBounds; at += CHUNK_CHARS) {
    parser.write(xml.slice(at, at + CHUNK_CHARS));
  }
  if (!feed.isBeyondBounds) {
    feed.endsHere();
    parser.end();
  }
  return feed.result();
}

interface Field {
  readonly name: string;
  readonly attributes: string;
  readonly maxChars: number;
  /** What its text is relative to, where that is a link and an `xml:base` says so. */
  readonly base: string | undefined;
  readonly depth: number;
  readonly isPerson: boolean;
  parts: string[];
  chars: number;
}

interface Item {
  readonly depth: number;
  readonly start: string;
  readonly base: string | undefined;
  fields: string[];
}

class Slimmer {
  readonly #head: string[] = [];
  readonly #first: string[] = [];
  /** The last items in a ring. */
  readonly #last: string[] = [];
  #items = 0;
  #depth = 0;
  #rootDepth = 0;
  #root: FeedRoot | undefined;
  #rootPrefix = '';
  #namespaces = '';
  #isPage = false;
  #isOver = false;
  readonly #address: string;
  /** As `xml:base` says; without one a link is the reader's to resolve, who knows the site. */
  #base: string | undefined;
  #item: Item | undefined;
  #field: Field | undefined;
  /** In an author: the depth of the part that is read, or of one that is not. */
  #personPart: { readonly depth: number; readonly isName: boolean } | undefined;

  constructor(address: string) {
    this.#address = address;
  }

  get isBeyondBounds(): boolean {
    return this.#isPage || this.#depth > MAX_DEPTH || this.#isOver;
  }

  /** What the parser closes from now on was never closed in the feed. */
  endsHere(): void {
    this.#isOver = true;
  }

  open(rawName: string, attributes: Attributes): void {
    this.#depth += 1;
    if (this.#isOver || this.#isPage) return;
    if (Object.keys(attributes).length > MAX_ATTRIBUTES) {
      this.#isOver = true;
      return;
    }
    if (this.#field !== undefined) {
      this.#openInField(this.#field, rawName);
      return;
    }
    const name = this.#nameOf(rawName);
    const local = localName(name);
    if (this.#root === undefined) this.#openRoot(rawName, local, attributes);
    else if (local === 'item' || local === 'entry') this.#openItem(name, attributes);
    else if (this.#item !== undefined) this.#openItemField(name, local, attributes);
    else this.#openHeadField(name, local, attributes);
  }

  text(text: string): void {
    const field = this.#field;
    if (field === undefined || this.#isOver) return;
    if (this.#personPart?.isName === false) return;
    const rest = text.slice(0, Math.max(0, field.maxChars - field.chars));
    if (rest === '') return;
    field.chars += rest.length;
    field.parts.push(rest);
  }

  close(name: string): void {
    const depth = this.#depth;
    this.#depth -= 1;
    if (this.#isOver) return;
    if (this.#personPart?.depth === depth) this.#personPart = undefined;
    if (this.#field !== undefined) {
      if (this.#field.depth === depth) this.#closeField(this.#field);
      else if (!this.#field.isPerson) this.text(`</${markupName(name)}>`);
    } else if (this.#item?.depth === depth) {
      this.#closeItem(this.#item);
    }
  }

  result(): SlimFeed | undefined {
    if (this.#root === undefined) return undefined;
    const first = this.#render(this.#root, this.#first);
    if (this.#items <= MAX_ITEMS) return { root: this.#root, first };
    const at = this.#items % MAX_ITEMS;
    const last = [...this.#last.slice(at), ...this.#last.slice(0, at)];
    return { root: this.#root, first, last: this.#render(this.#root, last) };
  }

  #render(root: FeedRoot, items: readonly string[]): string {
    return renderSlim(root, { namespaces: this.#namespaces, head: this.#head, items });
  }

  #nameOf(rawName: string): string {
    const prefix = `${this.#rootPrefix}:`;
    return this.#rootPrefix !== '' && this.#root === 'atom' && rawName.startsWith(prefix)
      ? rawName.slice(prefix.length)
      : rawName;
  }

  #openRoot(rawName: string, local: string, attributes: Attributes): void {
    if (local === 'html') this.#isPage = true;
    const root = ROOTS.get(local);
    if (root === undefined) return;
    this.#root = root;
    this.#rootDepth = this.#depth;
    this.#rootPrefix = rawName.includes(':') ? (rawName.split(':')[0] ?? '') : '';
    this.#base = this.#baseOf(attributes, undefined);
    this.#namespaces = renderAttributes(attributes, isForRoot);
  }

  #openItem(name: string, attributes: Attributes): void {
    // One that was never closed ends where the next begins.
    if (this.#item !== undefined) this.#closeItem(this.#item);
    if (!isName(name)) return;
    this.#item = {
      depth: this.#depth,
      start: `<${name}${renderAttributes(attributes, isForItem)}>`,
      base: this.#baseOf(attributes, this.#base),
      fields: [],
    };
  }

  #openItemField(name: string, local: string, attributes: Attributes): void {
    const item = this.#item;
    if (item === undefined || item.fields.length >= MAX_FIELDS) return;
    if (this.#depth !== item.depth + 1 || !ITEM_FIELDS.has(local)) return;
    this.#openField(name, attributes, item.base);
  }

  #openHeadField(name: string, local: string, attributes: Attributes): void {
    const depth = this.#depth - this.#rootDepth;
    if (local === 'channel' && depth === 1) {
      this.#base = this.#baseOf(attributes, this.#base);
      const known = this.#namespaces;
      this.#namespaces += renderAttributes(
        attributes,
        (key) => isNamespace(key) && !known.includes(` ${key}=`),
      );
      return;
    }
    if (depth < 1 || depth > 2 || this.#head.length >= MAX_HEAD_FIELDS) return;
    if (HEAD_FIELDS.has(local)) this.#openField(name, attributes, this.#base);
  }

  #openField(name: string, attributes: Attributes, outerBase: string | undefined): void {
    if (!isName(name) || OTHER_PREFIX.test(prefixOf(name))) return;
    const local = localName(name);
    const base = this.#baseOf(attributes, outerBase);
    const { href } = attributes;
    const given =
      href === undefined || base === undefined
        ? attributes
        : { ...attributes, href: resolve(href, base) };
    this.#field = {
      name,
      attributes: renderAttributes(given, isForField),
      maxChars: TEXT_FIELDS.has(local) ? MAX_TEXT_FIELD_CHARS : MAX_FIELD_CHARS,
      base: local === 'link' ? base : undefined,
      depth: this.#depth,
      isPerson: local === 'author',
      parts: [],
      chars: 0,
    };
  }

  #baseOf(attributes: Attributes, outer: string | undefined): string | undefined {
    const own = attributes['xml:base'];
    return own === undefined ? outer : resolve(own, outer ?? this.#address);
  }

  #openInField(field: Field, rawName: string): void {
    if (!field.isPerson) {
      // Markup that nobody escaped, and Atom's xhtml.
      this.text(`<${markupName(rawName)}>`);
    } else if (this.#personPart === undefined) {
      this.#personPart = { depth: this.#depth, isName: localName(rawName) === 'name' };
    }
  }

  #closeField(field: Field): void {
    this.#field = undefined;
    this.#personPart = undefined;
    const text = field.parts.join('');
    const value =
      field.base !== undefined && text.trim() !== '' ? resolve(text.trim(), field.base) : text;
    const inner = field.isPerson ? `<name>${escapeXml(value)}</name>` : escapeXml(value);
    const written = `<${field.name}${field.attributes}>${inner}</${field.name}>`;
    (this.#item?.fields ?? this.#head).push(written);
  }

  #closeItem(item: Item): void {
    this.#item = undefined;
    const name = /^<([^\s>]+)/u.exec(item.start)?.[1] ?? 'item';
    const written = `${item.start}${item.fields.join('')}</${name}>`;
    if (this.#first.length < MAX_ITEMS) this.#first.push(written);
    this.#last[this.#items % MAX_ITEMS] = written;
    this.#items += 1;
  }
}

function isNamespace(key: string): boolean {
  return key.startsWith('xmlns:');
}

function isForRoot(key: string): boolean {
  return isNamespace(key) || key === 'xml:lang';
}

function isForItem(key: string): boolean {
  return isNamespace(key) || key === 'rdf:about' || key === 'about';
}

function isForField(key: string): boolean {
  return isNamespace(key) || /^(?:href|rel|type|ispermalink|mode)$/iu.test(key);
}

function resolve(address: string, base: string): string {
  if (address.length > MAX_ATTRIBUTE_CHARS) return address;
  return URL.parse(address.trim(), base)?.href ?? address;
}
