import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * At most so many connections: for a new one that is too many the oldest goes on which nothing is being answered, and
 * where there is none it goes itself. So nobody shuts others out by connecting and saying nothing.
 */
export function limitConnections(server: Server, max: number): void {
  /** The oldest first, with how many requests are being answered on each. */
  const connections = new Map<Socket, number>();
  const count = (socket: Socket, change: 1 | -1): void => {
    const busy = connections.get(socket);
    if (busy !== undefined) connections.set(socket, busy + change);
  };
  server.on('connection', (socket) => {
    if (connections.size >= max) {
      const [idle] = [...connections].find(([, busy]) => busy === 0) ?? [];
      if (idle === undefined) {
        socket.destroy();
        return;
      }
      connections.delete(idle);
      idle.destroy();
    }
    connections.set(socket, 0);
    socket.once('close', () => connections.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });
}
