const MAX_NAME_CHARS = 60;

/** Only plain names are written anew; a letter first, so that no key is one of an object's own. */
export function isName(name: string): boolean {
  return name.length <= MAX_NAME_CHARS && /^[a-z][\w.-]*(?::[a-z][\w.-]*)?$/iu.test(name);
}

/** What an element inside a text is called: one that has no plain name stands for none. */
export function markupName(rawName: string): string {
  return isName(rawName) ? localName(rawName) : 'span';
}

/** Without its prefix, in lower case. */
export function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1).toLowerCase();
}

/** In lower case; empty where there is none. */
export function prefixOf(name: string): string {
  return name.includes(':') ? name.slice(0, name.indexOf(':')).toLowerCase() : '';
}
