import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { identity } from './identity.ts';
import { isJson, type Json } from './json.ts';
import type { Records } from './records.ts';
import type { Settings } from './slack-options.ts';
import type { TestClock } from './test-clock.ts';
import type { Ack, Outgoing, Transport } from './transport.ts';

/** A link that `apps.connections.open` gave out is good for so long, and once. */
const ticketLifeMs = 30_000;

export interface SocketMode extends Transport {
  /** The address of a new connection, as `apps.connections.open` answers it. */
  newUrl(origin: string): string;
  connections(): number;
  /** How often an app has connected, over all. */
  connectedSoFar(): number;
  /** Says that a connection is about to end: the app is to connect anew. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  /** Lets all connections die without a word, as a network does. */
  drop(): void;
  /** Refuses new connections for a while, or takes them again. */
  accept(isAccepting: boolean): void;
  /** Ends all connections as Slack would, those of hanging apps by force after 1 s. */
  stop(): Promise<void>;
}

export interface SocketModeParts {
  readonly server: Server;
  readonly settings: Settings;
  readonly clock: TestClock;
  readonly records: Records;
  readonly changed: () => void;
}

interface Waiting {
  readonly from: number;
  readonly takesBody: boolean;
  readonly done: (ack: Ack) => void;
}

/** https://docs.slack.dev/apis/events-api/using-socket-mode */
export function createSocketMode(parts: SocketModeParts): SocketMode {
  const { settings, clock, records } = parts;
  const tickets = new Map<string, number>();
  const open: WebSocket[] = [];
  const waiting = new Map<string, Waiting>();
  const sockets = new WebSocketServer({ noServer: true });
  let isAccepting = true;
  let soFar = 0;
  const violation = (what: string) => records.violations.push({ where: 'socket', what });

  const welcome = (socket: WebSocket) => {
    open.push(socket);
    soFar += 1;
    const pings = setInterval(() => socket.ping(), settings.pingIntervalMs);
    // Everything that waits for its acknowledgement listens for its end.
    socket.setMaxListeners(0);
    socket.on('message', (data) => hear(data));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(pings);
      forget(open, socket);
      parts.changed();
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: open.length,
        debug_info: { host: 'applink-test', build_number: 1, approximate_connection_time: 18060 },
        connection_info: { app_id: identity.appId },
      }),
    );
    parts.changed();
  };

  const hear = (data: RawData) => {
    const said = parseText(data);
    const id = said?.['envelope_id'];
    if (!said || typeof id !== 'string') return violation('a message without envelope_id');
    const one = waiting.get(id);
    if (!one) return violation(`an acknowledgement that nobody waits for, or too late: ${id}`);
    waiting.delete(id);
    const payload = said['payload'];
    const body = isJson(payload) && Object.keys(payload).length === 0 ? undefined : payload;
    if (body !== undefined && !one.takesBody) violation('a payload where none is accepted');
    one.done({ state: 'acknowledged', afterMs: Date.now() - one.from, body });
  };

  parts.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const ticket = new URL(request.url ?? '/', 'http://slack').searchParams.get('ticket') ?? '';
    const bornAt = tickets.get(ticket);
    tickets.delete(ticket);
    const isGood = bornAt !== undefined && clock.now() - bornAt <= ticketLifeMs;
    if (!isGood) violation('a connection without a fresh ticket');
    if (!isGood || !isAccepting) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, welcome);
  });

  return {
    newUrl(origin) {
      const ticket = randomUUID();
      tickets.set(ticket, clock.now());
      return `${origin.replace(/^http/u, 'ws')}/link/?ticket=${ticket}&app_id=${identity.appId}`;
    },
    connections: () => open.length,
    connectedSoFar: () => soFar,
    disconnect(reason) {
      const debug_info = { host: 'applink-test' };
      for (const socket of open)
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info }));
    },
    drop() {
      for (const socket of [...open]) socket.terminate();
    },
    accept(is) {
      isAccepting = is;
    },
    send: (outgoing) => {
      // Slack picks any of the connections: the turn goes round, so that an app must listen on all.
      const socket = open.shift();
      if (!socket)
        return Promise.resolve({ state: 'failed', afterMs: 0, because: 'connection-failed' });
      open.push(socket);
      return sendOver(socket, outgoing, { waiting, timeoutMs: settings.ackTimeoutMs });
    },
    retryReason: () => 'timeout',
    async stop() {
      const closed = [...open].map((socket) => {
        const gone = once(socket, 'close');
        socket.close(1001);
        // An app that hangs does not answer; what was a second ago is no reason to wait longer.
        const tooLong = setTimeout(() => socket.terminate(), 1000);
        return gone.finally(() => clearTimeout(tooLong));
      });
      await Promise.all(closed);
      sockets.close();
    },
  };
}

function sendOver(
  socket: WebSocket,
  { kind, payload, retry }: Outgoing,
  { waiting, timeoutMs }: { readonly waiting: Map<string, Waiting>; readonly timeoutMs: number },
): Promise<Ack> {
  const envelopeId = randomUUID();
  const takesBody = kind !== 'events_api';
  const envelope = {
    envelope_id: envelopeId,
    payload,
    type: kind,
    accepts_response_payload: takesBody,
    ...(takesBody ? {} : { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' }),
  };
  const from = Date.now();
  return new Promise((resolve) => {
    const timer = setTimeout(() => fail('timeout'), timeoutMs);
    const closed = () => fail('connection-failed');
    const finish = (ack: Ack) => {
      clearTimeout(timer);
      socket.off('close', closed);
      waiting.delete(envelopeId);
      resolve(ack);
    };
    const fail = (because: 'timeout' | 'connection-failed') =>
      finish({ state: 'failed', afterMs: Date.now() - from, because });
    socket.on('close', closed);
    waiting.set(envelopeId, { from, takesBody, done: finish });
    socket.send(JSON.stringify(envelope));
  });
}

function parseText(data: RawData): Json | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(data as Buffer).toString('utf8'));
    return isJson(parsed) ? parsed : undefined;
  } catch {
    // Not JSON: the caller notes it as a violation.
    return undefined;
  }
}

function forget<T>(list: T[], one: T): void {
  const at = list.indexOf(one);
  if (at >= 0) list.splice(at, 1);
}
