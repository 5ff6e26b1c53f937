import type { Problem } from '../article/problem.ts';

/** Why the bot has no answer, as data: what can go wrong with reading, and what can go wrong in a conversation. */
export type BotProblem =
  | Problem
  /** Neither a link nor a file nor a text long enough to be an article. */
  | { readonly code: 'nothing-to-read' }
  /** The platform does not show the bot the message that was pointed at. */
  | { readonly code: 'message-withheld' }
  | { readonly code: 'message-gone' }
  /** The settings keep the bot off that site. */
  | { readonly code: 'blocked-site'; readonly host: string }
  | { readonly code: 'channel-not-allowed' }
  /** Too many requests of a person or in a place; free again in so long. */
  | { readonly code: 'limit-reached'; readonly of: 'person' | 'place'; readonly waitMs: number }
  | { readonly code: 'queue-full' }
  /** The process ended while it worked on this. */
  | { readonly code: 'restarted' }
  | { readonly code: 'shutting-down' }
  /** The answer or its article is kept no longer. */
  | { readonly code: 'no-longer-kept' }
  /** Somebody else asked for it. */
  | { readonly code: 'not-yours' }
  | { readonly code: 'no-such-digest'; readonly name: string }
  | { readonly code: 'no-digests' }
  /** The person may not have digests in that channel, or not change that one. */
  | { readonly code: 'digest-not-allowed'; readonly name?: string }
  /** It stands in the file of digests. */
  | { readonly code: 'digest-in-file'; readonly name: string }
  | { readonly code: 'digest-name-taken'; readonly name: string }
  /** Somebody else changed it meanwhile. */
  | { readonly code: 'digest-outdated'; readonly name: string }
  | { readonly code: 'too-many-digests'; readonly limit: number }
  /** What waited to be confirmed was confirmed already, or is kept no longer. */
  | { readonly code: 'draft-gone' }
  /** A fault of ours; the log has it. */
  | { readonly code: 'fault' };
