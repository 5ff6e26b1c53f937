import { connect } from 'node:net';
import http from 'node:http';
import tls from 'node:tls';
import { afterEach, describe, expect, it } from '@jest/globals';
import { listen, serve, serveTls } from './local-server.ts';
import { makeCertificate, type Certificate } from './make-certificate.ts';
import { outcomeOf, visitLocal } from './visit-local.ts';

const trusted = tls.getCACertificates('default');

afterEach(() => tls.setDefaultCACertificates(trusted));

function trust(certificate: Certificate): void {
  tls.setDefaultCACertificates([certificate.cert]);
}

const YEAR = { from: -1, to: 365 };

async function serveSecure(certificate: Certificate) {
  return serveTls(
    (request, response) => void response.end(`secure ${request.headers.host ?? ''}`),
    certificate,
  );
}

describe('a secure connection', () => {
  it('is made to an address whose certificate names it', async () => {
    const certificate = makeCertificate('127.0.0.1', YEAR);
    trust(certificate);
    const server = await serveSecure(certificate);
    expect(outcomeOf(await visitLocal(server.url, { open: [server] }))).toBe(
      `secure ${server.hostPort}`,
    );
  });

  it('is made to the checked address of a name, whose certificate is the name’s', async () => {
    const certificate = makeCertificate('harbour.example', YEAR);
    trust(certificate);
    const server = await serveSecure(certificate);
    const host = `harbour.example:${server.port}`;
    const lookup = (): Promise<string[]> => Promise.resolve(['127.0.0.1']);
    for (const link of [`https://${host}/`, `https://harbour.example.:${server.port}/`]) {
      const fetched = await visitLocal(link, { lookup, open: [{ hostPort: host }] });
      expect(outcomeOf(fetched)).toMatch(/^secure harbour/u);
    }
  });

  it('goes through a proxy, with the certificate checked at its far end', async () => {
    const certificate = makeCertificate('harbour.example', YEAR);
    const server = await serveSecure(certificate);
    const gate = http.createServer().on('connect', (_, socket) => {
      const upstream = connect(server.port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        upstream.pipe(socket).pipe(upstream);
      });
      upstream.on('error', () => socket.destroy());
    });
    const proxy = { https: (await listen(gate)).url };
    const options = { proxy, lookup: () => Promise.resolve(['8.8.8.8']) };
    const doubted = await visitLocal('https://harbour.example/', options);
    expect(doubted).toMatchObject({ problem: { reason: 'certificate not trusted' } });
    trust(certificate);
    expect(outcomeOf(await visitLocal('https://harbour.example/', options))).toBe(
      'secure harbour.example',
    );
    const other = await visitLocal('https://other.example/', options);
    expect(other).toMatchObject({ problem: { reason: 'certificate for another name' } });
  });

  it.each([
    { when: 'nobody vouches for it', trusts: false, reason: 'certificate not trusted' },
    { when: 'it is for another', name: 'other.example', reason: 'certificate for another name' },
    { when: 'it has expired', days: { from: -9, to: -1 }, reason: 'certificate expired' },
    { when: 'it begins later', days: { from: 9, to: 99 }, reason: 'certificate not valid yet' },
  ])(
    'is not made when $when',
    async ({ trusts = true, name = '127.0.0.1', days = YEAR, reason }) => {
      const certificate = makeCertificate(name, days);
      if (trusts) trust(certificate);
      const server = await serveSecure(certificate);
      const fetched = await visitLocal(server.url, { open: [server] });
      expect(outcomeOf(fetched)).toEqual({ code: 'unreachable', host: server.hostPort, reason });
    },
  );

  it('is not made with a server that does not speak TLS', async () => {
    const server = await serve((_, response) => void response.end('plain'));
    const fetched = await visitLocal(server.url.replace('http:', 'https:'), { open: [server] });
    expect(fetched).toMatchObject({
      problem: { code: 'unreachable', reason: 'no secure connection' },
    });
  });
});
