import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServerLog } from './server-log.ts';
import { listen } from './listen.ts';
import type { Clock } from './world/clock.ts';
import type { StoredFile } from './world/world.ts';

/** Where attachments lie: addresses with a signature that end. */
export interface FileHost {
  /** `http://127.0.0.1:<port>`, what `cdn.discordapp.com` is. */
  readonly url: string;
  /** An address for a file, good for 24 hours from now. */
  readonly addressOf: (file: StoredFile) => string;
  /** The paths that were asked for. */
  readonly asked: string[];
  readonly close: () => Promise<void>;
}

/** https://discord.com/developers/docs/reference#signed-attachment-cdn-urls */
const goodForMs = 24 * 3_600_000;
const secret = 'signs addresses of this server alone';

export async function startFileHost(clock: Clock, log: ServerLog): Promise<FileHost> {
  const files = new Map<string, StoredFile>();
  const asked: string[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? '/', 'http://files.invalid');
    asked.push(url.pathname);
    if (request.headers.authorization !== undefined) {
      log.violations.push({
        where: `GET ${url.pathname}`,
        what: 'a token was sent to the file host',
        faults: [],
      });
    }
    const file = files.get(url.pathname);
    const isGood =
      url.searchParams.get('hm') === sign(url.pathname, url.searchParams.get('ex') ?? '');
    if (
      file === undefined ||
      !isGood ||
      parseInt(url.searchParams.get('ex') ?? '0', 16) * 1000 < clock.now()
    ) {
      response.writeHead(404, { 'content-type': 'text/plain;charset=UTF-8' });
      response.end('This content is no longer available.');
      return;
    }
    response.writeHead(200, {
      'content-type': file.contentType,
      'content-length': file.bytes.byteLength,
    });
    response.end(file.bytes);
  };
  const server = createServer(answer);
  const listening = await listen(server);
  const addressOf = (file: StoredFile): string => {
    const kind = file.isEphemeral ? 'ephemeral-attachments' : 'attachments';
    const path = `/${kind}/${file.channelId}/${file.id}/${encodeURIComponent(file.name)}`;
    files.set(path, file);
    const until = Math.floor((clock.now() + goodForMs) / 1000).toString(16);
    const since = Math.floor(clock.now() / 1000).toString(16);
    return `${listening.url}${path}?ex=${until}&is=${since}&hm=${sign(path, until)}&`;
  };
  return { url: listening.url, addressOf, asked, close: listening.close };
}

function sign(path: string, until: string): string {
  return createHmac('sha256', secret).update(`${path}?${until}`).digest('hex');
}
