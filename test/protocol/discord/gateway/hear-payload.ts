import type { RawData } from 'ws';
import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import { isRecord } from '../check/shape.ts';
import { identify, resume } from './open-session.ts';
import { refuse } from './connection.ts';
import type { Connection } from './connection.ts';

/** https://discord.com/developers/docs/events/gateway#sending-events, #rate-limiting */
const maxPayloadBytes = 4096;
const maxPayloadsPerMinute = 120;

/** Takes what a client sends, or closes its socket for it. */
export function hearPayload(connection: Connection, raw: RawData): void {
  connection.received += 1;
  const bytes = rawBytes(raw);
  if (connection.received > maxPayloadsPerMinute) {
    refuse(connection, GatewayCloseCodes.RateLimited, 'More than 120 payloads a minute.');
    return;
  }
  if (bytes.byteLength > maxPayloadBytes) {
    refuse(connection, GatewayCloseCodes.DecodeError, 'More than 4096 bytes.');
    return;
  }
  const payload = parsePayload(bytes);
  if (payload === undefined) {
    refuse(connection, GatewayCloseCodes.DecodeError, 'Not a JSON object.');
    return;
  }
  obey(connection, payload['op'], payload['d']);
}

function obey(connection: Connection, op: unknown, data: unknown): void {
  const fields = isRecord(data) ? data : {};
  switch (op) {
    case GatewayOpcodes.Heartbeat:
      beat(connection, data);
      return;
    case GatewayOpcodes.Identify:
      identify(connection, fields);
      return;
    case GatewayOpcodes.Resume:
      resume(connection, fields);
      return;
    case GatewayOpcodes.PresenceUpdate:
      if (connection.session !== undefined) return;
      refuse(connection, GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
      return;
    default:
      refuse(
        connection,
        GatewayCloseCodes.UnknownOpcode,
        `Opcode ${String(op)} is not spoken here.`,
      );
  }
}

function beat(connection: Connection, sequence: unknown): void {
  const { counts, state, log } = connection.parts;
  if (sequence !== null && typeof sequence !== 'number') {
    refuse(connection, GatewayCloseCodes.DecodeError, 'A heartbeat bears a number.');
    return;
  }
  counts.heartbeats += 1;
  if (!state.ignoresHeartbeats) connection.send({ op: GatewayOpcodes.HeartbeatAck });
  connection.stay();
  log.changed();
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
