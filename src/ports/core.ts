import type { Post } from '../post/post.ts';
import type { Choice, FieldFault, Form, FormAbout } from './digest.ts';
import type { DigestRequest, Request } from './request.ts';

/** What platforms ask of the bot. */
export interface Core {
  /**
   * Takes a request. Once it resolves with `accepted` the request is written down and will be answered at its
   * `replyTo`, through the platform, whatever crashes. Rejects only with the signal's reason.
   */
  accept(request: Request, signal: AbortSignal): Promise<Accepted>;
  /** What may be meant by what somebody has typed so far, at most 25. Rejects only with the signal's reason. */
  suggest(query: Suggestion, signal: AbortSignal): Promise<readonly Choice[]>;
  /** The form for making or changing a digest. Rejects only with the signal's reason. */
  form(query: FormQuery, signal: AbortSignal): Promise<OpenedForm>;
  /** Takes a form that was filled in, as `accept` does, unless something in it is wrong for sure. */
  submit(request: DigestRequest, signal: AbortSignal): Promise<Accepted | FaultyForm>;
  /** The bot was removed from a server, workspace or by a person: everything of theirs is erased. */
  left(scope: Scope): Promise<void>;
}

export type Accepted =
  | { readonly status: 'accepted' }
  /** The platform has delivered this event before: there is nothing to do and nothing to say. */
  | { readonly status: 'repeated' }
  /** Answered here and now, for the person alone; nothing follows. */
  | { readonly status: 'answered'; readonly post: Post };

export interface Suggestion {
  readonly platform: string;
  readonly place: string;
  readonly field: 'name' | 'schedule' | 'timezone';
  readonly typed: string;
}

export interface FormQuery {
  readonly platform: string;
  readonly place: string;
  readonly channel: string;
  readonly person: string;
  readonly about: FormAbout;
}

export type OpenedForm =
  | { readonly status: 'form'; readonly form: Form }
  /** There is nothing to fill in: said to the person alone. */
  | { readonly status: 'answered'; readonly post: Post };

export interface FaultyForm {
  readonly status: 'faulty';
  readonly faults: readonly FieldFault[];
}

/** Whose data. */
export type Scope =
  | { readonly kind: 'place'; readonly platform: string; readonly place: string }
  | { readonly kind: 'channel'; readonly platform: string; readonly channel: string }
  | { readonly kind: 'person'; readonly platform: string; readonly person: string };
