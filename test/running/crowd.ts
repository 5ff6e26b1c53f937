/** Many people who ask for pages, some by a command and some by a mention, on one platform. */
export interface Crowd {
  /** Where the bot finds the platform. */
  readonly env: Readonly<Record<string, string>>;
  /** The next person asks for a page; its address comes from `numberedPage`. */
  ask(page: NumberedPage): void;
  /** What stands there for everything that was asked so far, in its order; signs of life are no answers. */
  outcomes(): readonly Outcome[];
  /** How long each acknowledgement took, as the platform saw it; nothing where none came within its 3 s. */
  acknowledgements(): readonly (number | undefined)[];
  /** Waits until something is so, looking again whenever anything changes on the platform. */
  until(isSo: () => boolean, timeoutMs: number): Promise<void>;
  /** What the platform refused, came too late for it or stands there for nothing, once all is answered. */
  faults(): readonly string[];
  close(): Promise<void>;
}

/** The answers to one request. */
export interface Outcome {
  /** Messages that show the page that was asked for. */
  readonly summaries: number;
  /** Messages that say why there is none. */
  readonly refusals: readonly string[];
}

export interface NumberedPage {
  readonly number: number;
  readonly url: string;
}

export const isAnswered = ({ summaries, refusals }: Outcome): boolean =>
  summaries + refusals.length > 0;

/** A name for a page by which its number is found again: no number is the beginning of another one. */
export function numberedName(number: number): string {
  return `flood-${10_000 + number}`;
}

/** The number of the page that a text links to. */
export function findNumber(text: string): number | undefined {
  const found = /flood-(\d{5})/u.exec(text)?.[1];
  return found === undefined ? undefined : Number(found) - 10_000;
}
