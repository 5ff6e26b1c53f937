import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import { refuse } from './connection.ts';
import type { Connection, Speaking } from './connection.ts';
import { hearPayload } from './hear-payload.ts';

/** Talks with one client, from HELLO until its socket closes. */
export function speak(parts: Speaking): void {
  const { webSocket, heartbeatIntervalMs } = parts;
  // Discord leaves some room; who is silent for two beats is cut off.
  const silence = setTimeout(
    () => webSocket.close(GatewayCloseCodes.SessionTimedOut),
    heartbeatIntervalMs * 2 + 5000,
  );
  const connection: Connection = {
    webSocket,
    parts,
    send: (payload) => {
      if (webSocket.readyState === webSocket.OPEN) webSocket.send(JSON.stringify(payload));
    },
    session: undefined,
    received: 0,
    stay: () => void silence.refresh(),
  };
  const minute = setInterval(() => (connection.received = 0), 60_000);
  webSocket.on('message', (raw) => hearPayload(connection, raw));
  webSocket.on('close', (code) => {
    clearTimeout(silence);
    clearInterval(minute);
    part(connection, code);
  });
  parts.connections.add(connection);
  parts.counts.connected = parts.connections.size;
  greet(connection);
}

function greet(connection: Connection): void {
  const { path, url, heartbeatIntervalMs } = connection.parts;
  const query = new URL(path, url).searchParams;
  if (query.get('v') !== '10') {
    refuse(connection, GatewayCloseCodes.InvalidAPIVersion, 'Version 10 is spoken here.');
  } else if (query.get('encoding') !== 'json' || query.has('compress')) {
    refuse(connection, GatewayCloseCodes.DecodeError, 'Plain JSON is spoken here.');
  } else {
    const hello = { heartbeat_interval: heartbeatIntervalMs, _trace: [] };
    connection.send({ op: GatewayOpcodes.Hello, d: hello });
  }
}

function part(connection: Connection, code: number): void {
  const { connections, counts, sessions, log } = connection.parts;
  const { session, send } = connection;
  connections.delete(connection);
  counts.connected = connections.size;
  if (session?.send === send) session.send = undefined;
  // https://discord.com/developers/docs/events/gateway#initiating-a-disconnect
  if (session !== undefined && (code === 1000 || code === 1001)) sessions.end(session);
  log.changed();
}
