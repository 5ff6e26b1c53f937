import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { GatewayOpcodes } from 'discord-api-types/v10';
import type { Settings } from '../inside.ts';
import type { ServerLog } from '../server-log.ts';
import { createSessions } from './sessions.ts';
import type { Session } from './sessions.ts';
import { speak } from './speak.ts';
import { invalidate } from './connection.ts';
import type { Connection } from './connection.ts';

/** Something that happened, told to every session whose intents ask for it. */
export interface GatewayEvent {
  readonly name: string;
  /** Intents of which a session needs one; 0 for what everybody gets. */
  readonly intents: number;
  /** What is told, with what people wrote or without it. */
  readonly data: (readsContent: boolean) => unknown;
}

/** What the gateway has to know of the world. */
export interface GatewayWorld {
  readonly ready: (session: Session) => unknown;
  /** What follows at once on READY: the servers that the bot is in. */
  readonly guilds: () => readonly GatewayEvent[];
}

export interface GatewayControls {
  /** Cuts every socket without a word; sessions can be resumed. */
  readonly dropSockets: () => void;
  /** Says that no more can be resumed, without telling anybody: the next RESUME is refused. */
  readonly forgetSessions: () => void;
  /** Op 7. */
  readonly askReconnect: () => void;
  /** Op 9. */
  readonly invalidateSession: (resumable: boolean) => void;
  /** Closes with a code, as 4004 or 4014. */
  readonly closeSockets: (code: number) => void;
  /** Stops answering heartbeats until `answerHeartbeats`. */
  readonly ignoreHeartbeats: () => void;
  readonly answerHeartbeats: () => void;
  /** Asks for a heartbeat at once, op 1. */
  readonly askHeartbeat: () => void;
  /** Keeps events back, in their order, until `resumeDelivery`. */
  readonly pauseDelivery: () => void;
  readonly resumeDelivery: () => void;
  /** Refuses new sockets until `acceptSockets`. */
  readonly refuseSockets: () => void;
  readonly acceptSockets: () => void;
  readonly counts: GatewayCounts;
}

export interface GatewayCounts {
  identified: number;
  resumed: number;
  heartbeats: number;
  /** Sockets open now. */
  connected: number;
}

export interface Gateway extends GatewayControls {
  readonly url: string;
  readonly dispatch: (event: GatewayEvent) => void;
  readonly close: () => void;
}

export interface GatewayParts {
  readonly server: Server;
  readonly port: number;
  readonly settings: Settings;
  readonly log: ServerLog;
  readonly heartbeatIntervalMs: number;
  readonly world: () => GatewayWorld;
}

/** The gateway on the API's port. https://discord.com/developers/docs/events/gateway */
export function startGateway(parts: GatewayParts): Gateway {
  const url = `ws://127.0.0.1:${parts.port}/gateway`;
  const sockets = new WebSocketServer({ noServer: true });
  const connections = new Set<Connection>();
  const sessions = createSessions();
  const state = { ignoresHeartbeats: false, refuses: false };
  const counts: GatewayCounts = { identified: 0, resumed: 0, heartbeats: 0, connected: 0 };
  parts.server.on('upgrade', (request, socket, head) => {
    if (state.refuses || !(request.url ?? '').startsWith('/gateway')) {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket: WebSocket) => {
      speak({
        ...parts,
        url,
        webSocket,
        path: request.url ?? '',
        connections,
        sessions,
        state,
        counts,
      });
    });
  });
  const all = (act: (connection: Connection) => void): void => [...connections].forEach(act);
  return {
    url,
    counts,
    dispatch: (event) => sessions.dispatch(event),
    dropSockets: () => all(({ webSocket }) => webSocket.terminate()),
    forgetSessions: () => sessions.forget(),
    askReconnect: () =>
      all((connection) => connection.send({ op: GatewayOpcodes.Reconnect, d: null })),
    invalidateSession: (resumable) => all((connection) => invalidate(connection, resumable)),
    closeSockets: (code) => all(({ webSocket }) => webSocket.close(code)),
    ignoreHeartbeats: () => void (state.ignoresHeartbeats = true),
    answerHeartbeats: () => void (state.ignoresHeartbeats = false),
    askHeartbeat: () =>
      all((connection) => connection.send({ op: GatewayOpcodes.Heartbeat, d: null })),
    pauseDelivery: () => sessions.pause(),
    resumeDelivery: () => sessions.carryOn(),
    refuseSockets: () => void (state.refuses = true),
    acceptSockets: () => void (state.refuses = false),
    close: () => {
      all(({ webSocket }) => webSocket.terminate());
      sockets.close();
    },
  };
}
