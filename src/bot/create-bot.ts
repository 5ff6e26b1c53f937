import { helpPost } from '../post/help-post.ts';
import { problemPost } from '../post/problem-post.ts';
import type { BotProblem } from '../post/bot-problem.ts';
import type { Post } from '../post/post.ts';
import type { Accepted, Core, Scope } from '../ports/core.ts';
import type { DeliveryKey } from '../ports/destination.ts';
import type { HouseRequest, Request } from '../ports/request.ts';
import type { StoredRequest } from '../ports/store.ts';
import { answerHouse } from './answer-house.ts';
import type { BotParts } from './bot-parts.ts';
import { createEndings } from './create-endings.ts';
import { FairQueue } from './fair-queue.ts';
import { findBlockedSite } from './find-blocked-site.ts';
import { DAY_MS, findLimit, HOUR_MS } from './find-limit.ts';
import { startPlatforms } from './start-platforms.ts';
import { workOnRequest } from './work-on-request.ts';

/** The bot: takes requests from its platforms and answers each once. */
export interface Bot extends Core {
  /** Takes up what an earlier process left, and lets the platforms bring events. */
  start(): Promise<void>;
  /**
   * Takes no more, lets what runs end within the grace time, and stops the platforms.
   * @param others what needs the platforms until it has ended; never rejects
   */
  stop(others?: Promise<void>): Promise<void>;
}

/** Pages are fetched side by side; parsing has a queue of its own. */
const RUNNING_PER_WORKER = 4;
/** After the grace time everything is told to end; what does not is left behind. */
const LEFT_BEHIND_MS = 2000;

export function createBot(parts: BotParts): Bot {
  const { store, platforms, settings, log, watch, clock, digests } = parts;
  const { waiting, waitingPerPerson } = settings.limits;
  const running = RUNNING_PER_WORKER * parts.desk.workers;
  const queue = new FairQueue({ running, waiting, waitingPerPerson });
  const closing = new AbortController();
  const endings = createEndings();
  let isOpen = true;
  /** Also of those whose rows were erased meanwhile: they are being answered all the same. */
  const underWay = new Set<string>();
  /** Requests that are being taken, also those that nobody waits for any more. */
  const taking = new Set<Promise<unknown>>();

  const showQueue = (): void => watch.queue({ waiting: queue.waiting, running: queue.running });
  const enqueue = (stored: StoredRequest, isResumed: boolean): void => {
    const { person, place } = stored.request;
    const event = eventOf(stored.request);
    underWay.add(event);
    const run = async (): Promise<void> => {
      showQueue();
      try {
        await workOnRequest(parts, { stored, isResumed, endings }, closing.signal);
      } catch (error) {
        // It stays written down; the next start takes it up.
        if (!closing.signal.aborted) log.error({ err: error, request: stored.key }, 'not ended');
      }
      underWay.delete(event);
      showQueue();
    };
    queue.add({ person, place, run });
    showQueue();
  };

  const refuse = async (key: DeliveryKey, problem: BotProblem): Promise<Accepted> => {
    await store.endRequest(key, 'refused');
    return { status: 'answered', post: problemPost(problem) };
  };

  /** Answered with the acknowledgement: written down as well, so that it is not said again. */
  const tell = async (request: Request, post: Post): Promise<Accepted> => {
    const told = { key: parts.newKey(), request, atMs: clock.now() };
    if ((await store.insertRequest(told, 'told')) === 'known') return { status: 'repeated' };
    return { status: 'answered', post };
  };

  const take = async (request: WorkRequest, signal: AbortSignal): Promise<Accepted> => {
    const stored = { key: parts.newKey(), request, atMs: clock.now() };
    if (underWay.has(eventOf(request)) || (await store.insertRequest(stored)) === 'known')
      return { status: 'repeated' };
    const problem = findRefusal(request, settings) ?? (await findLimitOf(parts, request));
    if (problem !== undefined) return refuse(stored.key, problem);
    // Whoever asked has been told that it is too much by now.
    if (signal.aborted || !queue.hasRoom(request))
      return refuse(stored.key, { code: 'queue-full' });
    enqueue({ ...stored, isSending: false }, false);
    return { status: 'accepted' };
  };

  return {
    async accept(request, signal) {
      const startMs = clock.now();
      signal.throwIfAborted();
      const work = acceptAny(request, signal);
      // Whoever waits for it hears of its failure.
      const taken = work.then(
        () => undefined,
        () => undefined,
      );
      taking.add(taken);
      void taken.then(() => taking.delete(taken));
      const accepted = await orReject(work, signal);
      watch.accepted(request, accepted.status);
      watch.acknowledged(request, clock.now() - startMs);
      return accepted;
    },
    async suggest(query, signal) {
      signal.throwIfAborted();
      return orReject(digests.suggest(query), signal);
    },
    async form(query, signal) {
      signal.throwIfAborted();
      return orReject(digests.form(query), signal);
    },
    async submit(request, signal) {
      const faults = digests.findFaults(request.ask);
      if (faults.length > 0) return { status: 'faulty', faults };
      return this.accept(request, signal);
    },
    async left(scope: Scope) {
      const plans = await digests.left(scope);
      const answers = await store.erase(scope);
      log.info({ kind: scope.kind, platform: scope.platform, answers, digests: plans }, 'erased');
    },
    async start() {
      // What comes in from now on is not what an earlier process left.
      const left = await store.findUnfinished();
      await startPlatforms(platforms, this);
      const names = platforms.map(({ name }) => name);
      // What a platform left that is not here now waits for it.
      for (const stored of left) if (names.includes(stored.request.platform)) enqueue(stored, true);
    },
    async stop(others = Promise.resolve()) {
      isOpen = false;
      const ended = Promise.all([queue.pause(), others]);
      const grace = new AbortController();
      const late = clock.wait(settings.graceMs, grace.signal).then(async () => {
        closing.abort(new Error('the grace time is over'));
        await clock.wait(LEFT_BEHIND_MS, grace.signal);
        log.error({ running: queue.running }, 'what does not end is left behind');
      });
      // Rejects when it is not needed any more.
      await Promise.race([ended, late.catch(() => undefined)]);
      grace.abort();
      const stopped = await Promise.allSettled(platforms.map((platform) => platform.stop()));
      for (const one of stopped)
        if (one.status === 'rejected')
          log.error({ err: one.reason as unknown }, 'a platform does not stop');
      // What was refused as too much is ended, or the next start would answer it.
      const hurry = new AbortController();
      const left = clock.wait(LEFT_BEHIND_MS, hurry.signal).catch(() => undefined);
      await Promise.race([Promise.all(taking), left]);
      hurry.abort();
    },
  };

  async function acceptAny(request: Request, signal: AbortSignal): Promise<Accepted> {
    if (!isOpen) return tell(request, problemPost({ code: 'shutting-down' }));
    if (request.kind === 'summarize' && request.sources.length === 0) {
      // Under another name: once somebody has put a link into the message it is a request that was never answered.
      return tell({ ...request, id: `${request.id}/help` }, helpPost(settings.name));
    }
    if (isWork(request)) return take(request, signal);
    const post = await answerHouse(parts, request, queue);
    // Of what is forgotten nothing is written down, and doing it twice does no harm.
    return request.kind === 'forget' ? { status: 'answered', post } : tell(request, post);
  }
}

