import type { Accepted, Core, FaultyForm } from '../../../ports/core.ts';
import type { DigestRequest, Request } from '../../../ports/request.ts';
import type { Post } from '../../../post/post.ts';
import { problemPost } from '../../../post/problem-post.ts';
import { parseDestination, type Opening } from '../wire/discord-address.ts';
import type { DiscordLine } from '../send/discord-api.ts';
import { acknowledge, type Acknowledgement } from './acknowledge.ts';
import type { Acknowledgements } from './acknowledgements.ts';

/** Has requests written down, and acknowledges them once they are. */
export interface Taker {
  accept(request: Request): Promise<Taken>;
  /** What an interaction asks for; `shown` is what it is acknowledged with while the answer is made. */
  take(request: Request, shown: Acknowledgement): Promise<void>;
  /** A form; `shownFaults` is what tells that something in it is wrong. */
  submit(
    request: DigestRequest,
    shownFaults: (faulty: FaultyForm) => Acknowledgement,
  ): Promise<void>;
}

export type Taken = Accepted | { readonly status: 'busy' };

export interface TakerParts {
  readonly core: Core;
  readonly line: DiscordLine;
  readonly acknowledgements: Acknowledgements;
}

/** Ours, of the second in which an interaction is to be acknowledged; the rest is for the way to Discord. */
const ACCEPT_MS = 850;

export function createTaker({ core, line, acknowledgements }: TakerParts): Taker {
  const { log } = line;

  const inTime = async <T extends { readonly status: string }>(
    request: Request,
    take: (signal: AbortSignal) => Promise<T>,
  ): Promise<T | { readonly status: 'busy' }> => {
    try {
      const taken = await take(AbortSignal.timeout(ACCEPT_MS));
      log.debug({ request: request.id, kind: request.kind, status: taken.status }, 'taken');
      return taken;
    } catch (error) {
      const facts = { request: request.id, error: String(error) };
      log.warn(facts, 'not written down in time: refused as busy');
      return { status: 'busy' };
    }
  };

  const accept = (request: Request): Promise<Taken> =>
    inTime(request, (signal) => core.accept(request, signal));

  const answerWith = async (
    request: Request,
    decide: () => Promise<Acknowledgement | undefined>,
  ): Promise<void> => {
    const opening = openingOf(request);
    const done = acknowledgements.begin(opening.id);
    try {
      const acknowledgement = await decide();
      if (acknowledgement !== undefined) await acknowledge(line, opening, acknowledgement);
    } finally {
      done();
    }
  };

  return {
    accept,
    take: (request, shown) =>
      answerWith(request, async () => shownFor(await accept(request), shown)),
    submit: (request, shownFaults) =>
      answerWith(request, async () => {
        const taken = await inTime(request, (signal) => core.submit(request, signal));
        if (taken.status === 'faulty') return shownFaults(taken);
        return shownFor(taken, { kind: 'thinking' });
      }),
  };
}

/** Nothing where the event was delivered before. */
function shownFor(taken: Taken, shown: Acknowledgement): Acknowledgement | undefined {
  if (taken.status === 'repeated') return undefined;
  const post = postOf(taken);
  return post === undefined ? shown : { kind: 'post', post };
}

export const BUSY = problemPost({ code: 'queue-full' });

/** What the person is told at once; nothing where an answer will come, or has come. */
export function postOf(taken: Taken): Post | undefined {
  if (taken.status === 'busy') return BUSY;
  return taken.status === 'answered' ? taken.post : undefined;
}

function openingOf({ replyTo }: Request): Opening {
  const address = parseDestination(replyTo);
  if (!('opening' in address)) throw new Error('an interaction is answered to itself');
  return address.opening;
}
