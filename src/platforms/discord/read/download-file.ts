import type { Downloaded } from '../../../ports/chat-platform.ts';
import type { PlatformFile } from '../../../ports/request.ts';
import { fetchFile } from '../../fetch-file.ts';
import { mayFetchFile } from './may-fetch-file.ts';

export interface Downloading {
  readonly fetch: typeof fetch;
  readonly apiUrl?: string;
  readonly maxBytes: number;
}

/**
 * Fetches a file from Discord's file hosts and nowhere else, without the token, along no redirect. Rejects with the
 * signal's reason.
 */
export async function downloadFile(
  { fetch, apiUrl, maxBytes }: Downloading,
  file: PlatformFile,
  signal: AbortSignal,
): Promise<Downloaded> {
  const { url: given } = file.address as { readonly url: string };
  const url = URL.parse(given);
  if (url === null || !mayFetchFile(url, apiUrl))
    return failed({ code: 'address-not-allowed', host: url?.host ?? 'that address' });
  const size = file.sizeBytes === undefined ? {} : { sizeBytes: file.sizeBytes };
  const fetched = await fetchFile({ fetch, url, maxBytes, ...size }, signal);
  if (fetched.status === 'failed') return fetched;
  if (fetched.status === 'refused')
    return failed({
      code: 'file-not-readable',
      path: file.name,
      reason: reasonOf(fetched.httpStatus),
    });
  const mediaType = fetched.contentType === '' ? file.mediaType : fetched.contentType;
  return {
    status: 'downloaded',
    body: fetched.body,
    ...(mediaType === undefined ? {} : { mediaType }),
  };
}

function reasonOf(status: number): string {
  return status === 404 || status === 410
    ? 'Discord keeps it no longer; give it to me again'
    : `Discord answers ${status}`;
}

function failed(
  problem: Extract<Downloaded, { readonly status: 'failed' }>['problem'],
): Downloaded {
  return { status: 'failed', problem };
}
