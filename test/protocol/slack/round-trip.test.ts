import { afterEach, describe, expect, it } from '@jest/globals';
import type { App } from '@slack/bolt';
import { people, places, type SlackServerOptions } from './slack-options.ts';
import { startBoltApp, type BoltApp } from './start-bolt-app.ts';
import { startSlackServer, type SlackServer } from './start-slack-server.ts';

const { ada, benno } = people;
let server: SlackServer;
let bolt: BoltApp | undefined;

async function start(options: SlackServerOptions, listen: (app: App) => void) {
  server = await startSlackServer(options);
  bolt = await startBoltApp(server, listen, options.mode);
}

afterEach(async () => {
  await bolt?.stop();
  bolt = undefined;
  await server.close();
});

const quiet = { unfurl_links: false, unfurl_media: false };

describe.each(['socket', 'http'] as const)('the real Bolt app over %s', (mode) => {
  it('answers a mention in its thread', async () => {
    await start({ mode }, (app) => {
      app.event('app_mention', async ({ event, say }) => {
        await say({ text: `Read: ${event.text}`, thread_ts: event.ts, ...quiet });
      });
    });
    const text = `<@${server.botUserId}> https://courier.example/a?b=1&c=2`;
    const { message, deliveries } = await server.say({ channel: places.news, user: ada, text });
    expect(deliveries.map((one) => one.ack?.state)).toEqual(['acknowledged']);
    await server.until(() => server.thread(places.news, message.ts).length === 2);
    const reply = server.thread(places.news, message.ts).at(-1);
    expect(reply?.text).toContain('<https://courier.example/a?b=1&amp;c=2>');
    expect(reply?.bot_id).toBe(server.botId);
    expect(server.violations).toEqual([]);
    expect(server.pings).toEqual([{ where: 'chat.postMessage', whom: `<@${server.botUserId}>` }]);
  });

  it('hears direct messages, each file and its own posts', async () => {
    const heard: unknown[] = [];
    await start({ mode }, (app) => {
      app.event('message', ({ event }) => {
        heard.push(event.subtype);
        return Promise.resolve();
      });
    });
    const files = [{ name: 'page.txt', content: 'Tides were high.' }];
    await server.say({ channel: places.adasMessages, user: ada, text: 'this', files });
    expect(heard).toEqual(['file_share']);
    await bolt?.app.client.chat.postMessage({ channel: ada, text: 'Thank you.', ...quiet });
    await server.settled();
    expect(server.deliveries).toHaveLength(2);
    expect(server.deliveries[1]?.payload['event']).toMatchObject({
      bot_id: server.botId,
      channel_type: 'im',
    });
    expect(heard).toHaveLength(1);
  });

  it('hears a mention again when it is edited, with the old ts and a new id', async () => {
    const heard: string[] = [];
    await start({ mode, messageEvents: true }, (app) => {
      app.event('app_mention', ({ event }) => {
        heard.push(`${event.ts} ${String(event.edited?.user)}`);
        return Promise.resolve();
      });
    });
    const text = `<@${server.botUserId}>`;
    const first = await server.say({ channel: places.news, user: ada, text });
    expect(first.deliveries).toHaveLength(2);
    const again = await server.edit(first.message, `${text} https://courier.example/a`);
    await server.addPreview(again.message, 'https://courier.example/a', 'A tide');
    expect(heard).toEqual([`${first.message.ts} undefined`, `${first.message.ts} ${ada}`]);
    const ids = server.deliveries.map((one) => one.payload['event_id']);
    expect(new Set(ids).size).toBe(5);
    expect(server.deliveries.at(-1)?.payload['event']).toMatchObject({
      subtype: 'message_changed',
    });
  });

  it('acknowledges a command, opens a form and gets a file out of it', async () => {
    await start({ mode }, (app) => {
      app.command('/summarize', async ({ ack, body, client }) => {
        await ack();
        await client.views.open({
          trigger_id: body.trigger_id,
          view: {
            type: 'modal',
            callback_id: 'source',
            title: { type: 'plain_text', text: 'Summarize' },
            submit: { type: 'plain_text', text: 'Go' },
            blocks: [
              {
                type: 'input',
                block_id: 'file',
                label: { type: 'plain_text', text: 'A file' },
                element: { type: 'file_input', action_id: 'pick', max_files: 1 },
              },
            ],
          },
        });
      });
      app.view('source', async ({ ack, view }) => {
        const file = view.state.values['file']?.['pick']?.files?.[0];
        const isEmpty = file?.size === 0;
        if (isEmpty) await ack({ response_action: 'errors', errors: { file: 'It is empty.' } });
        else await ack();
      });
    });
    const slash = { command: '/summarize', text: '', user: ada, channel: places.harbour };
    const delivery = await server.slash(slash);
    expect(delivery.ack).toMatchObject({ state: 'acknowledged' });
    expect(delivery.ack?.afterMs).toBeLessThan(3000);
    const view = await server.until(() => server.viewsOf(ada)[0]);
    const refused = await server.submitView(view, { file: [{ name: 'a.txt', content: '' }] });
    expect(refused.errors).toEqual({ file: 'It is empty.' });
    const taken = await server.submitView(view, { file: [{ name: 'a.txt', content: 'Tide' }] });
    expect(taken.shown).toBeUndefined();
    expect(server.viewsOf(ada)).toEqual([]);
    expect(server.violations).toEqual([]);
  });

  it('answers a click and a shortcut through their response URLs', async () => {
    await start({ mode }, (app) => {
      app.shortcut('summarize_message', async ({ ack, respond, shortcut }) => {
        await ack();
        const text = shortcut.type === 'message_action' ? (shortcut.message.text ?? '') : '';
        await respond({ text: `You chose: ${text}`, response_type: 'ephemeral', ...quiet });
      });
      app.action('shorter', async ({ ack, respond }) => {
        await ack();
        await respond({ text: 'Shorter.', replace_original: true, ...quiet });
      });
    });
    const { message } = await server.say({
      channel: places.harbour,
      user: benno,
      text: 'Low tide',
    });
    await server.shortcut({ callback_id: 'summarize_message', message, user: ada });
    await server.until(() => server.ephemeralsFor(ada).length === 1);
    expect(server.ephemeralsFor(ada)[0]?.text).toBe('You chose: Low tide');
    const button = {
      type: 'button',
      action_id: 'shorter',
      text: { type: 'plain_text', text: 'Shorter' },
    } as const;
    const blocks = [{ type: 'actions' as const, elements: [button] }];
    await bolt?.app.client.chat.postMessage({ channel: places.news, text: 'Long.', blocks });
    const [post] = server.messagesIn(places.news);
    if (!post) throw new Error('nothing was posted');
    await server.click({ message: post, action_id: 'shorter', user: benno });
    await server.until(() => server.messagesIn(places.news)[0]?.text === 'Shorter.');
    expect(server.violations).toEqual([]);
  });

  it('hears that it was removed and is let in no more', async () => {
    const heard: string[] = [];
    await start({ mode }, (app) => {
      for (const name of ['app_uninstalled', 'tokens_revoked'] as const) {
        app.event(name, ({ event }) => {
          heard.push(event.type);
          return Promise.resolve();
        });
      }
    });
    await server.uninstall();
    expect(heard.sort()).toEqual(['app_uninstalled', 'tokens_revoked']);
    await expect(bolt?.app.client.auth.test()).rejects.toThrow('account_inactive');
  });
});
