/** So much of what a person typed is repeated in a fault; a reader needs no more to find it. */
const MAX_SHOWN_CHARS = 40;

/** What a fault repeats of somebody's text: cut, and well-formed where the cut went through a sign. */
export function shownText(text: string): string {
  return text.slice(0, MAX_SHOWN_CHARS).toWellFormed();
}
