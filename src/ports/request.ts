import type { Length } from '../summary/summary.ts';
import type { DigestAsk } from './digest.ts';
import type { DeliveryKey, Destination, SentMessage } from './destination.ts';
import type { Json } from './json.ts';

/** What somebody asks the bot for. Plain data: it is written down before it is acknowledged. */
export type Request = SummarizeRequest | FollowUpRequest | HouseRequest | DigestRequest;

interface Asked {
  /** The platform's own name for the event, the same when it is delivered again; unique with `platform`. */
  readonly id: string;
  readonly platform: string;
  /** Who asks, where and in which server or workspace: the platform's ids. */
  readonly person: string;
  readonly channel: string;
  readonly place: string;
  readonly replyTo: Destination;
  /** Whether only the person sees the answer. */
  readonly isPrivate: boolean;
}

export interface SummarizeRequest extends Asked {
  readonly kind: 'summarize';
  /** What to read, at most three, in their order; none asks for help. */
  readonly sources: readonly Source[];
  readonly length?: Length;
  /** How many key quotes; as many as the length has when it is not said. */
  readonly maxQuotes?: number;
  /** What is asked about it along with that. */
  readonly question?: string;
}

/** Something that may hold an article. */
export type Source =
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly file: PlatformFile }
  /** A message that is looked up when it is its turn: the one replied to, the root of a thread. */
  | { readonly kind: 'message'; readonly message: Json };

/** A file that lies with the platform. */
export interface PlatformFile {
  readonly name: string;
  readonly mediaType?: string;
  readonly sizeBytes?: number;
  /** How the platform fetches it. */
  readonly address: Json;
}

/** Something about an answer that was given: its buttons, and replies to it. */
export interface FollowUpRequest extends Asked {
  readonly kind: 'follow-up';
  readonly about: AnswerName;
  readonly ask: Ask;
  readonly from: FollowUpFrom;
  /** Whether the person may remove what others asked for. */
  readonly isModerator: boolean;
}

/** Which answer is meant. */
export type AnswerName =
  /** By the key in its buttons. */
  | { readonly key: DeliveryKey }
  | { readonly messageId: string }
  /** The latest one in a channel where a person talks with the bot alone, and points at nothing; help where there is none. */
  | { readonly latestIn: string };

export type FollowUpFrom =
  /**
   * A click: `message` is the message that was clicked, as this click can change or remove it, also where the bot is no
   * member. The request's `replyTo` answers the person alone, beside it.
   */
  | { readonly kind: 'button'; readonly message: SentMessage }
  | {
      readonly kind: 'reply';
      /** Whether it was said to the bot for sure: a word that was overheard is passed over where no answer stands. */
      readonly isAddressed: boolean;
      /** What to summarize where no answer of ours stands: the message that the talk is about. */
      readonly otherwise: readonly Source[];
    };

export type Ask =
  | { readonly kind: 'shorter' | 'longer' | 'delete' }
  /** A digest that was shown as it was understood: it is to be so, or not at all. */
  | { readonly kind: 'confirm' | 'discard' }
  | Wish;

/** What is wanted to be read of the same articles. */
export type Wish =
  { readonly kind: 'quotes' | 'sources' } | { readonly kind: 'question'; readonly text: string };

/** `/nutgraf help`, `status`, `forget`. */
export interface HouseRequest extends Asked {
  readonly kind: 'help' | 'status' | 'forget';
  /** Whether the person may have everything of the place forgotten, and not only what they asked for themselves. */
  readonly isModerator: boolean;
  /** Whether the platform removes what stands in the channel as well where all is to be forgotten; else people do. */
  readonly emptiesChannel?: boolean;
}

/** `/digest …`: answered to the person alone. */
export interface DigestRequest extends Asked {
  readonly kind: 'digest';
  readonly ask: DigestAsk;
}
