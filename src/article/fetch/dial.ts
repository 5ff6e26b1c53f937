import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { isIP, connect as connectTcp, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';
import { proxyAuthorization } from './find-proxy.ts';
import { bareHostname, portOf } from './link-host.ts';

/** How to reach a link: at exactly these addresses, or through a proxy. */
export interface Route {
  readonly url: URL;
  readonly addresses: readonly string[];
  readonly proxy?: URL;
}

/** The proxy did not open a way to the host: its status, 407 for one that wants a password. */
export class ProxyRefusal extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`The proxy answered ${status}`);
    this.name = 'ProxyRefusal';
    this.status = status;
  }
}

/**
 * Opens the connection that a request for `route.url` is written to; for https, with the certificate checked against
 * the link's host. Throws the socket's error, a `ProxyRefusal`, or the signal's reason.
 */
export async function dial(route: Route, signal: AbortSignal): Promise<Socket> {
  const { url, proxy } = route;
  if (proxy === undefined) return openSocket(url, pinnedLookup(route.addresses), signal);
  // The proxy's own address is a setting of whoever runs this, not of whoever wrote the link: it may be private.
  if (url.protocol === 'http:') return openSocket(proxy, undefined, signal);
  const tunnel = await openTunnel(url, proxy, signal);
  return whenOpen(connectTls({ ...tlsOptions(url), socket: tunnel }), 'secureConnect', signal);
}

async function openSocket(
  url: URL,
  lookup: LookupFunction | undefined,
  signal: AbortSignal,
): Promise<Socket> {
  const options = {
    host: bareHostname(url),
    port: portOf(url),
    autoSelectFamily: true,
    // Node's own 250 ms give up on a far host that answers well.
    autoSelectFamilyAttemptTimeout: 1000,
    ...(lookup === undefined ? {} : { lookup }),
  };
  return url.protocol === 'https:'
    ? whenOpen(connectTls({ ...options, ...tlsOptions(url) }), 'secureConnect', signal)
    : whenOpen(connectTcp(options), 'connect', signal);
}

/** Answers what was checked before, whatever the name resolves to by now. */
function pinnedLookup(addresses: readonly string[]): LookupFunction {
  const records = addresses.map((address) => ({ address, family: isIP(address) }));
  return (hostname, options, callback) => {
    const [first] = records;
    if (first === undefined) callback(new Error(`No address for ${hostname}`), '');
    else if (options.all === true) callback(null, records);
    else callback(null, first.address, first.family);
  };
}

function tlsOptions(url: URL): ConnectionOptions {
  const host = bareHostname(url);
  // RFC 6066 knows no addresses as server names; the certificate is then checked against `host`.
  return { host, ALPNProtocols: ['http/1.1'], ...(isIP(host) === 0 ? { servername: host } : {}) };
}

async function whenOpen<T extends Socket>(
  socket: T,
  event: string,
  signal: AbortSignal,
): Promise<T> {
  // Whoever uses the socket hears of its failure from what is done with it; a later error event must not end the process.
  socket.on('error', () => undefined);
  try {
    await once(socket, event, { signal });
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

/** RFC 9110, 9.3.6. */
async function openTunnel(url: URL, proxy: URL, signal: AbortSignal): Promise<Socket> {
  const authority = `${url.hostname}:${portOf(url)}`;
  const authorization = proxyAuthorization(proxy);
  const request = (proxy.protocol === 'https:' ? https : http).request({
    host: bareHostname(proxy),
    port: portOf(proxy),
    method: 'CONNECT',
    path: authority,
    agent: false,
    setHost: false,
    headers: {
      host: authority,
      ...(authorization === undefined ? {} : { 'proxy-authorization': authorization }),
    },
  });
  request.on('error', () => undefined);
  request.end();
  try {
    const [response, socket] = await connected(request, signal);
    const status = response.statusCode ?? 0;
    if (status >= 200 && status <= 299) return socket;
    socket.destroy();
    throw new ProxyRefusal(status);
  } catch (error) {
    request.destroy();
    throw error;
  }
}

/** Any answer to CONNECT comes as this event; a proxy that speaks on without being asked only harms itself. */
async function connected(
  request: http.ClientRequest,
  signal: AbortSignal,
): Promise<[http.IncomingMessage, Socket]> {
  return (await once(request, 'connect', { signal })) as [http.IncomingMessage, Socket];
}
