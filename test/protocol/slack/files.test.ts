import { afterEach, describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import type { FileFixture } from './files.ts';
import { textOf } from './json.ts';
import { people, places, type SlackServerOptions } from './slack-options.ts';
import { startSlackServer, type SlackServer } from './start-slack-server.ts';

let server: SlackServer;

afterEach(() => server.close());

async function share(file: FileFixture, channel: string, options: SlackServerOptions = {}) {
  server = await startSlackServer(options);
  const one = { channel, user: people.ada, text: 'here', files: [file] };
  const { message } = await server.say(one);
  return message.files?.[0] ?? {};
}

const load = (url: string, token: string, redirect: RequestRedirect = 'follow') =>
  fetch(url, { headers: { authorization: `Bearer ${token}` }, redirect });

const page = { name: 'page.html', content: '<p>Tide</p>', mimetype: 'text/html', filetype: 'html' };

describe('a file', () => {
  it.each([false, true])(
    'is given to the token (on a port of its own: %s)',
    async (filesOnOwnPort) => {
      const file = await share(page, places.news, { filesOnOwnPort });
      const url = textOf(file, 'url_private_download');
      expect(new URL(url).origin === new URL(server.apiUrl).origin).toBe(!filesOnOwnPort);
      const answer = await load(url, server.botToken);
      expect(answer.headers.get('content-type')).toBe('text/html');
      expect(await answer.text()).toBe('<p>Tide</p>');
      expect(server.violations).toEqual([]);
    },
  );

  it('is a page to sign in for everybody else', async () => {
    const file = await share(page, places.news);
    const answer = await load(textOf(file, 'url_private'), 'xoxb-wrong');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Sign in');
    expect(server.violations).toHaveLength(1);
  });

  it('in a conversation without the app does not exist for it', async () => {
    const file = await share(page, places.harbour);
    const answer = await load(textOf(file, 'url_private'), server.botToken, 'manual');
    expect(answer.status).toBe(302);
    const client = new WebClient(server.botToken, { slackApiUrl: server.apiUrl });
    await expect(client.files.info({ file: textOf(file, 'id') })).rejects.toThrow('file_not_found');
  });

  it('tells of a token that was carried over to another host', async () => {
    server = await startSlackServer();
    const file = { ...page, redirectTo: `${server.elsewhereUrl}/page.html` };
    const one = { channel: places.news, user: people.ada, text: 'here', files: [file] };
    const { message } = await server.say(one);
    const url = textOf(message.files?.[0], 'url_private');
    const { headers } = await load(url, server.botToken, 'manual');
    await load(headers.get('location') ?? '', 'none');
    expect(server.leaks).toEqual([]);
    await load(headers.get('location') ?? '', server.botToken);
    expect(server.leaks).toEqual([{ host: new URL(server.elsewhereUrl).host, path: '/page.html' }]);
  });

  it('may be no more than an id, of which the API tells the rest', async () => {
    const file = await share({ ...page, isBare: true }, places.news);
    expect(file).not.toHaveProperty('url_private');
    const client = new WebClient(server.botToken, { slackApiUrl: server.apiUrl });
    const { file: whole } = await client.files.info({ file: textOf(file, 'id') });
    expect(whole?.url_private_download).toContain('/download/page.html');
  });

  it('may lie on another host, where no token may go', async () => {
    const file = await share({ ...page, externalUrl: 'http://drive.example/page' }, places.news);
    expect(file).toMatchObject({ mode: 'external', url_private: 'http://drive.example/page' });
    expect(file).not.toHaveProperty('url_private_download');
  });

  it('that is a snippet says so and shows its beginning', async () => {
    const file = await share({ name: 'notes', content: 'a\nb', mode: 'snippet' }, places.news);
    expect(file).toMatchObject({ mode: 'snippet', preview: 'a\nb', lines: 2, size: 3 });
  });
});
