import type { BotProblem } from '../post/bot-problem.ts';
import { problemPost } from '../post/problem-post.ts';
import { progressPost } from '../post/progress-post.ts';
import type { ChatPlatform, Outgoing } from '../ports/chat-platform.ts';
import type { SentMessage } from '../ports/destination.ts';
import type { Log } from '../ports/log.ts';
import { PlatformError } from '../ports/platform-error.ts';
import type { Request } from '../ports/request.ts';
import type { AnswerChange, Outcome, StoredRequest } from '../ports/store.ts';
import { answerFollowUp } from './answer-follow-up.ts';
import { answerRow } from './answer-row.ts';
import { answerSummarize } from './answer-summarize.ts';
import { problemAnswer, type Answer } from './answer.ts';
import type { BotParts } from './bot-parts.ts';
import type { Endings } from './create-endings.ts';
import { deliver, type Delivered } from './deliver.ts';
import { sourceName } from './source-name.ts';

/** After so long without an answer something is shown meanwhile. */
const SIGN_OF_LIFE_MS = 1000;
/** A request that takes longer is given up: nobody waits any more. */
const DEADLINE_MS = 120_000;
/** A request that was interrupted longer ago than this is not taken up again. */
const STALE_MS = 10 * 60 * 1000;

/** How a request ended, and what becomes of the answer that is kept. */
export interface Ended {
  readonly outcome: Outcome;
  readonly change?: AnswerChange;
}

export interface RequestParts {
  readonly parts: BotParts;
  readonly platform: ChatPlatform;
  readonly stored: StoredRequest;
  readonly isResumed: boolean;
  readonly endings: Endings;
  /** Called when an answer is on its way to be read. */
  readonly onGiving: () => void;
  readonly log: Log;
}

/** One request from the queue to its end: it has a life, with a message that appears on the way. */
export class RequestWork {
  readonly #parts: RequestParts;
  #message: SentMessage | undefined;
  /** Whether something may stand there of which nothing is known. */
  #isUnclear: boolean;

  constructor(parts: RequestParts) {
    this.#parts = parts;
    this.#message = parts.stored.message;
    this.#isUnclear = parts.isResumed && parts.stored.isSending;
  }

  async run(closing: AbortSignal): Promise<Ended> {
    const { log } = this.#parts;
    const deadline = AbortSignal.timeout(DEADLINE_MS);
    const signal = AbortSignal.any([closing, deadline]);
    try {
      const answer = await this.#answerInTime(signal);
      this.#parts.onGiving();
      return await this.#give(answer, closing);
    } catch (error) {
      closing.throwIfAborted();
      log.error({ err: error }, 'request failed');
      const problem: BotProblem = deadline.aborted
        ? { code: 'reading-too-slow', limitMs: DEADLINE_MS }
        : { code: 'fault' };
      return { outcome: await this.#apologize(problem, closing) };
    }
  }

  /** The answer; where it takes its time and nothing else shows it, a message says so meanwhile. */
  async #answerInTime(signal: AbortSignal): Promise<Answer> {
    const made = this.#makeAnswer(signal);
    const waited = new AbortController();
    const sign = this.#showSignOfLife(signal, waited.signal);
    try {
      return await made;
    } finally {
      waited.abort();
      await sign;
    }
  }

