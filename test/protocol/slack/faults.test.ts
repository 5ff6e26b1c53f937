import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import { silentLogger } from './silent-logger.ts';
import { places } from './slack-options.ts';
import { startSlackServer, type SlackServer } from './start-slack-server.ts';

let server: SlackServer;

beforeEach(async () => {
  server = await startSlackServer();
});

afterEach(() => server.close());

const clientWith = (retries: number) =>
  new WebClient(server.botToken, {
    slackApiUrl: server.apiUrl,
    timeout: 200,
    retryConfig: { retries, minTimeout: 1, maxTimeout: 1 },
    logger: silentLogger,
  });

const post = (client: WebClient) => client.chat.postMessage({ channel: places.news, text: 'Tide' });

describe('a fault', () => {
  it('of too many calls is honoured by the client and gone after its number', async () => {
    server.faults.fail('chat.postMessage', { kind: 'rate-limited', retryAfterSec: 1 });
    const from = Date.now();
    await post(clientWith(1));
    expect(Date.now() - from).toBeGreaterThanOrEqual(990);
    expect(server.callsOf('chat.postMessage').map((one) => one.fault)).toEqual([
      'rate-limited',
      undefined,
    ]);
    expect(server.messagesIn(places.news)).toHaveLength(1);
  });

  it('before it was done leaves nothing, and after it was done leaves the post', async () => {
    server.faults.fail('chat.postMessage', { kind: 'reset', applied: false });
    await expect(post(clientWith(0))).rejects.toThrow();
    expect(server.messagesIn(places.news)).toHaveLength(0);
    server.faults.fail('chat.postMessage', { kind: 'reset', applied: true });
    await expect(post(clientWith(0))).rejects.toThrow();
    expect(server.messagesIn(places.news)).toHaveLength(1);
    expect(server.calls.map((one) => one.applied)).toEqual([undefined, true]);
  });

  it('doubles the post of a client that tries again blindly', async () => {
    server.faults.fail('chat.postMessage', { kind: 'reset', applied: true });
    await post(clientWith(1));
    expect(server.messagesIn(places.news)).toHaveLength(2);
  });

  it('may be a status, an error of Slack or an answer that never comes', async () => {
    server.faults.fail('auth.test', { kind: 'status', status: 503 });
    server.faults.fail('auth.test', { kind: 'error', error: 'internal_error' });
    server.faults.fail('auth.test', { kind: 'hang', applied: false });
    await expect(clientWith(0).auth.test()).rejects.toThrow('503');
    await expect(clientWith(0).auth.test()).rejects.toThrow('internal_error');
    await expect(clientWith(0).auth.test()).rejects.toThrow(/timeout|abort/u);
    expect(server.faults.left('auth.test')).toBe(0);
    await expect(clientWith(0).auth.test()).resolves.toMatchObject({ bot_id: server.botId });
  });
});
