import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Hub } from './hub.ts';
import { identity } from './identity.ts';
import { isJson, type Json } from './json.ts';
import { isBotIn, type StoredFile, type World } from './world.ts';
import { breakAnswer } from './web-api/answer-call.ts';

export interface FileFixture {
  readonly name: string;
  readonly content: string | Buffer;
  readonly mimetype?: string;
  /** Slack's own word for the kind: `text`, `html`, `pdf`, … */
  readonly filetype?: string;
  /** A snippet is written in Slack and stands as `mode: snippet`. */
  readonly mode?: 'hosted' | 'snippet';
  /** Slack sends whoever fetches the file on to there. */
  readonly redirectTo?: string;
  /** The file lies with somebody else, at this address; Slack only shows it. */
  readonly externalUrl?: string;
  /** Messages say nothing of the file but its id, as between organisations; `files.info` tells the rest. */
  readonly isBare?: boolean;
}

/** Puts a file into the workspace as somebody's upload: https://docs.slack.dev/reference/objects/file-object */
export function storeFile(hub: Hub, owner: string, fixture: FileFixture): StoredFile {
  const id = hub.ids.next('F');
  const content = Buffer.from(fixture.content);
  const path = `${identity.teamId}-${id}/${encodeURIComponent(fixture.name)}`;
  const { externalUrl } = fixture;
  const mode = externalUrl === undefined ? (fixture.mode ?? 'hosted') : 'external';
  const preview = content.toString('utf8').slice(0, 200);
  const info = {
    id,
    created: Math.floor(hub.clock.now() / 1000),
    name: fixture.name,
    title: fixture.name,
    mimetype: fixture.mimetype ?? 'text/plain',
    filetype: fixture.filetype ?? 'text',
    pretty_type: 'Plain Text',
    user: owner,
    user_team: identity.teamId,
    editable: mode === 'snippet',
    size: content.length,
    mode,
    is_external: externalUrl !== undefined,
    external_type: '',
    is_public: true,
    public_url_shared: false,
    file_access: 'visible',
    ...(mode === 'snippet' ? { preview, lines: content.toString('utf8').split('\n').length } : {}),
  };
  const redirect = fixture.redirectTo === undefined ? {} : { redirectTo: fixture.redirectTo };
  const external = externalUrl === undefined ? {} : { externalUrl };
  const file: StoredFile = { id, owner, info, content, path, ...redirect, ...external };
  hub.world.files.set(id, file);
  return file;
}

export function renderFile(origin: string, file: StoredFile): Json {
  const { externalUrl } = file;
  if (externalUrl !== undefined) return { ...file.info, url_private: externalUrl };
  return {
    ...file.info,
    url_private: `${origin}/files-pri/${file.path}`,
    url_private_download: `${origin}/files-pri/${file.path.replace('/', '/download/')}`,
    permalink: `https://${identity.teamDomain}.slack.com/files/${file.owner}/${file.id}/`,
  };
}

/** `files:read` reaches what the app was handed, and what stands in a conversation where it is. */
export function mayBotRead(world: World, file: StoredFile): boolean {
  if (file.handedIn === true) return true;
  return world.messages.some((message) => {
    const channel = world.channels.get(message.channel);
    const isShared = message.files?.some((one) => isJson(one) && one['id'] === file.id) ?? false;
    return isShared && channel !== undefined && isBotIn(channel);
  });
}

/** The stand-in for files.slack.com: without a good token it leads to a page where people sign in. */
export function createFileHost(hub: Hub) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const fault = hub.faults.take('files');
    if (fault) {
      breakAnswer(fault, response);
      return;
    }
    const url = new URL(request.url ?? '/', 'http://files');
    const path = url.pathname.replace(/^\/files-pri\//u, '').replace('/download/', '/');
    const file = [...hub.world.files.values()].find((one) => one.path === path);
    if (file?.redirectTo !== undefined) {
      return void response.writeHead(302, { location: file.redirectTo }).end();
    }
    const isOurs = request.headers.authorization === `Bearer ${identity.botToken}`;
    const mayRead = isOurs && hub.world.isInstalled && hub.settings.scopes.has('files:read');
    if (!file || !mayRead || !mayBotRead(hub.world, file)) {
      const what = `a file fetched without the right to it: ${path}`;
      hub.records.violations.push({ where: 'files', what });
      return void response.writeHead(302, { location: '/signin' }).end();
    }
    response.writeHead(200, {
      'content-type': String(file.info['mimetype']),
      'content-length': file.content.length,
    });
    response.end(file.content);
  };
}
