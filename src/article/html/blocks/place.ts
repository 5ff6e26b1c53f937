import { nameRule } from './name-rule.ts';

/** An element as a block sees it from inside; `outer` leads on to the body. Kept apart from the document, which Readability rebuilds. */
export interface Place {
  readonly tag: string;
  readonly outer: Place | undefined;
  readonly depth: number;
  /** Tag and class names: elements that are printed alike have one kind. */
  readonly kind: string;
  /** The furniture rule that the element's class, id, role or item property speaks for. */
  readonly rule: string | undefined;
  /** The rules of this element and of all around it. */
  readonly rules: ReadonlySet<string>;
  /** Which of the tags that matter this element and those around it have. */
  readonly tags: ReadonlySet<string>;
}

/** Tags that tell something about whatever stands anywhere inside them. */
const TELLING_TAGS = new Set('A ADDRESS BLOCKQUOTE CAPTION FIGCAPTION H1 HEADER NAV TD'.split(' '));
const MAX_KIND_CHARS = 100;
const NONE: ReadonlySet<string> = new Set();

export function placeOf(element: Element, outer: Place | undefined): Place {
  const tag = element.nodeName;
  const rule = nameRule(element);
  return {
    tag,
    outer,
    depth: outer === undefined ? 0 : outer.depth + 1,
    kind: `${tag} ${(element.getAttribute('class') ?? '').slice(0, MAX_KIND_CHARS)}`,
    rule,
    rules: withMember(outer?.rules ?? NONE, rule),
    tags: withMember(outer?.tags ?? NONE, TELLING_TAGS.has(tag) ? tag : undefined),
  };
}

/** The same set where the member is in it already: elements share what they inherit. */
function withMember(set: ReadonlySet<string>, member: string | undefined): ReadonlySet<string> {
  return member === undefined || set.has(member) ? set : new Set([...set, member]);
}

/** Says whether a place is the container or stands inside it. */
export function isWithin(place: Place | undefined, container: Place): boolean {
  let at = place;
  while (at !== undefined && at.depth > container.depth) at = at.outer;
  return at === container;
}

/**
 * Sums a value of blocks up over every place around them, in time that grows with blocks and places,
 * not with how deep they are nested.
 */
export function sumByPlace<B extends { readonly place: Place }>(
  blocks: readonly B[],
  valueOf: (block: B) => number,
): ReadonlyMap<Place, number> {
  const sums = new Map<Place, number>();
  for (const block of blocks) {
    for (let at: Place | undefined = block.place; at !== undefined && !sums.has(at); at = at.outer)
      sums.set(at, 0);
    sums.set(block.place, (sums.get(block.place) ?? 0) + valueOf(block));
  }
  for (const place of [...sums.keys()].sort((one, other) => other.depth - one.depth)) {
    if (place.outer !== undefined)
      sums.set(place.outer, (sums.get(place.outer) ?? 0) + (sums.get(place) ?? 0));
  }
  return sums;
}