  #makeAnswer(signal: AbortSignal): Promise<Answer> {
    const { parts, platform, stored, isResumed, endings } = this.#parts;
    const { request } = stored;
    if (isResumed && parts.clock.now() - stored.atMs > STALE_MS)
      return Promise.resolve(problemAnswer({ code: 'restarted' }));
    switch (request.kind) {
      case 'summarize':
        return answerSummarize(parts, request, { platform, signal });
      case 'follow-up':
        return answerFollowUp(parts, request, { platform, signal, endings });
      case 'digest':
        return parts.digests.answer(request, { platform, signal, key: stored.key });
      default:
        // House requests are answered where they are accepted.
        return Promise.resolve({ kind: 'silence' });
    }
  }

  async #showSignOfLife(givenUp: AbortSignal, waited: AbortSignal): Promise<void> {
    const { parts, stored, log } = this.#parts;
    const { request, key } = stored;
    if (this.#message !== undefined || request.replyTo.showsWaiting) return;
    try {
      await parts.clock.wait(SIGN_OF_LIFE_MS, AbortSignal.any([givenUp, waited]));
      const post = progressPost(namesOf(request));
      // Once it is on its way it is waited for, so that the answer takes its place.
      await this.#put({ post, key, audience: 'everyone' }, givenUp);
    } catch (error) {
      if (!waited.aborted && !givenUp.aborted) log.warn({ err: error }, 'no sign of life');
    }
  }

  async #give(answer: Answer, signal: AbortSignal): Promise<Ended> {
    const outcome = 'answered';
    if (answer.kind === 'silence') {
      const { removes } = answer;
      return removes === undefined
        ? { outcome }
        : { outcome, change: { kind: 'remove', key: removes } };
    }
    const { platform, stored } = this.#parts;
    const { post, audience, about, replaces } = answer;
    if (replaces !== undefined) {
      const { key, answer: before } = replaces;
      const place = { platform, to: stored.request.replyTo, message: replaces.message };
      const changed = await deliver(
        { ...place, isUnclear: false, beforeSending: () => Promise.resolve() },
        { post, key, audience },
        signal,
      );
      // Deleted meanwhile, mostly: whoever clicked sees that.
      if (changed.status !== 'delivered') return { outcome: this.#undelivered(changed) };
      if (before === undefined) return { outcome };
      const { message } = changed;
      const { form, articles = before.articles } = about ?? {};
      return {
        outcome,
        change: { kind: 'put', answer: { ...before, ...form, articles, message } },
      };
    }
    const delivered = await this.#put({ post, key: stored.key, audience }, signal);
    if (delivered.status !== 'delivered') return { outcome: this.#undelivered(delivered) };
    if (about === undefined) return { outcome: audience === 'person' ? 'problem' : outcome };
    const row = answerRow(this.#parts, delivered.message, about);
    return { outcome, change: { kind: 'put', answer: row } };
  }

  /** Sends a post, or puts it in the place of what stands there, and remembers where it stands. */
  async #put(outgoing: Outgoing, signal: AbortSignal): Promise<Delivered> {
    const { parts, platform, stored } = this.#parts;
    const wasUnclear = this.#isUnclear;
    // Should it be cut off from here on, nobody knows what became of it.
    const beforeSending = async (): Promise<void> => {
      await parts.store.startSending(stored.key);
      this.#isUnclear = true;
    };
    const to = stored.request.replyTo;
    const place = { platform, to, message: this.#message, isUnclear: wasUnclear, beforeSending };
    const delivered = await deliver(place, outgoing, signal).catch((error: unknown) => {
      if (error instanceof PlatformError && error.code !== 'unclear') this.#isUnclear = wasUnclear;
      throw error;
    });
    this.#isUnclear = delivered.status === 'unclear';
    if (delivered.status === 'delivered') await this.#remember(delivered.message);
    return delivered;
  }

  async #remember(message: SentMessage): Promise<void> {
    const { parts, stored, log } = this.#parts;
    this.#message = message;
    try {
      await parts.store.setMessage(stored.key, message);
    } catch (error) {
      // It stands there. That it was on its way is written down: another process looks it up by its key.
      log.error({ err: error }, 'where the message stands could not be written down');
    }
  }

  #undelivered(delivered: Exclude<Delivered, { readonly status: 'delivered' }>): Outcome {
    const { log } = this.#parts;
    if (delivered.status === 'unclear')
      log.warn({}, 'nobody can tell whether the answer stands there');
    else log.warn({ err: delivered.cause }, 'the answer cannot be delivered');
    return 'lost';
  }

  /** Something failed that should not: it is said, as long as that can be said. */
  async #apologize(problem: BotProblem, signal: AbortSignal): Promise<Outcome> {
    const { stored, log } = this.#parts;
    try {
      const post = problemPost(problem);
      const delivered = await this.#put({ post, key: stored.key, audience: 'person' }, signal);
      return delivered.status === 'delivered' ? 'problem' : this.#undelivered(delivered);
    } catch (error) {
      signal.throwIfAborted();
      log.error({ err: error }, 'not even that could be said');
      return 'lost';
    }
  }
}

/** What is being read, for the sign of life. */
function namesOf(request: Request): readonly string[] {
  if (request.kind !== 'summarize') return [];
  return request.sources.flatMap((source) =>
    source.kind === 'message' ? [] : [sourceName(source)],
  );
}
