import type { WebSocket } from 'ws';
import { GatewayOpcodes } from 'discord-api-types/v10';
import type { GatewayCloseCodes } from 'discord-api-types/v10';
import type { GatewayCounts, GatewayParts } from './gateway.ts';
import type { Session, Sessions } from './sessions.ts';

/** One client's socket and what has been agreed on it. */
export interface Connection {
  readonly webSocket: WebSocket;
  readonly parts: Speaking;
  readonly send: (payload: unknown) => void;
  session: Session | undefined;
  /** How many payloads came in this minute. */
  received: number;
  /** Puts off the moment at which silence ends the connection. */
  readonly stay: () => void;
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

/** Op 9: the client has to resume or identify anew, on this socket or the next. */
export function invalidate(connection: Connection, resumable: boolean): void {
  const { session } = connection;
  if (session !== undefined && !resumable) connection.parts.sessions.end(session);
  if (session !== undefined) session.send = undefined;
  connection.session = undefined;
  connection.send({ op: GatewayOpcodes.InvalidSession, d: resumable });
}

/** Closes the socket for what no client should do. */
export function refuse(connection: Connection, code: GatewayCloseCodes, what: string): void {
  connection.parts.log.violations.push({
    where: 'gateway',
    what: `${what} (${code})`,
    faults: [],
  });
  connection.webSocket.close(code, what);
}
