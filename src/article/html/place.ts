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
  /** The element is a link or stands in one. */
  readonly isLinked: boolean;
}

const MAX_KIND_CHARS = 100;

export function placeOf(element: Element, outer: Place | undefined): Place {
  return {
    tag: element.nodeName,
    outer,
    depth: outer === undefined ? 0 : outer.depth + 1,
    kind: `${element.nodeName} ${(element.getAttribute('class') ?? '').slice(0, MAX_KIND_CHARS)}`,
    rule: nameRule(element),
    isLinked: element.nodeName === 'A' || outer?.isLinked === true,
  };
}

/** From the block's own element out to the body. */
export function* outward(place: Place): Generator<Place> {
  for (let at: Place | undefined = place; at !== undefined; at = at.outer) yield at;
}

export function isInside(place: Place, tag: string): boolean {
  for (const at of outward(place)) if (at.tag === tag) return true;
  return false;
}
