import type { Reading } from '../article/reading.ts';

/** What a worker says: that it has started, then one answer for each source. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reading'; readonly reading: Reading }
  /** The reader threw: a fault of ours. */
  | { readonly kind: 'failed'; readonly reason: string };
