/** What the browser keeps of a person's choices. @typedef {'look' | 'has-pointed'} Choice */

/** @param {Choice} choice */
export function recall(choice) {
  try {
    return localStorage.getItem(`nutgraf-${choice}`) ?? undefined;
  } catch {
    // Where the browser keeps nothing the page is as it is at first.
    return undefined;
  }
}

/** @param {Choice} choice @param {string} value */
export function remember(choice, value) {
  try {
    localStorage.setItem(`nutgraf-${choice}`, value);
  } catch {
    // Where the browser keeps nothing it is asked for again.
  }
}
