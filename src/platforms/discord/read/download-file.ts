import type { Downloaded } from '../../../ports/chat-platform.ts';
import type { PlatformFile } from '../../../ports/request.ts';
import { mayFetchFile } from './may-fetch-file.ts';

export interface Downloading {
  readonly fetch: typeof fetch;
  readonly apiUrl?: string;
  readonly maxBytes: number;
}

/** Ours, for the whole body. */
const TIMEOUT_MS = 30_000;

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
  if ((file.sizeBytes ?? 0) > maxBytes) return failed({ code: 'too-large', limitBytes: maxBytes });
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: deadline });
    return await readAnswer(answer, { url, file, maxBytes });
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    if (deadline.aborted) return failed({ code: 'too-slow', host: url.host, limitMs: TIMEOUT_MS });
    const reason = cause instanceof Error ? cause.message : String(cause);
    return failed({ code: 'unreachable', host: url.host, reason });
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
    if (status >= 500) return failed({ code: 'server-error', host: url.host, status });
    const reason =
      status === 404 || status === 410
        ? 'Discord keeps it no longer; give it to me again'
        : `Discord answers ${status}`;
    return failed({ code: 'file-not-readable', path: file.name, reason });
  }
  const body = await collect(answer, maxBytes);
  if (body === undefined) return failed({ code: 'too-large', limitBytes: maxBytes });
  const told = answer.headers.get('content-type')?.trim() ?? '';
  const mediaType = told === '' ? file.mediaType : told;
  return { status: 'downloaded', body, ...(mediaType === undefined ? {} : { mediaType }) };
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
