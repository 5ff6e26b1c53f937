import { BLOCK_TAGS } from './block-tags.ts';

/** Elements that end where the next of their kind begins (HTML standard, "Optional tags"). */
const SELF_ENDING = new Set('li dt dd td th tr option'.split(' '));
/** Elements that hold such ones. */
const HOLDERS = new Set('ul ol menu dl table select'.split(' '));

/** The part of a page from a hidden element's start to its end, told by bare tags and in constant memory. */
export class Silence {
  readonly #tag: string;
  #depth = 1;
  #holders = 0;

  constructor(tag: string) {
    this.#tag = tag;
  }

  /** Says whether a start tag ends the silence before itself. */
  isEndedByStart(tag: string): boolean {
    if (this.#tag === 'p' && BLOCK_TAGS.has(tag.toUpperCase())) return true;
    if (tag === this.#tag) {
      if (SELF_ENDING.has(tag) && this.#holders === 0) return true;
      this.#depth += 1;
    } else if (HOLDERS.has(tag)) {
      this.#holders += 1;
    }
    return false;
  }

  /** Says what an end tag does: `inside` ends nothing, `own` ends the hidden element, `outer` one around it. */
  readEnd(tag: string): 'inside' | 'own' | 'outer' {
    if (tag === this.#tag) {
      this.#depth -= 1;
      return this.#depth === 0 ? 'own' : 'inside';
    }
    if (HOLDERS.has(tag)) {
      if (this.#holders === 0 && SELF_ENDING.has(this.#tag)) return 'outer';
      this.#holders -= 1;
    }
    return this.#tag === 'p' && BLOCK_TAGS.has(tag.toUpperCase()) ? 'outer' : 'inside';
  }
}
