import { Status, type Client } from 'discord.js';
import type { PlatformState } from '../../../ports/chat-platform.ts';
import type { Clock } from '../../../ports/clock.ts';
import { closeClient } from './close-client.ts';
import { isFromGateway } from './is-from-gateway.ts';
import { openClient, type ClientOptions, type Ears } from './open-client.ts';
import { paceIdentifies, type IdentifyPace } from './pace-identifies.ts';

/** The gateway, whatever happens to the client that holds it. */
export interface Connection {
  readonly state: () => PlatformState;
  readonly close: () => Promise<void>;
}

export interface Keeping extends Omit<ClientOptions, 'pace'> {
  readonly clock: Clock;
}

/** Discord.js connects again by itself; where it has not done so for this long, it is begun anew. */
const LOST_MS = 90_000;
const LOOK_MS = 10_000;
const FIRST_PAUSE_MS = 1000;
const MAX_PAUSE_MS = 5 * 60_000;

/**
 * Connects, and begins anew where the library gives up or breaks: its own way back runs in promises that nobody
 * awaits, and what they throw would end the process. @throws PlatformError where the first connection fails, or the
 * signal's reason where that comes first
 */
export async function keepConnected(
  keeping: Keeping,
  ears: Omit<Ears, 'onBroken'>,
  signal: AbortSignal,
): Promise<Connection> {
  const keeper = new Keeper(keeping, ears);
  await keeper.start(signal);
  return keeper;
}

/** Holds one client after the other. */
class Keeper implements Connection {
  readonly #keeping: Keeping;
  readonly #ears: Omit<Ears, 'onBroken'>;
  readonly #pace: IdentifyPace;
  readonly #closing = new AbortController();
  #client: Client<true> | undefined;
  /** Aborted, with the reason, when the client is of no use any more. */
  #broken = new AbortController();
  #watch: Promise<void> = Promise.resolve();
  /** When it was last seen to be connected. */
  #seenMs = 0;

  constructor(keeping: Keeping, ears: Omit<Ears, 'onBroken'>) {
    this.#keeping = keeping;
    this.#pace = paceIdentifies(keeping.clock);
    this.#ears = ears;
  }

  async start(signal: AbortSignal): Promise<void> {
    this.#client = await this.#open(signal);
    process.on('unhandledRejection', this.#onStray);
    this.#watch = this.#keep().catch((error: unknown) => {
      this.#keeping.log.error({ error: String(error) }, 'gateway: no longer watched over');
    });
  }

  readonly state = (): PlatformState =>
    this.#isConnected()
      ? { status: 'connected' }
      : { status: 'disconnected', sinceMs: this.#seenMs };

  readonly close = async (): Promise<void> => {
    this.#closing.abort(new Error('closing'));
    await this.#watch;
    await this.#end();
    process.off('unhandledRejection', this.#onStray);
  };

  /** A client that was given up is not listened to, should it live on. */
  #open(closing: AbortSignal): Promise<Client<true>> {
    const broken = new AbortController();
    this.#broken = broken;
    const isHeard = (): boolean => this.#broken === broken;
    const { onReady, onInteraction, onMessage, onLeaving } = this.#ears;
    const heard: Ears = {
      onReady: (self) => isHeard() && onReady(self),
      onInteraction: (...event) => isHeard() && onInteraction(...event),
      onMessage: (...event) => isHeard() && onMessage(...event),
      onLeaving: (scope) => isHeard() && onLeaving(scope),
      onBroken: (why) => broken.abort(why),
    };
    return openClient({ ...this.#keeping, pace: this.#pace }, heard, closing);
  }

  readonly #onStray = (reason: unknown): void => {
    if (isFromGateway(reason)) {
      this.#keeping.log.error({ error: String(reason) }, 'gateway: the library failed');
      this.#broken.abort('the library failed');
      return;
    }
    // Not ours to judge: what Node does where nobody listens.
    if (process.listenerCount('unhandledRejection') === 1) throw reason;
  };

  async #end(): Promise<void> {
    const ended = this.#client;
    this.#client = undefined;
    if (ended !== undefined) await closeClient(ended);
  }

  async #keep(): Promise<void> {
    const { log } = this.#keeping;
    for (;;) {
      const why = await this.#whenLost();
      if (why === undefined) return;
      log.error({ why }, 'gateway: lost; beginning anew');
      await this.#end();
      this.#client = await this.#reopen();
      if (this.#client === undefined) return;
      log.info({}, 'gateway: connected anew');
    }
  }

  /** Why the connection is lost for good; `undefined` once it is to be closed. */
  async #whenLost(): Promise<string | undefined> {
    const { clock } = this.#keeping;
    const signal = AbortSignal.any([this.#closing.signal, this.#broken.signal]);
    this.#seenMs = clock.now();
    for (;;) {
      try {
        await clock.wait(LOOK_MS, signal);
      } catch (error) {
        if (this.#closing.signal.aborted) return undefined;
        if (this.#broken.signal.aborted) return String(this.#broken.signal.reason);
        throw error;
      }
      if (this.#isConnected()) this.#seenMs = clock.now();
      else if (clock.now() - this.#seenMs > LOST_MS) return 'not connected for too long';
    }
  }

  #isConnected(): boolean {
    return this.#client?.ws.shards.every(({ status }) => status === Status.Ready) === true;
  }

  /** A new client, after as many attempts as it takes; `undefined` once it is to be closed. */
  async #reopen(): Promise<Client<true> | undefined> {
    const { clock, log } = this.#keeping;
    const closing = this.#closing.signal;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS)) {
      try {
        await clock.wait(pauseMs, closing);
        return await this.#open(closing);
      } catch (error) {
        if (closing.aborted) return undefined;
        log.error({ error: String(error) }, 'gateway: cannot connect; trying again');
      }
    }
  }
}
