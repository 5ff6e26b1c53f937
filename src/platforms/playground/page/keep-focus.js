/**
 * Changes what stands in a place and leaves the focus where it was: on what is called the same there, else on the place
 * itself.
 * @param {HTMLElement} place can have the focus
 * @param {() => void} change
 */
export function keepFocus(place, change) {
  const focused = document.activeElement;
  const isWithin = focused !== place && place.contains(focused);
  change();
  if (!isWithin || document.activeElement === focused) return;
  const name = nameOf(focused);
  const [same] = [...place.querySelectorAll(focused?.localName ?? '*')].filter(
    (one) => nameOf(one) === name,
  );
  /** @type {HTMLElement} */ (same ?? place).focus({ preventScroll: true });
}

/** @param {Element | null} one */
function nameOf(one) {
  return one?.getAttribute('data-claim') ?? one?.textContent;
}
