import type { Problem } from '../article/problem.ts';

export interface FileRequest {
  readonly fetch: typeof fetch;
  /** One that the platform's adapter has found to be the platform's own. */
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the platform says that it has, when it says so. */
  readonly sizeBytes?: number;
  readonly maxBytes: number;
}

export type FetchedFile =
  | {
      readonly status: 'fetched';
      readonly body: Uint8Array;
      /** As the server says; empty where it says nothing. */
      readonly contentType: string;
    }
  /** No success and no failure of the server: what it means is for the platform's adapter to say. */
  | { readonly status: 'refused'; readonly httpStatus: number }
  | { readonly status: 'failed'; readonly problem: Problem };

/** Ours, for the whole body. */
const TIMEOUT_MS = 30_000;

/** Fetches a file that lies with a platform, along no redirect and up to its limit. Rejects with the signal's reason only. */
export async function fetchFile(request: FileRequest, signal: AbortSignal): Promise<FetchedFile> {
  const { fetch, url, headers = {}, sizeBytes = 0, maxBytes } = request;
  if (sizeBytes > maxBytes) return failed({ code: 'too-large', limitBytes: maxBytes });
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    const answer = await fetch(url, { headers, redirect: 'manual', signal: deadline });
    return await readAnswer(answer, request);
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    if (deadline.aborted) return failed({ code: 'too-slow', host: url.host, limitMs: TIMEOUT_MS });
    const reason = cause instanceof Error ? cause.message : String(cause);
    return failed({ code: 'unreachable', host: url.host, reason });
  }
}

async function readAnswer(answer: Response, { url, maxBytes }: FileRequest): Promise<FetchedFile> {
  const { status } = answer;
  if (status !== 200) {
    await answer.body?.cancel();
    return status >= 500
      ? failed({ code: 'server-error', host: url.host, status })
      : { status: 'refused', httpStatus: status };
  }
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of answer.body ?? []) {
    sizeBytes += chunk.length;
    if (sizeBytes > maxBytes) return failed({ code: 'too-large', limitBytes: maxBytes });
    chunks.push(chunk);
  }
  const contentType = answer.headers.get('content-type')?.trim() ?? '';
  return { status: 'fetched', body: Buffer.concat(chunks), contentType };
}

function failed(problem: Problem): FetchedFile {
  return { status: 'failed', problem };
}
