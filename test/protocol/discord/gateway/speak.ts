import type { RawData, WebSocket } from 'ws';
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10';
import { isRecord } from '../check/shape.ts';
import { findIntentFault } from './find-intent-fault.ts';
import type { GatewayCounts, GatewayParts } from './gateway.ts';
import type { Session, Sessions } from './sessions.ts';

export interface Connection {
  readonly webSocket: WebSocket;
  readonly send: (payload: unknown) => void;
  /** Op 9: the client has to resume or identify anew, on this socket or the next. */
  readonly invalidate: (resumable: boolean) => void;
}

export interface Speaking extends GatewayParts {
  readonly url: string;
  readonly path: string;
  readonly webSocket: WebSocket;
  readonly connections: Set<Connection>;
  readonly sessions: Sessions;
  readonly state: { readonly ignoresHeartbeats: boolean };
  readonly counts: GatewayCounts;
}

/** https://discord.com/developers/docs/events/gateway#sending-events, #rate-limiting */
const maxPayloadBytes = 4096;
const maxPayloadsPerMinute = 120;

/** Talks with one client, from HELLO until its socket closes. */
export function speak(with_: Speaking): void {
  const { webSocket, sessions, settings, log, counts } = with_;
  let session: Session | undefined;
  let received = 0;
  const send = (payload: unknown): void => {
    if (webSocket.readyState === webSocket.OPEN) webSocket.send(JSON.stringify(payload));
  };
  const close = (code: GatewayCloseCodes, what: string): void => {
    log.violations.push({ where: 'gateway', what: `${what} (${code})`, faults: [] });
    webSocket.close(code, what);
  };
  const connection: Connection = {
    webSocket,
    send,
    invalidate: (resumable) => {
      if (session !== undefined && !resumable) sessions.end(session);
      if (session !== undefined) session.send = undefined;
      session = undefined;
      send({ op: GatewayOpcodes.InvalidSession, d: resumable });
    },
  };
  const identify = (data: Record<string, unknown>): void => {
    if (session !== undefined) {
      close(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
      return;
    }
    if (data['token'] !== settings.token) {
      close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
      return;
    }
    const fault = findIntentFault(data['intents'], settings.messageContent);
    if (fault !== undefined) {
      close(fault.code, fault.what);
      return;
    }
    counts.identified += 1;
    session = sessions.open(Number(data['intents']));
    session.send = send;
    const world = with_.world();
    const opened = session;
    sessions.tell(opened, {
      name: GatewayDispatchEvents.Ready,
      intents: 0,
      data: () => world.ready(opened),
    });
    world.guilds().forEach((event) => sessions.tell(opened, event));
    log.changed();
  };
  const resume = (data: Record<string, unknown>): void => {
    if (session !== undefined) {
      close(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
      return;
    }
    if (data['token'] !== settings.token) {
      close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
      return;
    }
    const known = sessions.find(String(data['session_id']));
    const after = data['seq'];
    if (known === undefined) {
      connection.invalidate(false);
      return;
    }
    if (typeof after !== 'number' || after > known.sequence) {
      close(GatewayCloseCodes.InvalidSeq, 'Invalid seq.');
      return;
    }
    if (known.told[0] !== undefined && known.told[0].s > after + 1) {
      connection.invalidate(false);
      return;
    }
    counts.resumed += 1;
    session = known;
    known.send = send;
    sessions.replay(known, after);
    sessions.tell(known, {
      name: GatewayDispatchEvents.Resumed,
      intents: 0,
      data: () => ({ _trace: [] }),
    });
    log.changed();
  };
  const beat = (sequence: unknown): void => {
    counts.heartbeats += 1;
    if (sequence !== null && typeof sequence !== 'number') {
      close(GatewayCloseCodes.DecodeError, 'A heartbeat bears a number.');
      return;
    }
    if (!with_.state.ignoresHeartbeats) send({ op: GatewayOpcodes.HeartbeatAck });
    deadline.refresh();
    log.changed();
  };
  const hear = (raw: RawData): void => {
    received += 1;
    const bytes = rawBytes(raw);
    if (received > maxPayloadsPerMinute) {
      close(GatewayCloseCodes.RateLimited, 'More than 120 payloads a minute.');
      return;
    }
    if (bytes.byteLength > maxPayloadBytes) {
      close(GatewayCloseCodes.DecodeError, 'More than 4096 bytes.');
      return;
    }
    const payload = parsePayload(bytes);
    const data = isRecord(payload?.['d']) ? payload['d'] : {};
    if (payload === undefined) {
      close(GatewayCloseCodes.DecodeError, 'Not a JSON object.');
      return;
    }
    if (payload['op'] === GatewayOpcodes.Heartbeat) {
      beat(payload['d']);
      return;
    }
    if (payload['op'] === GatewayOpcodes.Identify) {
      identify(data);
      return;
    }
    if (payload['op'] === GatewayOpcodes.Resume) {
      resume(data);
      return;
    }
    if (session === undefined) {
      close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
      return;
    }
    if (payload['op'] === GatewayOpcodes.PresenceUpdate) return;
    close(GatewayCloseCodes.UnknownOpcode, `Opcode ${String(payload['op'])} is not spoken here.`);
  };
  // Discord leaves some room; who is silent for two beats is cut off.
  const deadline = setTimeout(
    () => webSocket.close(GatewayCloseCodes.SessionTimedOut),
    with_.heartbeatIntervalMs * 2 + 5000,
  );
  const perMinute = setInterval(() => (received = 0), 60_000);
  webSocket.on('message', hear);
  webSocket.on('close', (code) => {
    clearTimeout(deadline);
    clearInterval(perMinute);
    with_.connections.delete(connection);
    counts.connected = with_.connections.size;
    if (session?.send === send) session.send = undefined;
    // https://discord.com/developers/docs/events/gateway#initiating-a-disconnect
    if (session !== undefined && (code === 1000 || code === 1001)) sessions.end(session);
    log.changed();
  });
  with_.connections.add(connection);
  counts.connected = with_.connections.size;
  const query = new URL(with_.path, with_.url).searchParams;
  if (query.get('v') !== '10') {
    close(GatewayCloseCodes.InvalidAPIVersion, 'Version 10 is spoken here.');
    return;
  }
  if (query.get('encoding') !== 'json' || query.has('compress')) {
    close(GatewayCloseCodes.DecodeError, 'Plain JSON is spoken here.');
    return;
  }
  send({
    op: GatewayOpcodes.Hello,
    d: { heartbeat_interval: with_.heartbeatIntervalMs, _trace: [] },
  });
}

function rawBytes(raw: RawData): Buffer {
  if (Array.isArray(raw)) return Buffer.concat(raw);
  return raw instanceof ArrayBuffer ? Buffer.from(raw) : raw;
}

function parsePayload(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    const payload: unknown = JSON.parse(bytes.toString('utf8'));
    return isRecord(payload) ? payload : undefined;
  } catch {
    // Not JSON: the caller closes the socket for it.
    return undefined;
  }
}
