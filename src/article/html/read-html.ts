import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Reading } from '../reading.ts';
import { readMetadata } from './metadata/read-metadata.ts';

export interface HtmlOptions {
  /** Where the page was found; relative addresses are resolved against it. */
  readonly url?: string;
}

/** Reads an HTML page into its article. */
export function readHtml(html: string, options: HtmlOptions = {}): Reading {
  const { document } = parseHTML(html);
  const metadata = readMetadata(document, options);
  const found = new Readability(document).parse();
  const paragraphs = (found?.textContent ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (paragraphs.length === 0) {
    return { status: 'failed', problem: { code: 'not-an-article', kind: 'empty' } };
  }
  return {
    status: 'read',
    article: {
      ...(options.url === undefined ? {} : { url: options.url }),
      ...metadata,
      paragraphs,
      subheads: [],
      notes: [],
    },
    cuts: [],
  };
}
