/** @import { Pointing, Place } from './article-view.js' */

/**
 * Makes something that stands in the article a thing to point at, which shows where.
 * @template {HTMLElement} Thing
 * @param {Thing} thing
 * @param {Place} place
 * @param {Pointing} point
 */
export function claimOf(thing, place, point) {
  thing.classList.add('claim');
  thing.tabIndex = 0;
  thing.role = 'button';
  thing.setAttribute('aria-describedby', 'claim-does');
  thing.dataset['claim'] = place.claim;
  // Shown behind it, as books do it.
  thing.dataset['paragraph'] = String(paragraphOf(place) + 1);
  point(thing, place);
  return thing;
}

/**
 * Where most of its words stand: a name may have come from elsewhere.
 * @param {Place} place
 */
function paragraphOf({ evidence }) {
  const sizes = evidence.map(({ start, end }) => end - start);
  return evidence[sizes.indexOf(Math.max(...sizes))]?.paragraph ?? 0;
}
