import type { Post } from '../post/post.ts';
import type { Scope } from './core.ts';
import type { DeliveryKey, Destination, SentMessage } from './destination.ts';
import type { DigestPlan } from './digest.ts';
import type { Json } from './json.ts';
import type { AnsweredArticle } from './store.ts';
import type { Length } from '../summary/summary.ts';

/**
 * What has to outlive the process of digests. All times are ms since 1970. Several processes may share it: whoever
 * works on a run holds it for a while, and nobody else changes what is held.
 */
export interface DigestStore {
  /**
   * Writes a plan, or its next revision in the place of the one before. `taken`: another plan of the place has the
   * name; `outdated`: somebody else changed it meanwhile.
   */
  putPlan(plan: DigestPlan, nextSlotMs: number | undefined): Promise<'put' | 'taken' | 'outdated'>;
  findPlan(where: PlanName): Promise<KeptPlan | undefined>;
  findPlanById(id: string): Promise<KeptPlan | undefined>;
  /** By their names. */
  listPlans(where: PlansWhere): Promise<readonly KeptPlan[]>;
  removePlan(id: string): Promise<void>;

  putDraft(draft: DigestDraft): Promise<void>;
  findDraft(key: DeliveryKey): Promise<DigestDraft | undefined>;
  /** Takes it away; `undefined` where somebody has taken it before. */
  takeDraft(key: DeliveryKey): Promise<DigestDraft | undefined>;

  /** Active plans of those platforms whose next slot has come, the longest due first. */
  findDue(nowMs: number, among: Among): Promise<readonly KeptPlan[]>;
  /** Makes runs of due slots and moves the plans on, all or none; what somebody else has claimed before is left out. */
  claim(claims: readonly Claim[]): Promise<void>;
  /** A run that somebody asked for. `known`: it was asked for before. */
  insertRun(run: NewRun): Promise<'inserted' | 'known'>;

  /** Runs of those platforms that have not ended and that nobody holds, the longest due first; they are held from now on. */
  takeRuns(holding: Holding, among: Among): Promise<readonly HeldRun[]>;
  /** Holds longer what is held. Resolves to the ids of what is. */
  holdLonger(holding: Holding): Promise<readonly string[]>;
  /** Lets go of all that is held: another process may go on at once. */
  letGo(holder: string): Promise<void>;
  /** What was picked, once and for all. `lost`: somebody else holds the run. */
  putPicked(holder: string, picked: Picked): Promise<'put' | 'lost'>;
  /** In their order. */
  listDeliveries(runId: string): Promise<readonly DigestDelivery[]>;
  /** Before it is sent. `false` where it is not this holder's to send. */
  startDelivery(key: DeliveryKey, holding: Holding): Promise<boolean>;
  endDelivery(key: DeliveryKey, end: DeliveryEnd): Promise<void>;
  /** Does nothing where somebody else holds the run by now: it is theirs to end. */
  endRun(holder: string, runId: string, end: RunEnd): Promise<void>;
  /** Lets go of a run that cannot go on now; nobody takes it before then. */
  postponeRun(runId: string, untilMs: number): Promise<void>;
  /** The latest first. */
  listRuns(planId: string, limit: number): Promise<readonly DigestRun[]>;

  /** What was posted in a channel since then, the latest first, at most `limit`. */
  listPosted(where: PostedWhere): Promise<readonly Json[]>;

  /** Somebody is to be told of something once. Resolves to what is known of that, with this key where it is new. */
  startTelling(telling: Telling): Promise<StartedTelling>;
  endTelling(planId: string, what: string): Promise<void>;
  /** It is over: if it happens again they are told again. */
  forgetTelling(planId: string, what: string): Promise<void>;

  /** Everything of a place or a channel. Nothing for a person: what they made is the channel's. */
  eraseDigests(scope: Scope): Promise<number>;
}

/** What one process looks after. */
export interface Among {
  readonly platforms: readonly string[];
  readonly limit: number;
}

export interface PlanName {
  readonly platform: string;
  readonly place: string;
  /** Letter case aside. */
  readonly name: string;
}

export interface PlansWhere {
  readonly platform?: string;
  readonly place?: string;
  readonly origin?: 'chat' | 'file';
}

