import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { people, places } from './slack-options.ts';
import { startBoltApp, type BoltApp } from './start-bolt-app.ts';
import { startSlackServer, type SlackServer } from './start-slack-server.ts';

let server: SlackServer;
let bolt: BoltApp;
let url = '';

beforeEach(async () => {
  server = await startSlackServer();
  bolt = await startBoltApp(server, (app) => {
    app.command('/summarize', ({ ack }) => ack());
  });
  const where = { user: people.ada, channel: places.harbour, thread: '1700000000.000100' };
  const { payload } = await server.slash({ command: '/summarize', text: 'tide', ...where });
  expect(payload).not.toHaveProperty('thread_ts');
  url = String(payload['response_url']);
});

afterEach(async () => {
  await bolt.stop();
  await server.close();
});

const respond = (body: object, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ unfurl_links: false, unfurl_media: false, ...body }),
  });

describe('a response URL', () => {
  it('reaches a channel where the app is not, and never tells the ts', async () => {
    const answer = await respond({ text: 'Tide', response_type: 'in_channel' });
    expect(await answer.text()).toBe('ok');
    expect(server.messagesIn(places.harbour)[0]).toMatchObject({
      text: 'Tide',
      viaResponseUrl: true,
    });
  });

  it('is for the one who asked unless it says otherwise', async () => {
    await respond({ text: 'Tide' });
    expect(server.messagesIn(places.harbour)).toEqual([]);
    expect(server.ephemeralsFor(people.ada)).toHaveLength(1);
    expect(server.ephemeralsFor(people.benno)).toEqual([]);
  });

  it('works five times and not a sixth', async () => {
    for (let use = 0; use < 5; use += 1) expect((await respond({ text: 'Tide' })).status).toBe(200);
    const sixth = await respond({ text: 'Tide' });
    expect(sixth.status).toBe(404);
    expect(await sixth.text()).toContain('used_url');
    expect(server.violations).toEqual([{ where: 'response_url', what: 'used_url' }]);
  });

  it('lives thirty minutes', async () => {
    server.clock.advance(30 * 60_000 + 1000);
    expect((await respond({ text: 'Tide' })).status).toBe(404);
    expect(server.violations).toEqual([{ where: 'response_url', what: 'expired_url' }]);
  });

  it('measures what comes through it', async () => {
    const text = { type: 'mrkdwn', text: 'x'.repeat(3001) };
    const answer = await respond({ text: 'Tide', blocks: [{ type: 'section', text }] });
    expect(answer.status).toBe(400);
    expect(server.violations[0]?.what).toContain('must be less than 3001 characters');
  });

  it('is no place for a token', async () => {
    await respond({ text: 'Tide' }, { authorization: `Bearer ${server.botToken}` });
    expect(server.leaks).toHaveLength(1);
  });
});