function eventOf({ platform, id }: Request): string {
  return `${platform} ${id}`;
}

type WorkRequest = Exclude<Request, HouseRequest>;

function isWork(request: Request): request is WorkRequest {
  return request.kind === 'summarize' || request.kind === 'follow-up' || request.kind === 'digest';
}

/** What the settings keep the bot from, as far as the request itself tells. */
function findRefusal(
  request: WorkRequest,
  { allowedChannels, blockedSites }: BotParts['settings'],
): BotProblem | undefined {
  if (allowedChannels.length > 0 && !allowedChannels.includes(request.channel))
    return { code: 'channel-not-allowed' };
  if (request.kind !== 'summarize') return undefined;
  for (const source of request.sources) {
    if (source.kind !== 'link') continue;
    const host = findBlockedSite(source.url, blockedSites);
    if (host !== undefined) return { code: 'blocked-site', host };
  }
  return undefined;
}

async function findLimitOf(
  { store, settings: { limits }, clock, unlimited = [] }: BotParts,
  request: WorkRequest,
): Promise<BotProblem | undefined> {
  const { platform, person, place } = request;
  if (unlimited.includes(platform)) return undefined;
  if (limits.perPersonAnHour === undefined && limits.perPlaceADay === undefined) return undefined;
  const nowMs = clock.now();
  const usageSince = (sinceMs: number) => store.countRequests({ platform, person, place, sinceMs });
  const hour = await usageSince(nowMs - HOUR_MS);
  // Nobody counts a day where the hour has said it already.
  const day = limits.perPlaceADay === undefined ? hour : await usageSince(nowMs - DAY_MS);
  return findLimit({ hour, day }, limits, nowMs);
}

/**
 * The work's result, or the signal's reason where that is first; the work goes on all the same. Whoever calls has looked
 * at the signal before the work began.
 */
async function orReject<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(signal.reason as Error);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
