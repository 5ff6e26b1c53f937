import type { Reading } from './reading.ts';
import { decodeText } from './decode/decode-text.ts';
import { readHtml } from './html/read-html.ts';
import { readText } from './pasted/read-text.ts';
import { sniffFormat, type SniffedFormat } from './sniff-format.ts';

/** Anything that may hold an article, as it came in. */
export interface RawSource {
  readonly body: Uint8Array | string;
  /** As the server said, lower case, without parameters. */
  readonly mediaType?: string;
  readonly charset?: string;
  /** Where it was found. */
  readonly url?: string;
  readonly fileName?: string;
  /** Known from elsewhere; a page's own title goes first. */
  readonly title?: string;
  /** When it is known; else the bytes tell. */
  readonly format?: 'html' | 'text' | 'markdown' | 'pdf';
  /** A text is kept as it is, a paragraph a line. */
  readonly asIs?: boolean;
  /** A page is read as flat text, which needs little memory: for a second attempt. */
  readonly isFrugal?: boolean;
}

/** Reads a source of any format into its article. What is no article is a problem, never an error. */
export async function readSource(raw: RawSource): Promise<Reading> {
  if (raw.body.length === 0) {
    return { status: 'failed', problem: { code: 'not-an-article', kind: 'empty' } };
  }
  const sniffed = formatOf(raw);
  if (sniffed.format === 'unreadable') {
    return { status: 'failed', problem: { code: 'not-text', type: sniffed.type } };
  }
  return withKnownTitle(await readAs(sniffed.format, raw), raw.title);
}

function formatOf(raw: RawSource): SniffedFormat {
  if (raw.format !== undefined) return { format: raw.format };
  const name = raw.fileName ?? pathOf(raw.url);
  return sniffFormat(raw.body, {
    ...(raw.mediaType === undefined ? {} : { mediaType: raw.mediaType }),
    ...(name === undefined ? {} : { name }),
  });
}

function pathOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : URL.parse(url)?.pathname;
}

async function readAs(
  format: 'html' | 'text' | 'markdown' | 'pdf',
  raw: RawSource,
): Promise<Reading> {
  const at = raw.url === undefined ? {} : { url: raw.url };
  switch (format) {
    case 'pdf': {
      // PDF and Markdown bring libraries of their own, which most sources never need.
      const { readPdf } = await import('./pdf/read-pdf.ts');
      return readPdf(bytesOf(raw.body), at);
    }
    case 'markdown': {
      if (raw.isFrugal === true) return readText(textOf(raw), at);
      const { readMarkdown } = await import('./markdown/read-markdown.ts');
      return readMarkdown(textOf(raw), at);
    }
    case 'html':
      return readHtml(textOf(raw), { ...at, isFlat: raw.isFrugal === true });
    case 'text':
      return readText(textOf(raw), {
        ...at,
        ...(raw.title === undefined ? {} : { title: raw.title }),
        ...(raw.asIs === undefined ? {} : { asIs: raw.asIs }),
      });
  }
}

function bytesOf(body: Uint8Array | string): Uint8Array {
  return typeof body === 'string' ? Buffer.from(body, 'latin1') : body;
}

function textOf({ body, charset, mediaType }: RawSource): string {
  if (typeof body === 'string') return body;
  return decodeText(body, {
    ...(charset === undefined ? {} : { charset }),
    ...(mediaType === undefined ? {} : { mediaType }),
  });
}

function withKnownTitle(reading: Reading, title: string | undefined): Reading {
  if (title === undefined || reading.status === 'failed' || reading.article.title !== '')
    return reading;
  return { ...reading, article: { ...reading.article, title } };
}
