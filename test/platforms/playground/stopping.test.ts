import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { makeFolder } from '../../cli/temp-folder.ts';
import { isBot, openPage, textOf } from './open-page.ts';
import { startBot } from './start-bot.ts';

let folder: ReturnType<typeof makeFolder>;
let site: Server;
/** Of a site that takes its time. */
let asked: Promise<ServerResponse>;

beforeEach(async () => {
  folder = makeFolder({});
  site = createServer();
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  asked = once(site, 'request').then(([, response]) => response as ServerResponse);
});
afterEach(() => {
  site.closeAllConnections();
  site.close();
  folder.remove();
});

it('keeps what is said while the bot ends, and answers it after the next start', async () => {
  const host = `127.0.0.1:${(site.address() as AddressInfo).port}`;
  const env = { NUTGRAF_ALLOW_PRIVATE_HOSTS: host };
  const bot = await startBot(folder.path, env);
  const page = await openPage(bot.address);
  await page.say(`http://${host}/slow`);
  const response = await asked;
  const stopping = bot.stop();
  // Nothing more is taken, and what runs may end.
  expect(await page.say('/nutgraf help')).toEqual({ status: 'taken' });
  const pressed = await page.post('/summarize', { message: page.messages()[0]?.id });
  expect(pressed.status).toBe(503);
  response.statusCode = 404;
  response.end();
  await stopping;
  expect(page.messages().filter(isBot).map(textOf).join()).not.toContain('restarted');
  await page.close();
  const next = await startBot(folder.path, env);
  const again = await openPage(next.address);
  await again.until((messages) =>
    messages.some((one) => isBot(one) && textOf(one).includes('can do')),
  );
  expect(again.messages().every((one) => one.by === 'bot' || !one.isWaiting)).toBe(true);
  await again.close();
  await next.stop();
});
