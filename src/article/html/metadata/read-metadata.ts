import type { Metadata, PageDocument } from './metadata.ts';

export interface MetadataOptions {
  /** Where the page was found. */
  readonly url?: string;
}

export function readMetadata(document: PageDocument, options: MetadataOptions): Metadata {
  void options;
  const title = [...document.querySelectorAll('title')][0]?.textContent ?? '';
  return { about: { title, byline: [], language: 'und' }, signals: { paywalledSelectors: [], pageTypes: [] } };
}
