import type { PageElement, PageNode } from './metadata.ts';
import names from './page-names.json' with { type: 'json' };

const FOREIGN_NAMES = new RegExp(names.foreign, 'iu');
const OWN_FOOT = /\b(?:post|entry|article|story)[-_]?foot(?:er)?\b/giu;
const MAX_CLIMB = 12;

/** Whether an element is one of those that hold other things than the story: a sidebar, comments, related links. */
export function isForeign(element: PageElement, headline?: PageElement): boolean {
  const name = element.localName;
  if (name === 'body' || name === 'html' || name === 'main' || name === 'article') return false;
  const holds = headline !== undefined && contains(element, headline);
  if (holds) return false;
  if (name === 'nav' || name === 'footer' || name === 'aside') return true;
  const label = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  // The foot of a post is the post's: blogs sign there.
  return label.length > 1 && FOREIGN_NAMES.test(label.slice(0, 300).replace(OWN_FOOT, ''));
}

/** Whether an element or one around it is foreign. */
export function isInForeign(element: PageElement, headline?: PageElement): boolean {
  let at: PageElement | null = element;
  for (let climbed = 0; at !== null && climbed < MAX_CLIMB; climbed += 1) {
    if (isForeign(at, headline)) return true;
    at = at.parentElement;
  }
  return false;
}

/** Whether the element's own markup hides it. */
export function isUnseen(element: PageElement): boolean {
  if (element.getAttribute('hidden') !== null) return true;
  return /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden/iu.test(
    element.getAttribute('style')?.slice(0, 500) ?? '',
  );
}

function contains(element: PageElement, inner: PageNode): boolean {
  let at: PageNode | null = inner;
  for (let climbed = 0; at !== null && climbed < 500; climbed += 1) {
    if (at === element) return true;
    at = at.parentNode;
  }
  return false;
}
