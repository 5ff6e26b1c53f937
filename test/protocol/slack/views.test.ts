import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { people, places } from './slack-options.ts';
import { startBoltApp, type BoltApp } from './start-bolt-app.ts';
import { startSlackServer, type SlackServer } from './start-slack-server.ts';

const { ada } = people;
let server: SlackServer;
let bolt: BoltApp;
let respond: unknown;
let state: unknown;

const view: ModalView = {
  type: 'modal',
  callback_id: 'source',
  title: { type: 'plain_text', text: 'Summarize' },
  submit: { type: 'plain_text', text: 'Go' },
  blocks: [
    {
      type: 'input',
      block_id: 'link',
      optional: true,
      label: { type: 'plain_text', text: 'A link' },
      element: { type: 'plain_text_input', action_id: 'text', max_length: 10 },
    },
    {
      type: 'input',
      block_id: 'length',
      label: { type: 'plain_text', text: 'How long' },
      element: {
        type: 'static_select',
        action_id: 'pick',
        options: [{ text: { type: 'plain_text', text: 'Short' }, value: 'short' }],
      },
    },
  ],
};

function listen(app: App) {
  app.command('/summarize', ({ ack }) => ack());
  app.view(/^(?:source|second)$/u, async ({ ack, view: sent }) => {
    state = sent.state.values;
    await ack(respond as never);
  });
}

const slash = () =>
  server.slash({ command: '/summarize', text: '', user: ada, channel: places.news });

async function open() {
  const { payload } = await slash();
  const trigger_id = String(payload['trigger_id']);
  await bolt.app.client.views.open({ trigger_id, view });
  const [opened] = server.viewsOf(ada);
  if (!opened) throw new Error('nothing is open');
  return { opened, trigger_id };
}

beforeEach(async () => {
  respond = undefined;
  server = await startSlackServer();
  bolt = await startBoltApp(server, listen);
});

afterEach(async () => {
  await bolt.stop();
  await server.close();
});

describe('a form', () => {
  it('opens once for a trigger, and within 3 s', async () => {
    const { trigger_id } = await open();
    const again = bolt.app.client.views.open({ trigger_id, view });
    await expect(again).rejects.toThrow('exchanged_trigger_id');
    const { payload } = await slash();
    server.clock.advance(3001);
    const late = bolt.app.client.views.open({ trigger_id: String(payload['trigger_id']), view });
    await expect(late).rejects.toThrow('expired_trigger_id');
    expect(server.violations.map((one) => one.what)).toEqual([
      'exchanged_trigger_id',
      'expired_trigger_id',
    ]);
  });

  it('hands over what was filled in and closes', async () => {
    const { opened } = await open();
    const { shown } = await server.submitView(opened, { link: 'a.example', length: 'short' });
    expect(state).toMatchObject({
      link: { text: { type: 'plain_text_input', value: 'a.example' } },
      length: { pick: { type: 'static_select', selected_option: { value: 'short' } } },
    });
    expect(shown).toBeUndefined();
    expect(server.viewsOf(ada)).toEqual([]);
  });

  it('lets nobody hand in what its fields do not take', async () => {
    const { opened } = await open();
    await expect(server.submitView(opened, {})).rejects.toThrow('length must be filled in');
    const long = server.submitView(opened, { link: 'x'.repeat(11), length: 'short' });
    await expect(long).rejects.toThrow('more than 10 characters');
    const other = server.submitView(opened, { length: 'endless' });
    await expect(other).rejects.toThrow('no option endless');
  });

  it('stays where the app finds faults, and changes where the app says so', async () => {
    const { opened } = await open();
    respond = { response_action: 'errors', errors: { link: 'No such page.' } };
    const first = await server.submitView(opened, { length: 'short' });
    expect(first.errors).toEqual({ link: 'No such page.' });
    respond = { response_action: 'update', view: { ...view, callback_id: 'second' } };
    const second = await server.submitView(opened, { length: 'short' });
    expect(second.shown?.view['callback_id']).toBe('second');
    expect(server.violations).toEqual([]);
    respond = { response_action: 'errors', errors: { nothing: 'x' } };
    await server.submitView(opened, { length: 'short' });
    expect(server.violations).toHaveLength(1);
  });

  it('is changed by its id, with a hash only while it is the same', async () => {
    const { opened } = await open();
    const { client } = bolt.app;
    await client.views.update({ view_id: opened.id, hash: opened.hash, view });
    const stale = client.views.update({ view_id: opened.id, hash: opened.hash, view });
    await expect(stale).rejects.toThrow('hash_conflict');
    await server.closeView(opened);
    await expect(client.views.update({ view_id: opened.id, view })).rejects.toThrow('not_found');
  });
});
