import { once } from 'node:events';
import http, { type RequestListener } from 'node:http';
import https from 'node:https';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach } from '@jest/globals';
import type { Certificate } from './make-certificate.ts';

/** A server on 127.0.0.1 that ends with its test, connections included. */
export interface LocalServer {
  readonly url: string;
  /** As `allowedPrivateHosts` wants it. */
  readonly hostPort: string;
  readonly port: number;
}

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

export async function serve(listener: RequestListener): Promise<LocalServer> {
  return listen(http.createServer({ keepAlive: false }, listener));
}

export async function serveTls(
  listener: RequestListener,
  { key, cert }: Certificate,
): Promise<LocalServer> {
  return listen(https.createServer({ key, cert }, listener), 'https');
}

/** A server that answers every connection by hand, for what no HTTP library would send. */
export async function serveRaw(onConnection: (socket: Socket) => void): Promise<LocalServer> {
  return listen(createServer(onConnection));
}

/** Like `serveRaw`, once a whole request head has come. */
export async function serveBytes(
  answer: (socket: Socket, visit: number) => void,
): Promise<LocalServer> {
  let visits = 0;
  return serveRaw((socket) => {
    let head = '';
    socket.on('data', (chunk) => {
      head += chunk.toString('latin1');
      if (!head.endsWith('\r\n\r\n')) return;
      visits += 1;
      answer(socket, visits);
    });
  });
}

export async function listen(server: Server, scheme = 'http'): Promise<LocalServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    // Visitors break connections off on purpose here.
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  });
  const { port } = server.address() as AddressInfo;
  return { url: `${scheme}://127.0.0.1:${port}`, hostPort: `127.0.0.1:${port}`, port };
}