export interface KeptPlan {
  readonly plan: DigestPlan;
  /** Absent where it is paused, or never comes. */
  readonly nextSlotMs?: number;
}

/** What was understood, before it counts. */
export interface DigestDraft {
  readonly key: DeliveryKey;
  /** Whether the plan is to be as it stands here, or no more. */
  readonly intent: 'put' | 'remove';
  readonly plan: DigestPlan;
  /** Whose it is to confirm. */
  readonly person: string;
  readonly untilMs: number;
}

export interface NewRun {
  readonly id: string;
  readonly plan: DigestPlan;
  readonly slotMs: number;
  readonly kind: RunKind;
  /** The person who asked for it in a chat, until it has ended. */
  readonly askedBy?: string;
}

/** `extra`: somebody asked for it. */
export type RunKind = 'due' | 'extra';

/** What becomes of a plan's slots that have come. */
export interface Claim {
  readonly plan: DigestPlan;
  /** As it was found: where it is another by now somebody else has claimed it. */
  readonly dueSlotMs: number;
  readonly nextSlotMs: number | undefined;
  /** The slot that is made a run of. */
  readonly run?: { readonly id: string; readonly slotMs: number };
  /** Slots for which it is too late, the latest of them, to be listed; and how many there were in all. */
  readonly missed: readonly { readonly id: string; readonly slotMs: number }[];
}

export interface Holding {
  readonly holder: string;
  readonly nowMs: number;
  readonly untilMs: number;
}

export interface DigestRun extends NewRun {
  readonly status: RunStatus;
  readonly report?: RunReport;
}

export interface HeldRun extends NewRun {
  /** Whether its stories and deliveries are written down. */
  readonly isPicked: boolean;
}

export type RunStatus = 'open' | 'picked' | RunOutcome;

export type RunOutcome =
  | 'posted'
  /** No news. */
  | 'nothing'
  /** It was too late for it. */
  | 'missed'
  /** Nobody can tell whether all of it stands there. */
  | 'unknown'
  /** The channel is gone, the bot may not write there, or no source could be read. */
  | 'failed';

export interface RunEnd {
  readonly outcome: RunOutcome;
  readonly atMs: number;
  readonly report?: RunReport;
}

/** What a run saw, for people. */
export interface RunReport {
  readonly sources: readonly SourceState[];
  /** Titles of what was posted. */
  readonly stories: readonly string[];
}

export interface SourceState {
  readonly address: string;
  readonly title?: string;
  readonly items: number;
  /** A sentence; absent where it could be read. */
  readonly fault?: string;
}

export interface Picked {
  readonly runId: string;
  readonly deliveries: readonly NewDelivery[];
  /** What tells each story again when it comes another time. */
  readonly fingerprints: readonly Json[];
  readonly report: RunReport;
  readonly atMs: number;
}

export interface NewDelivery {
  readonly key: DeliveryKey;
  /** 0: the digest itself; 1 and on: what stands in the thread below it. */
  readonly position: number;
  readonly post: Post;
  /** Where it goes; absent in the thread, which is known once the digest stands there. */
  readonly to?: Destination;
  readonly about: DeliveredAbout;
}

/** What its buttons and replies to it are about. */
export interface DeliveredAbout {
  readonly articles: readonly AnsweredArticle[];
  readonly length: Length;
}

export interface DigestDelivery extends NewDelivery {
  readonly status: DeliveryStatus;
  readonly message?: SentMessage;
}

export type DeliveryStatus = 'planned' | 'sending' | 'sent' | 'unknown' | 'failed';

export type DeliveryEnd =
  | { readonly status: 'sent'; readonly message: SentMessage }
  | { readonly status: 'unknown' | 'failed' };

export interface PostedWhere {
  readonly platform: string;
  readonly channel: string;
  readonly sinceMs: number;
  readonly limit: number;
}

export interface Telling {
  readonly planId: string;
  /** What they are told of: the same while it lasts. */
  readonly what: string;
  readonly key: DeliveryKey;
  readonly nowMs: number;
}

/** `begun`: it may have been sent under this key. */
export interface StartedTelling {
  readonly status: 'new' | 'begun' | 'told';
  readonly key: DeliveryKey;
  /** When it was begun. */
  readonly sinceMs: number;
}
