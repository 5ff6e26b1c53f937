import type { Problem } from '../problem.ts';

/** A body as it came, decompressed. */
export interface FetchedPage {
  /** Where it was found after all redirects, without credentials and fragment. */
  readonly url: string;
  /** Announced by the server or, where that says nothing, seen in the bytes; lower case. */
  readonly mediaType: string;
  /** As the server announced it; lower case, not checked. */
  readonly charset?: string;
  readonly body: Uint8Array;
  /** Whether the connection or the compressed data broke off before the end, twice. */
  readonly truncated: boolean;
}

export type Fetched =
  | { readonly status: 'fetched'; readonly page: FetchedPage }
  | { readonly status: 'failed'; readonly problem: Problem };
