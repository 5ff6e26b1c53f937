/** Ours: a second click so soon belongs to the first. */
const DOUBLE_CLICK_MS = 800;

/** @type {Set<unknown>} */
const underWay = new Set();

/**
 * Does something that is not to be done twice by a double click. While it is under way its button says so.
 * @param {HTMLElement} button
 * @param {() => Promise<unknown>} work
 * @param {{ what?: unknown, leastMs?: number }} [options] `what` it is, where its button may be drawn anew meanwhile;
 *   for how long at least nothing more is taken, where what follows does not take the button away
 */
export async function once(button, work, { what = button, leastMs = DOUBLE_CLICK_MS } = {}) {
  if (underWay.has(what)) return;
  underWay.add(what);
  // A disabled button would lose the focus.
  button.setAttribute('aria-disabled', 'true');
  try {
    await Promise.all([work(), new Promise((resolve) => setTimeout(resolve, leastMs))]);
  } finally {
    underWay.delete(what);
    button.removeAttribute('aria-disabled');
  }
}
