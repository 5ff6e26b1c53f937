import type { SocketModeReceiver } from '@slack/bolt';
import type { PlatformState } from '../../../ports/chat-platform.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Log } from '../../../ports/log.ts';
import type { PlatformError } from '../../../ports/platform-error.ts';
import { toPlatformError } from '../send/to-platform-error.ts';
import { within } from './within.ts';

export interface Connecting {
  /** Made with `autoReconnectEnabled: false`: its own way back ends the process where the network is down for longer. */
  readonly client: SocketModeReceiver['client'];
  readonly clock: Clock;
  readonly log: Log;
}

export interface Connection {
  state(): PlatformState;
  close(): Promise<void>;
}

/** A connection that has not been greeted by then is given up. */
const OPEN_MS = 20_000;
/** How long Slack may take to end a connection. */
const CLOSE_MS = 2000;
/** A connection that ends sooner was no success. */
const LASTING_MS = 10_000;
const BACKOFF_MS = [0, 1000, 2000, 5000, 10_000, 30_000] as const;
const LONGEST_MS = 60_000;
/** A token that is refused may be put right by reinstalling the app; nobody is helped by asking every minute. */
const REFUSED_MS = 5 * 60_000;

/**
 * Connects over Socket Mode and stays connected until it is closed: what ends is opened anew, with growing pauses.
 * @throws PlatformError where the first connection cannot be made
 */
export async function keepConnected({ client, clock, log }: Connecting): Promise<Connection> {
  const ending = new AbortController();
  const isEnding = () => ending.signal.aborted;
  let lost = listen(client);
  await open(client);
  let lostAtMs: number | undefined;
  log.info({}, 'connected to Slack');

  const stay = async () => {
    for (let failures = 0; ;) {
      const sinceMs = clock.now();
      await lost;
      lostAtMs = clock.now();
      failures = clock.now() - sinceMs >= LASTING_MS ? 0 : failures + 1;
      for (let error: PlatformError | undefined; ; failures += 1) {
        if (isEnding()) return;
        await clock.wait(pauseMs(failures, error), ending.signal);
        lost = listen(client);
        error = await tryOpen(client);
        if (isEnding()) return closeSocket(client);
        if (error === undefined) break;
        log.warn({ code: error.code, failures }, 'cannot connect to Slack again yet');
      }
      lostAtMs = undefined;
      log.info({}, 'connected to Slack again');
    }
  };
  const staying = stay().catch((error: unknown) => {
    if (!isEnding()) log.error({ error: String(error) }, 'the connection to Slack is lost');
  });

  return {
    state: () =>
      lostAtMs === undefined
        ? { status: 'connected' }
        : { status: 'disconnected', sinceMs: lostAtMs },
    async close() {
      ending.abort();
      await closeSocket(client);
      // A connection that is just being opened is closed as soon as it is.
      await within(CLOSE_MS, staying);
    },
  };
}

function listen(client: Connecting['client']): Promise<void> {
  return new Promise((resolve) => void client.once('disconnected', () => resolve()));
}

function pauseMs(failures: number, error: PlatformError | undefined): number {
  if (error?.code === 'refused-token') return REFUSED_MS;
  return BACKOFF_MS[failures] ?? LONGEST_MS;
}

async function tryOpen(client: Connecting['client']): Promise<PlatformError | undefined> {
  try {
    await open(client);
    return undefined;
  } catch (error) {
    return toPlatformError('apps.connections.open', error);
  }
}

async function open(client: Connecting['client']): Promise<void> {
  const timer = setTimeout(() => void client.disconnect(), OPEN_MS);
  try {
    await client.start();
  } catch (error) {
    throw toPlatformError('apps.connections.open', error ?? new Error('the connection ended'));
  } finally {
    clearTimeout(timer);
  }
}

/** Asked a second time, the library no longer waits for the other side's goodbye. */
async function closeSocket(client: Connecting['client']): Promise<void> {
  const timer = setTimeout(() => void client.disconnect(), CLOSE_MS);
  try {
    await client.disconnect();
  } finally {
    clearTimeout(timer);
  }
}
