/** Tells what happens to whoever runs the bot. Never tokens, and never an article's words above `debug`. */
export interface Log {
  debug(facts: Facts, what: string): void;
  info(facts: Facts, what: string): void;
  warn(facts: Facts, what: string): void;
  error(facts: Facts, what: string): void;
  /** The same, with facts that go into every line: a request's id. */
  with(facts: Facts): Log;
}

export type Facts = Readonly<Record<string, unknown>>;
