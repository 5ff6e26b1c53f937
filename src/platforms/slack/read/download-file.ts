import type { Downloaded } from '../../../ports/chat-platform.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import type { PlatformFile } from '../../../ports/request.ts';
import type { SlackApi } from '../send/slack-api.ts';
import { fetchFile } from '../../fetch-file.ts';
import { textAt } from '../../payload-field.ts';
import { mayCarryToken } from './may-carry-token.ts';

export interface Downloading {
  readonly api: SlackApi;
  readonly fetch: typeof fetch;
  readonly token: string;
  readonly apiUrl?: string;
  readonly maxBytes: number;
}

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
  const { fetch, token, maxBytes } = world;
  const headers = { authorization: `Bearer ${token}` };
  const size = file.sizeBytes === undefined ? {} : { sizeBytes: file.sizeBytes };
  const fetched = await fetchFile({ fetch, url, headers, maxBytes, ...size }, signal);
  if (fetched.status === 'failed') return fetched;
  if (fetched.status === 'refused') return refused(file, url, fetched.httpStatus);
  const { body, contentType } = fetched;
  const mediaType = contentType.split(';')[0]?.trim() ?? '';
  if (isSignInPage(file, { mediaType, sizeBytes: body.length }))
    return failed({ code: 'file-not-readable', path: file.name, reason: reasonOf(302) });
  const type = mediaType === '' ? file.mediaType : mediaType;
  return { status: 'downloaded', body, ...(type === undefined ? {} : { mediaType: type }) };
}

/** A redirect leads to the page where people sign in: the file is not for us. */
function refused(file: PlatformFile, url: URL, status: number): Downloaded {
  return status === 404 || status === 410
    ? failed({ code: 'not-found', host: url.host, status })
    : failed({ code: 'file-not-readable', path: file.name, reason: reasonOf(status) });
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

function failed(
  problem: Extract<Downloaded, { readonly status: 'failed' }>['problem'],
): Downloaded {
  return { status: 'failed', problem };
}
