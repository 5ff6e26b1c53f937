import { GatewayCloseCodes, GatewayDispatchEvents } from 'discord-api-types/v10';
import { findIntentFault } from './find-intent-fault.ts';
import { invalidate, refuse } from './connection.ts';
import type { Connection } from './connection.ts';

/** Op 2: a new session, then READY and the servers. */
export function identify(connection: Connection, data: Readonly<Record<string, unknown>>): void {
  const { sessions, settings, counts, log } = connection.parts;
  if (!isStranger(connection, data['token'])) return;
  const fault = findIntentFault(data['intents'], settings.messageContent);
  if (fault !== undefined) {
    refuse(connection, fault.code, fault.what);
    return;
  }
  counts.identified += 1;
  const session = sessions.open(Number(data['intents']));
  session.send = connection.send;
  connection.session = session;
  const world = connection.parts.world();
  const ready = { name: GatewayDispatchEvents.Ready, intents: 0, data: () => world.ready(session) };
  [ready, ...world.guilds()].forEach((event) => sessions.tell(session, event));
  log.changed();
}

/** Op 6: what was missed, then RESUMED. https://discord.com/developers/docs/events/gateway#resuming */
export function resume(connection: Connection, data: Readonly<Record<string, unknown>>): void {
  const { sessions, counts, log } = connection.parts;
  if (!isStranger(connection, data['token'])) return;
  const session = sessions.find(String(data['session_id']));
  const after = data['seq'];
  if (session === undefined) {
    invalidate(connection, false);
    return;
  }
  if (typeof after !== 'number' || after > session.sequence) {
    refuse(connection, GatewayCloseCodes.InvalidSeq, 'Invalid seq.');
    return;
  }
  if (session.told[0] !== undefined && session.told[0].s > after + 1) {
    invalidate(connection, false);
    return;
  }
  counts.resumed += 1;
  session.send = connection.send;
  connection.session = session;
  sessions.replay(session, after);
  sessions.tell(session, {
    name: GatewayDispatchEvents.Resumed,
    intents: 0,
    data: () => ({ _trace: [] }),
  });
  log.changed();
}

/** Whether nobody is known on this socket yet and the token is right; closes it otherwise. */
function isStranger(connection: Connection, token: unknown): boolean {
  if (connection.session !== undefined) {
    refuse(connection, GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
    return false;
  }
  if (token !== connection.parts.settings.token) {
    refuse(connection, GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    return false;
  }
  return true;
}
