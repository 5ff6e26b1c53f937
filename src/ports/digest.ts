import type { Length } from '../summary/summary.ts';
import type { DeliveryKey } from './destination.ts';
import type { DigestField } from './digest-fields.ts';

/** A channel digest as its maker wants it. Plain data; a change makes a new revision. */
export interface DigestPlan {
  /** Of chat: 22 base64url characters. Of the file: made of what the plan is called and where it posts. */
  readonly id: string;
  /** Counts up from 1. */
  readonly revision: number;
  readonly origin: DigestOrigin;
  /** Unique in its place, letter case aside. */
  readonly name: string;
  readonly platform: string;
  /** The server or workspace, and the channel where it is posted: the platform's ids. */
  readonly place: string;
  readonly channel: string;
  /** What people call the channel, as it was when the plan was made. */
  readonly channelName?: string;
  /** Feeds, or sites whose feeds are found: http(s) addresses. 1 to 50. */
  readonly sources: readonly string[];
  /** Words or cron, as `parseSchedule` takes them. */
  readonly schedule: string;
  /** IANA. */
  readonly timezone: string;
  /** How many stories at most, 1 to 10. */
  readonly stories: number;
  /** Of the full summaries in the thread. */
  readonly length: Length;
  /** Words or phrases of which a story must have one; all stories where there are none. */
  readonly include: readonly string[];
  /** Words or phrases of which a story may have none. */
  readonly exclude: readonly string[];
  /** Whether the latest slot that was missed is made up for. */
  readonly missed: 'latest' | 'skip';
  /** A slot older than this is not made up for. */
  readonly graceMs: number;
  readonly whenNothing: 'silence' | 'say';
  readonly status: 'active' | 'paused';
  /** When this revision began, ms since 1970: no slot before it counts. */
  readonly sinceMs: number;
}

export type DigestOrigin =
  | { readonly kind: 'chat'; readonly maker: string }
  /** `config/digests.yaml`: shown in chat, edited in the file. */
  | { readonly kind: 'file' };

/** A digest as people type it; what is absent is as it was, or as it is when nobody says. */
export type DigestFields = Readonly<Partial<Record<DigestField, string>>>;

/** What is asked of digests. */
export type DigestAsk =
  | { readonly kind: 'create'; readonly fields: DigestFields }
  | { readonly kind: 'edit'; readonly name: string; readonly fields: DigestFields }
  /** Another form of a draft that was shown and has not been confirmed. */
  | { readonly kind: 'redraft'; readonly key: DeliveryKey; readonly fields: DigestFields }
  | { readonly kind: 'list' }
  | {
      readonly kind: 'show' | 'pause' | 'resume' | 'run' | 'preview' | 'remove';
      readonly name: string;
    };

/** A form in neutral fields, the most important first: who has room for fewer shows the first of them. */
export interface Form {
  readonly title: string;
  readonly submitLabel: string;
  readonly fields: readonly FormField[];
  /** What it is about when it comes back. */
  readonly about: FormAbout;
}

export type FormAbout =
  | { readonly kind: 'create' }
  | { readonly kind: 'edit'; readonly name: string }
  | { readonly kind: 'redraft'; readonly key: DeliveryKey };

export interface FormField {
  readonly name: DigestField;
  readonly label: string;
  /** An example, or what the words mean. */
  readonly hint?: string;
  readonly value?: string;
  readonly isRequired: boolean;
  readonly shape:
    | { readonly kind: 'line' | 'lines'; readonly maxChars: number }
    | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
    | { readonly kind: 'channel' };
}

export interface Choice {
  /** At most 100 characters each. */
  readonly label: string;
  readonly value: string;
}

export interface FieldFault {
  readonly field: DigestField;
  /** A sentence: what is wrong and what would be right. */
  readonly sentence: string;
}
