import { fetchPage } from '../../../src/article/fetch/fetch-page.ts';
import type { Fetched } from '../../../src/article/fetch/fetched.ts';
import type { FetchOptions } from '../../../src/article/fetch/fetch-options.ts';

/** `fetchPage` with the named servers opened and short limits, so that what hangs does not hang the tests. */
export async function visitLocal(
  address: string,
  options: Partial<FetchOptions> & {
    readonly open?: readonly { readonly hostPort: string }[];
  } = {},
): Promise<Fetched> {
  const { open = [], limits, ...others } = options;
  return fetchPage(address, {
    signal: new AbortController().signal,
    allowedPrivateHosts: open.map((server) => server.hostPort),
    lookup: () => Promise.reject(Object.assign(new Error('no names here'), { code: 'ENOTFOUND' })),
    limits: { connectMs: 2000, totalMs: 5000, ...limits },
    ...others,
  });
}

/** The page as text with what is told about it, or the problem: what most expectations are about. */
export function outcomeOf(fetched: Fetched): unknown {
  if (fetched.status === 'failed') return fetched.problem;
  return Buffer.from(fetched.page.body).toString();
}
