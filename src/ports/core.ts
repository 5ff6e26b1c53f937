import type { Post } from '../post/post.ts';
import type { Request } from './request.ts';

/** What platforms ask of the bot. */
export interface Core {
  /**
   * Takes a request. Once it resolves with `accepted` the request is written down and will be answered at its
   * `replyTo`, through the platform, whatever crashes. Rejects only with the signal's reason.
   */
  accept(request: Request, signal: AbortSignal): Promise<Accepted>;
  /** The bot was removed from a server, workspace or by a person: everything of theirs is erased. */
  left(scope: Scope): Promise<void>;
}

export type Accepted =
  | { readonly status: 'accepted' }
  /** The platform has delivered this event before: there is nothing to do and nothing to say. */
  | { readonly status: 'repeated' }
  /** Answered here and now, for the person alone; nothing follows. */
  | { readonly status: 'answered'; readonly post: Post };

/** Whose data. */
export type Scope =
  | { readonly kind: 'place'; readonly platform: string; readonly place: string }
  | { readonly kind: 'channel'; readonly platform: string; readonly channel: string }
  | { readonly kind: 'person'; readonly platform: string; readonly person: string };
