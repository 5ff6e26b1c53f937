import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import { listOf, textOf } from './json.ts';
import { silentLogger } from './silent-logger.ts';
import { leastScopes, people, places, type SlackServerOptions } from './slack-options.ts';
import { startSlackServer, type SlackServer } from './start-slack-server.ts';

const { ada, benno, chika } = people;
let server: SlackServer;
let client: WebClient;

const clientOf = (token: string | undefined) =>
  new WebClient(token, {
    slackApiUrl: server.apiUrl,
    retryConfig: { retries: 0 },
    logger: silentLogger,
  });

async function start(options: SlackServerOptions = {}) {
  server = await startSlackServer(options);
  client = clientOf(server.botToken);
}

beforeEach(() => start({ scopes: [...leastScopes, 'channels:history', 'groups:history'] }));
afterEach(() => server.close());

describe('the Web API', () => {
  it('knows tokens apart', async () => {
    await expect(clientOf(undefined).auth.test()).rejects.toThrow('not_authed');
    await expect(clientOf('xoxb-1').auth.test()).rejects.toThrow('invalid_auth');
    await expect(clientOf(server.appToken).auth.test()).rejects.toThrow('not_allowed_token_type');
    await expect(client.apps.connections.open({})).rejects.toThrow('not_allowed_token_type');
    await expect(client.apiCall('chat.shout')).rejects.toThrow('unknown_method');
    const { response_metadata: metadata } = await client.auth.test();
    expect(metadata?.scopes).toContain('chat:write');
  });

  it('says which scope is missing and which there are', async () => {
    const channel = places.adasMessages;
    await expect(client.conversations.info({ channel })).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'im:read', provided: expect.any(String) },
    });
    await expect(client.conversations.list({ types: 'im' })).rejects.toThrow('missing_scope');
  });

  it('lets the app post where it is and nowhere else', async () => {
    const post = (channel: string) => client.chat.postMessage({ channel, text: 'Tide' });
    await post(places.news);
    await post(places.desk);
    await post('#news');
    await post(benno);
    await expect(post(places.harbour)).rejects.toThrow('not_in_channel');
    await expect(post(places.vault)).rejects.toThrow('channel_not_found');
    await expect(post('C0NOWHERE')).rejects.toThrow('channel_not_found');
    await expect(post(places.attic)).rejects.toThrow('is_archived');
    await server.kickBot(places.desk, ada);
    await expect(post(places.desk)).rejects.toThrow('channel_not_found');
  });

  it('edits and deletes only what the app posted', async () => {
    const { message } = await server.say({ channel: places.news, user: ada, text: 'Mine' });
    const theirs = { channel: places.news, ts: message.ts };
    await expect(client.chat.update({ ...theirs, text: 'x' })).rejects.toThrow(
      'cant_update_message',
    );
    await expect(client.chat.delete(theirs)).rejects.toThrow('cant_delete_message');
    const { ts = '' } = await client.chat.postMessage({ channel: places.news, text: 'Tide' });
    await client.chat.update({ channel: places.news, ts, text: 'High tide' });
    expect(server.messagesIn(places.news).at(-1)).toMatchObject({
      ts,
      text: 'High tide',
      edited: { user: server.botUserId },
    });
    await client.chat.delete({ channel: places.news, ts });
    expect(server.messagesIn(places.news)).toHaveLength(1);
    await expect(client.chat.delete({ channel: places.news, ts })).rejects.toThrow(
      'message_not_found',
    );
  });

  it('shows ephemeral messages to one person and lets nobody edit them', async () => {
    const one = { channel: places.news, user: benno, text: 'Only you' };
    const { message_ts: ts = '' } = await client.chat.postEphemeral(one);
    expect(server.ephemeralsFor(benno)).toHaveLength(1);
    expect(server.messagesIn(places.news)).toEqual([]);
    server.reload(benno);
    expect(server.ephemeralsFor(benno)).toEqual([]);
    const edit = client.chat.update({ channel: places.news, ts, text: 'x' });
    await expect(edit).rejects.toThrow('message_not_found');
    const absent = { ...one, channel: places.desk, user: chika };
    await expect(client.chat.postEphemeral(absent)).rejects.toThrow('user_not_in_channel');
  });

  it('pages through roots, the newest first, and through a thread, the oldest first', async () => {
    const { message: root } = await server.say({ channel: places.news, user: ada, text: 'one' });
    const thread_ts = root.ts;
    await server.say({ channel: places.news, user: benno, text: 'below', thread_ts });
    await server.say({ channel: places.news, user: ada, text: 'two' });
    const pages: string[] = [];
    const asked = { channel: places.news, limit: 1 };
    for await (const page of client.paginate('conversations.history', asked)) {
      pages.push(...listOf(page, 'messages').map((one) => textOf(one, 'text')));
    }
    expect(pages).toEqual(['two', 'one']);
    const replies = await client.conversations.replies({ channel: places.news, ts: root.ts });
    expect(replies.messages?.map((one) => one.text)).toEqual(['one', 'below']);
    expect(replies.messages?.[0]).toMatchObject({ reply_count: 1 });
    const only = { channel: places.news, latest: root.ts, inclusive: true, limit: 1 };
    const found = await client.conversations.history(only);
    expect(found.messages?.map((one) => one.ts)).toEqual([root.ts]);
    const nowhere = client.conversations.replies({ channel: places.news, ts: '1.000001' });
    await expect(nowhere).rejects.toThrow('thread_not_found');
    const elsewhere = client.conversations.history({ channel: places.harbour });
    await expect(elsewhere).rejects.toThrow('not_in_channel');
  });

  it('keeps metadata for those who ask for it', async () => {
    const metadata = { event_type: 'nutgraf', event_payload: { key: 'k' } };
    await client.chat.postMessage({ channel: places.news, text: 'Tide', metadata });
    const plain = await client.conversations.history({ channel: places.news });
    expect(plain.messages?.[0]?.metadata).toBeUndefined();
    const all = { channel: places.news, include_all_metadata: true };
    const full = await client.conversations.history(all);
    expect(full.messages?.[0]?.metadata).toEqual(metadata);
    const loose = {
      channel: places.news,
      text: 'x',
      metadata: { event_type: '', event_payload: {} },
    };
    await expect(client.chat.postMessage(loose)).rejects.toThrow('invalid_metadata_format');
  });

  it('shows a reply in the channel too where it is to be seen by all', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel: places.news, text: 'a' });
    const reply = { channel: places.news, thread_ts: ts, text: 'b', reply_broadcast: true };
    await client.chat.postMessage(reply);
    expect(server.messagesIn(places.news).map((one) => one.text)).toEqual(['a', 'b']);
  });

  it('threads below roots that there are', async () => {
    const reply = { channel: places.news, thread_ts: '1.000001', text: 'x' };
    await expect(client.chat.postMessage(reply)).rejects.toThrow('thread_not_found');
    const { ts: root = '' } = await client.chat.postMessage({ channel: places.news, text: 'a' });
    const below = { channel: places.news, thread_ts: root, text: 'b' };
    const { ts = '' } = await client.chat.postMessage(below);
    expect(server.thread(places.news, root).map((one) => one.text)).toEqual(['a', 'b']);
    expect(server.violations).toEqual([]);
    await client.chat.postMessage({ ...below, thread_ts: ts });
    expect(server.violations).toHaveLength(1);
  });

  it('lists where the app is and who people are', async () => {
    const list = await client.users.conversations({
      types: 'public_channel,private_channel',
      exclude_archived: true,
    });
    expect(list.channels?.map((one) => one.name)).toEqual(['news', 'desk']);
    const all = await client.conversations.list({});
    expect(all.channels?.map((one) => [one.name, one.is_member])).toEqual([
      ['news', true],
      ['harbour', false],
      ['attic', true],
    ]);
    const { user } = await client.users.info({ user: chika });
    expect(user).toMatchObject({ tz: 'Asia/Tokyo', is_admin: false });
    await expect(client.users.info({ user: 'U0NOBODY' })).rejects.toThrow('user_not_found');
  });

  it('takes JSON as well as forms, and says what a broken body is', async () => {
    const send = async (type: string, body: string) => {
      const headers = { 'content-type': type, authorization: `Bearer ${server.botToken}` };
      const url = `${server.apiUrl}chat.postMessage`;
      const answer = await fetch(url, { method: 'POST', headers, body });
      return ((await answer.json()) as { error?: string }).error;
    };
    const good = JSON.stringify({ channel: places.news, text: 'Tide' });
    expect(await send('application/json', good)).toBeUndefined();
    expect(await send('application/json', '{')).toBe('invalid_json');
    expect(await send('text/plain', 'x')).toBe('invalid_post_type');
    const form = `channel=${places.news}&text=x&blocks=nothing`;
    expect(await send('application/x-www-form-urlencoded', form)).toBe('invalid_blocks_format');
    expect(await send('application/x-www-form-urlencoded', `channel=${places.news}`)).toBe(
      'no_text',
    );
  });
});
