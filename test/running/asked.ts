/** Something that somebody asked of the bot before it was killed. */
export interface Asked {
  /** How it was asked, in a word or two. */
  readonly what: string;
  /** Whether it has been promised an answer: it was written down or acknowledged. */
  readonly isPromised: (written: ReadonlySet<string>) => boolean;
  /** What stands there for it now; a sign of life is none. */
  readonly answers: () => readonly string[];
  /** What each answer holds. */
  readonly holds: string;
  /** What stands there beside its answers and should not: "thinking" that never ends, a second sign of life. */
  readonly leftovers: () => number;
  /** Brings the event a second time, as the platform may; absent where the platform's own server does it. */
  readonly again?: () => void;
  /** Whether the platform shows nobody what stands there: then it is rather left out than said twice. */
  readonly isUnseen?: boolean;
}

/** What became of it, in words; nothing where it is as it should be. */
export function faultOf(asked: Asked, written: ReadonlySet<string>): string | undefined {
  const answers = asked.answers();
  const isPromised = asked.isPromised(written);
  const said = `${asked.what}: ${answers.length} answers`;
  if (answers.length > 1) return said;
  if (isPromised && answers.length === 0 && asked.isUnseen !== true) return said;
  if (isPromised && asked.leftovers() > 0) return `${asked.what}: ${asked.leftovers()} leftovers`;
  const strange = answers.find((answer) => !answer.includes(asked.holds));
  return strange === undefined ? undefined : `${asked.what}: ${strange.slice(0, 300)}`;
}
