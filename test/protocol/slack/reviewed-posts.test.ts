import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import { silentLogger } from './silent-logger.ts';
import { places } from './slack-options.ts';
import { startSlackServer, type SlackServer } from './start-slack-server.ts';

let server: SlackServer;
let client: WebClient;
const channel = places.news;
const quiet = { unfurl_links: false, unfurl_media: false };
const section = (text: string) => ({
  type: 'section' as const,
  text: { type: 'mrkdwn' as const, text },
});

beforeEach(async () => {
  server = await startSlackServer();
  const retryConfig = { retries: 0 };
  client = new WebClient(server.botToken, {
    slackApiUrl: server.apiUrl,
    retryConfig,
    logger: silentLogger,
  });
});

afterEach(() => server.close());

describe('what the app posts', () => {
  it('is refused and noted where it breaks a limit', async () => {
    const post = client.chat.postMessage({
      channel,
      text: 'a',
      blocks: [section('x'.repeat(3001))],
    });
    await expect(post).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: { messages: [expect.stringContaining('/blocks/0/text/text')] },
      },
    });
    expect(server.messagesIn(channel)).toEqual([]);
    expect(server.violations).toHaveLength(1);
  });

  it('may be long as a post and not as an edit', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'x'.repeat(40_001) });
    expect(server.messagesIn(channel)[0]?.text).toHaveLength(40_000);
    const edit = client.chat.update({ channel, ts, text: 'x'.repeat(4001) });
    await expect(edit).rejects.toThrow('msg_too_long');
    await client.chat.update({ channel, ts, text: 'x'.repeat(4000) });
    expect(server.violations.map((one) => one.what)).toEqual([
      'text of 40001 characters is cut off',
      'msg_too_long',
    ]);
  });

  it('is noted where it has blocks and no text', async () => {
    await client.chat.postMessage({ channel, blocks: [section('Tide')] });
    expect(server.violations[0]?.what).toContain('blocks without text');
  });

  it('is noted where a link may be previewed', async () => {
    const text = '<https://a.example|a>';
    await client.chat.postMessage({ channel, text, ...quiet });
    await client.chat.postMessage({ channel, text: 'no link' });
    expect(server.unfurls).toEqual([]);
    await client.chat.postMessage({ channel, text, unfurl_links: false });
    expect(server.unfurls).toHaveLength(1);
  });

  it('is noted where it would notify people', async () => {
    await client.chat.postMessage({ channel, text: 'a', blocks: [section('<!everyone>')] });
    await client.chat.postMessage({ channel, text: '@channel' });
    expect(server.pings).toEqual([{ where: 'chat.postMessage', whom: '<!everyone>' }]);
  });

  it('is noted where a secret stands in it', async () => {
    await client.chat.postMessage({ channel, text: `failed with ${server.botToken}` });
    expect(server.violations).toHaveLength(1);
  });

  it('keeps its blocks when only the text is edited, and every block has an id', async () => {
    const { ts = '' } = await client.chat.postMessage({
      channel,
      text: 'a',
      blocks: [section('b')],
    });
    await client.chat.update({ channel, ts, text: 'c' });
    expect(server.messagesIn(channel)[0]).toMatchObject({
      text: 'c',
      blocks: [{ type: 'section', block_id: expect.any(String) }],
    });
  });
});
