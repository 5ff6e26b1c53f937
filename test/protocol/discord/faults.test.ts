import { afterEach, describe, expect, it } from '@jest/globals';
import { connectClient } from './connect-client.ts';
import type { Connected } from './connect-client.ts';

let connected: Connected | undefined;

afterEach(async () => {
  await connected?.close();
  connected = undefined;
});

const messages = /^\/channels\/\d+\/messages$/u;

async function connect(): Promise<{
  readonly server: Connected['server'];
  readonly send: (nonce: string) => Promise<unknown>;
}> {
  connected = await connectClient({ client: { rest: { timeout: 500, retries: 0 } } });
  const { server, client } = connected;
  const send = (nonce: string): Promise<unknown> =>
    client.rest.post(`/channels/${server.channel.id}/messages`, {
      body: { content: 'x', nonce, enforce_nonce: true },
    });
  return { server, send };
}

describe('calls that go wrong', () => {
  it.each([false, true])('are held back for as long as a 429 says (global: %s)', async (global) => {
    const { server, send } = await connect();
    server.fault({ path: messages, does: { kind: 'rate-limit', retryAfterMs: 200, global } });
    await send('a');
    const [refused, sent] = server.calls.filter(({ path }) => messages.test(path));
    expect([refused?.status, sent?.status]).toEqual([429, 200]);
    expect((sent?.atMs ?? 0) - (refused?.atMs ?? 0)).toBeGreaterThanOrEqual(200);
  });

  it('exceed a bucket only where nobody reads its headers', async () => {
    connected = await connectClient({ bucketSize: { limit: 3, windowMs: 300 } });
    const { server, client } = connected;
    const path = `/channels/${server.channel.id}/messages` as const;
    for (let sent = 0; sent < 7; sent += 1)
      await client.rest.post(path, { body: { content: `${sent}` } });
    expect(server.calls.filter(({ status }) => status === 429)).toEqual([]);
    const statuses = await Promise.all(
      Array.from(
        { length: 5 },
        async () =>
          (
            await fetch(`${server.apiUrl}/v10/users/${server.ben.id}`, {
              headers: { authorization: `Bot ${server.token}` },
            })
          ).status,
      ),
    );
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });

  it.each([
    ['a 502 before', { kind: 'status', status: 502, applied: false }],
    ['a 502 after', { kind: 'status', status: 502, applied: true }],
    ['silence before', { kind: 'hang', applied: false }],
    ['silence after', { kind: 'hang', applied: true }],
  ] as const)('leave one message, by its nonce: %s the change', async (_name, does) => {
    const { server, send } = await connect();
    server.fault({ path: messages, does });
    // Whether it was done is not known: it is sent again.
    await expect(send('same')).rejects.toBeDefined();
    await send('same');
    expect(server.messagesIn(server.channel)).toHaveLength(1);
    expect(server.calls.filter(({ path }) => messages.test(path))).toHaveLength(2);
  });

  it.each([true, false])(
    'tell nothing where the connection is cut (applied: %s)',
    async (applied) => {
      const { server, send } = await connect();
      server.fault({ path: messages, does: { kind: 'reset', applied } });
      await expect(send('cut')).rejects.toThrow();
      expect(server.messagesIn(server.channel)).toHaveLength(applied ? 1 : 0);
      await send('cut');
      expect(server.messagesIn(server.channel)).toHaveLength(1);
    },
  );
});
