import type { Hub } from '../hub.ts';
import type { Json } from '../json.ts';

export interface Method {
  /** Scopes of which the token needs one; what depends on a conversation is asked for with `needScope`. */
  readonly scopes: readonly string[];
  /** A bot's token unless said otherwise. */
  readonly token?: 'app';
  /**
   * Does it and says what the answer holds beside `ok`.
   * @throws SlackRefusal with the error that Slack answers
   */
  run(hub: Hub, args: Json): Json;
}

export type Methods = Readonly<Record<string, Method>>;

/** An answer with `ok: false`: its error and what else it says. */
export class SlackRefusal extends Error {
  readonly error: string;
  readonly more: Json;

  constructor(error: string, more: Json = {}) {
    super(error);
    this.error = error;
    this.more = more;
  }
}

/** Refuses what the token lacks the scope for, as Slack says it: what is needed, what it has. */
export function needScope(hub: Hub, needed: readonly string[]): void {
  const { scopes } = hub.settings;
  if (needed.length === 0 || needed.some((scope) => scopes.has(scope))) return;
  throw new SlackRefusal('missing_scope', {
    needed: needed.join(','),
    provided: [...scopes].join(','),
  });
}
