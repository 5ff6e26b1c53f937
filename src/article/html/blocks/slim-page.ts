import { Parser } from 'htmlparser2';

/** Bounds of a page that may be built into a tree; each is far above what real pages have. */
export const PAGE_BOUNDS = {
  /** Elements, texts, comments, and characters that become texts. Long news pages have a few thousand. */
  nodes: 100_000,
  depth: 500,
  attributesOfOneElement: 200,
  /** Of the whole page; a DOM makes a node of each. */
  attributes: 150_000,
  /** Of a class attribute; a DOM splits it into names. */
  classChars: 20_000,
  /** Of text outside scripts and styles: a book's. */
  textChars: 1_500_000,
  /**
   * Nodes, and characters of text, each counted as often as elements enclose it: Readability reads an element's
   * whole text again at every level.
   */
  nodeLevels: 4_000_000,
  charLevels: 60_000_000,
} as const;

/** Elements that nothing reads, left out with all that is in them. */
const IDLE_TAGS = new Set('canvas embed iframe noscript object select svg template'.split(' '));
/** What stands in these is code. */
const CODE_TAGS = new Set(['script', 'style']);
/** Elements without an end tag (HTML standard, "Void elements"). */
const VOID_TAGS = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

/** The attributes that Readability, the metadata reader or the rules look at; a DOM makes a node of every one. */
const READ_ATTRIBUTES = new Set(
  (
    'aria-hidden aria-modal charset class colspan content data-component data-module data-qa data-testid datatable ' +
    'datetime dir hidden href http-equiv id itemprop itemscope itemtype lang name property rel role rowspan src style ' +
    'summary type value xml:lang'
  ).split(' '),
);

/** The page is looked at so much at a time, so that one beyond a bound costs no more than the part before it. */
const CHUNK_CHARS = 65_536;

/**
 * Reads the page once from front to back, without building anything, and writes it anew without what no reader looks
 * at: most attributes, drawings, controls, code. A page without them takes half as many nodes. Undefined when it is
 * beyond the bounds of a tree. The parser is the one that linkedom uses, so both see the same page.
 */
export function slimPage(html: string): string | undefined {
  const page = new SlimPage();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes),
      onclosetag: (name) => page.close(name),
      ontext: (text) => page.text(text),
    },
    { decodeEntities: false },
  );
  for (let at = 0; at < html.length; at += CHUNK_CHARS) {
    parser.write(html.slice(at, at + CHUNK_CHARS));
    if (page.isBeyondBounds) return undefined;
  }
  parser.end();
  return page.isBeyondBounds ? undefined : page.html();
}

class SlimPage {
  readonly #parts: string[] = ['<!doctype html>'];
  #nodes = 0;
  #depth = 0;
  #attributes = 0;
  #textChars = 0;
  #nodeLevels = 0;
  #charLevels = 0;
  #isTooWide = false;
  /** Depth at which the element that is left out was opened; 0 outside of one. */
  #idleDepth = 0;
  #isCode = false;

  get isBeyondBounds(): boolean {
    return (
      this.#isTooWide ||
      this.#nodes > PAGE_BOUNDS.nodes ||
      this.#attributes > PAGE_BOUNDS.attributes ||
      this.#textChars > PAGE_BOUNDS.textChars ||
      this.#nodeLevels > PAGE_BOUNDS.nodeLevels ||
      this.#charLevels > PAGE_BOUNDS.charLevels
    );
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth += 1;
    this.#count(1);
    if (this.#depth > PAGE_BOUNDS.depth) this.#isTooWide = true;
    if (this.#idleDepth > 0) return;
    if (IDLE_TAGS.has(name) || isIdleScript(name, attributes)) {
      this.#idleDepth = this.#depth;
      return;
    }
    this.#isCode = CODE_TAGS.has(name);
    this.#parts.push(`<${name}`);
    let count = 0;
    for (const key in attributes) {
      count += 1;
      const value = attributes[key] ?? '';
      if (key === 'class' && value.length > PAGE_BOUNDS.classChars) this.#isTooWide = true;
      if (READ_ATTRIBUTES.has(key))
        this.#parts.push(` ${key}="${value.replaceAll('"', '&quot;')}"`);
    }
    this.#attributes += count;
    if (count > PAGE_BOUNDS.attributesOfOneElement) this.#isTooWide = true;
    this.#parts.push('>');
  }

  close(name: string): void {
    if (this.#idleDepth === 0) {
      if (!VOID_TAGS.has(name)) this.#parts.push(`</${name}>`);
      this.#isCode = false;
    } else if (this.#idleDepth === this.#depth) {
      this.#idleDepth = 0;
    }
    this.#depth -= 1;
  }

  text(text: string): void {
    if (this.#idleDepth > 0) return;
    if (!this.#isCode) {
      this.#textChars += text.length;
      this.#charLevels += text.length * this.#depth;
      this.#count(1 + countEntities(text));
    }
    this.#parts.push(text);
  }

  html(): string {
    return this.#parts.join('');
  }

  #count(nodes: number): void {
    this.#nodes += nodes;
    this.#nodeLevels += this.#depth * nodes;
  }
}

/** Of all scripts only linked data are read. */
function isIdleScript(name: string, { type }: Readonly<Record<string, string>>): boolean {
  return name === 'script' && !/ld\+json/iu.test(type ?? '');
}

/**
 * Characters that are entities, or are written as entities when Readability sets the page's HTML again: each becomes
 * a text node of its own.
 */
function countEntities(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xa0 || code === 0x26 || code === 0x3c || code === 0x3e) count += 1;
  }
  return count;
}
