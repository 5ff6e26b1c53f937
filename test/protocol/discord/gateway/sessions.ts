import { randomUUID } from 'node:crypto';
import { GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import type { GatewayEvent } from './gateway.ts';

/** What one client has been told, kept so that it can be told again what it missed. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly told: Told[];
  /** The last number given out. */
  sequence: number;
  /** Sends to the socket that it is on; nothing while it has none. */
  send: ((payload: unknown) => void) | undefined;
}

interface Told {
  readonly op: number;
  readonly t: string;
  readonly s: number;
  readonly d: unknown;
}

export interface Sessions {
  readonly open: (intents: number) => Session;
  readonly find: (id: string) => Session | undefined;
  readonly end: (session: Session) => void;
  readonly forget: () => void;
  readonly dispatch: (event: GatewayEvent) => void;
  readonly tell: (session: Session, event: GatewayEvent) => void;
  /** Everything after a number once more, over the socket that the session is on now. */
  readonly replay: (session: Session, after: number) => void;
  readonly pause: () => void;
  readonly carryOn: () => void;
}

/** Discord keeps some; a client that missed more than this must begin anew. */
const maxTold = 5_000;

export function createSessions(): Sessions {
  const open = new Map<string, Session>();
  let heldBack: { readonly session: Session; readonly told: Told }[] | undefined;
  const tell = (session: Session, event: GatewayEvent): void => {
    if (event.intents !== 0 && (session.intents & event.intents) === 0) return;
    const readsContent = (session.intents & GatewayIntentBits.MessageContent) !== 0;
    session.sequence += 1;
    // What is told is fixed now: a replay tells what was so then.
    const d: unknown = structuredClone(event.data(readsContent));
    const told = { op: GatewayOpcodes.Dispatch, t: event.name, s: session.sequence, d };
    session.told.push(told);
    if (session.told.length > maxTold) session.told.shift();
    if (heldBack === undefined) session.send?.(told);
    else heldBack.push({ session, told });
  };
  return {
    open: (intents) => {
      const session: Session = {
        id: randomUUID().replaceAll('-', ''),
        intents,
        told: [],
        sequence: 0,
        send: undefined,
      };
      open.set(session.id, session);
      return session;
    },
    find: (id) => open.get(id),
    end: (session) => void open.delete(session.id),
    forget: () => open.clear(),
    tell,
    dispatch: (event) => [...open.values()].forEach((session) => tell(session, event)),
    replay: (session, after) => {
      heldBack = heldBack?.filter((one) => one.session !== session);
      session.told.filter(({ s }) => s > after).forEach((told) => session.send?.(told));
    },
    pause: () => void (heldBack ??= []),
    carryOn: () => {
      const waiting = heldBack ?? [];
      heldBack = undefined;
      waiting.forEach(({ session, told }) => session.send?.(told));
    },
  };
}
