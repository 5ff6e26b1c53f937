import type { Downloaded } from '../../../ports/chat-platform.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import type { PlatformFile } from '../../../ports/request.ts';
import type { SlackApi } from '../send/slack-api.ts';
import { textAt } from '../wire/payload-field.ts';
import { mayCarryToken } from './may-carry-token.ts';

export interface Downloading {
  readonly api: SlackApi;
  readonly fetch: typeof fetch;
  readonly token: string;
  readonly apiUrl?: string;
  readonly maxBytes: number;
}

/** Ours, for the whole body. */
const TIMEOUT_MS = 30_000;

/**
 * Fetches a file with the bot's token, which goes to the API's host and Slack's file host alone and never along a
 * redirect. @throws PlatformError `refused-token`, or the signal's reason
 */
export async function downloadFile(
  world: Downloading,
  file: PlatformFile,
  signal: AbortSignal,
): Promise<Downloaded> {
  const url = await findUrl(world, file, signal);
  if (url === undefined)
    return failed({ code: 'file-not-readable', path: file.name, reason: reasonOf(302) });
  if (!mayCarryToken(url, world.apiUrl))
    return failed({ code: 'address-not-allowed', host: url.host });
  if ((file.sizeBytes ?? 0) > world.maxBytes)
    return failed({ code: 'too-large', limitBytes: world.maxBytes });
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    const answer = await world.fetch(url, {
      headers: { authorization: `Bearer ${world.token}` },
      redirect: 'manual',
      signal: deadline,
    });
    return await readAnswer(answer, { url, file, maxBytes: world.maxBytes });
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    if (deadline.aborted) return failed({ code: 'too-slow', host: url.host, limitMs: TIMEOUT_MS });
    const reason = cause instanceof Error ? cause.message : String(cause);
    return failed({ code: 'unreachable', host: url.host, reason });
  }
}

/** Files of shared channels come without an address, which Slack gives to whoever asks for the file. */
async function findUrl(
  { api }: Downloading,
  file: PlatformFile,
  signal: AbortSignal,
): Promise<URL | undefined> {
  const given = textAt(file.address, 'url');
  if (given !== '') return URL.parse(given) ?? undefined;
  try {
    const args = { file: textAt(file.address, 'id') };
    const answer = await api.call('files.info', args, { signal, isRepeatable: true });
    const found =
      textAt(answer, 'file', 'url_private_download') || textAt(answer, 'file', 'url_private');
    return URL.parse(found) ?? undefined;
  } catch (error) {
    const isAbsent =
      error instanceof PlatformError && (error.code === 'gone' || error.code === 'not-allowed');
    if (isAbsent) return undefined;
    throw error;
  }
}

interface Expected {
  readonly url: URL;
  readonly file: PlatformFile;
  readonly maxBytes: number;
}

async function readAnswer(
  answer: Response,
  { url, file, maxBytes }: Expected,
): Promise<Downloaded> {
  const { status } = answer;
  if (status !== 200) {
    await answer.body?.cancel();
    if (status === 404 || status === 410)
      return failed({ code: 'not-found', host: url.host, status });
    if (status >= 500) return failed({ code: 'server-error', host: url.host, status });
    // A redirect leads to the page where people sign in: the file is not for us.
    return failed({ code: 'file-not-readable', path: file.name, reason: reasonOf(status) });
  }
  const body = await collect(answer, maxBytes);
  if (body === undefined) return failed({ code: 'too-large', limitBytes: maxBytes });
  const mediaType = answer.headers.get('content-type')?.split(';')[0]?.trim() ?? '';
  if (isSignInPage(file, { mediaType, sizeBytes: body.length }))
    return failed({ code: 'file-not-readable', path: file.name, reason: reasonOf(302) });
  const type = mediaType === '' ? file.mediaType : mediaType;
  return { status: 'downloaded', body, ...(type === undefined ? {} : { mediaType: type }) };
}

function reasonOf(status: number): string {
  return status < 400 ? 'Slack does not give it to me' : `Slack answers ${status}`;
}

/** Slack shows those who have no right to a file a page to sign in, as a success. The file itself may be a page too. */
function isSignInPage(
  file: PlatformFile,
  { mediaType, sizeBytes }: { readonly mediaType: string; readonly sizeBytes: number },
): boolean {
  if (mediaType !== 'text/html') return false;
  if (file.sizeBytes !== undefined) return file.sizeBytes !== sizeBytes;
  return file.mediaType !== undefined && file.mediaType !== 'text/html';
}

/** The body; `undefined` where it is longer than it may be. */
async function collect(answer: Response, maxBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of answer.body ?? []) {
    sizeBytes += chunk.length;
    if (sizeBytes > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function failed(
  problem: Extract<Downloaded, { readonly status: 'failed' }>['problem'],
): Downloaded {
  return { status: 'failed', problem };
}
