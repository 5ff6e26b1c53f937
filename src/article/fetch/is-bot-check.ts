import marks from './bot-marks.json' with { type: 'json' };

/** Statuses that checks for robots come with; a page that was found stays the reader's to judge. */
const STATUSES = new Set([202, 401, 403, 405, 429, 503]);

const PHRASES = Object.values(marks.phrases).flat();

/** Whether a check may have come with this status, so that its body is worth a look. */
export function mayBeBotCheck(status: number): boolean {
  return STATUSES.has(status);
}

/** Whether an answer's headers say that it is a check for robots; `header` gives one by its lower-case name. */
export function isBotCheckByHeader(header: (name: string) => string | undefined): boolean {
  return marks.headers.some(({ name, value }) => header(name)?.trim().toLowerCase() === value);
}

/** Whether the body of a refusal is a check for robots, by the boxes in its markup or what it asks people to do. */
export function isBotCheckBody(text: string): boolean {
  const folded = text.toLowerCase().replaceAll('’', "'");
  return [...marks.markup, ...PHRASES].some((mark) => folded.includes(mark));
}
