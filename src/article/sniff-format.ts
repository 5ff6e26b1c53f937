/** What a source is, or that it is nothing that can be read: `type` is its media type. */
export type SniffedFormat =
  | { readonly format: 'html' | 'text' | 'markdown' | 'pdf' }
  | { readonly format: 'unreadable'; readonly type: string };

export interface FormatHints {
  /** Without parameters: `text/html`. */
  readonly mediaType?: string;
  /** A file's name, or the path of an address. */
  readonly name?: string;
}

/** Enough for a preamble of comments and scripts. */
const HEAD_BYTES = 4096;

/** First bytes (as Latin-1) of what people hand in by mistake. */
const MAGIC: readonly (readonly [RegExp, string])[] = [
  [/^\x89PNG/u, 'image/png'],
  [/^\xFF\xD8\xFF/u, 'image/jpeg'],
  [/^GIF8/u, 'image/gif'],
  [/^RIFF[^]{4}WEBP/u, 'image/webp'],
  [/^PK\x03\x04/u, 'application/zip'],
  [/^\x1F\x8B/u, 'application/gzip'],
  [/^[^]{4}ftyp/u, 'video/mp4'],
  [/^\x1A\x45\xDF\xA3/u, 'video/webm'],
  [/^(?:ID3|\xFF[\xF2\xF3\xFB])/u, 'audio/mpeg'],
  [/^OggS/u, 'audio/ogg'],
  [/^\xD0\xCF\x11\xE0/u, 'application/msword'],
  [/^\{\\rtf/u, 'application/rtf'],
];

const EXTENSIONS = {
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
} as const;

/**
 * Tells a source's format from its bytes first (after the WHATWG's "MIME Sniffing"), then from what is said of it:
 * servers and file names err more often than a file's beginning.
 */
export function sniffFormat(body: Uint8Array | string, hints: FormatHints): SniffedFormat {
  const head = headOf(body);
  if (/%PDF-\d/u.test(head.slice(0, 1024))) return { format: 'pdf' };
  const magic = MAGIC.find(([start]) => start.test(head));
  if (magic !== undefined) return { format: 'unreadable', type: magic[1] };
  const said = saidFormat(hints);
  if (beginsAsHtml(head)) return { format: 'html' };
  if (said === 'pdf') return { format: 'pdf' };
  if (isBinary(head)) return { format: 'unreadable', type: binaryType(hints.mediaType) };
  if (said === 'html') return { format: 'html' };
  if (beginsAsXml(head)) return { format: 'unreadable', type: 'application/xml' };
  if (hints.mediaType?.endsWith('json') === true || isJson(head, tailOf(body)))
    return { format: 'unreadable', type: 'application/json' };
  if (said === 'markdown') return { format: 'markdown' };
  return { format: hasManyTags(head) ? 'html' : 'text' };
}

function headOf(body: Uint8Array | string): string {
  if (typeof body === 'string') return body.slice(0, HEAD_BYTES);
  return Buffer.from(body.subarray(0, HEAD_BYTES)).toString('latin1');
}

function tailOf(body: Uint8Array | string): string {
  if (typeof body === 'string') return body.slice(-100);
  return Buffer.from(body.subarray(-100)).toString('latin1');
}

function saidFormat({
  mediaType = '',
  name = '',
}: FormatHints): 'html' | 'markdown' | 'pdf' | undefined {
  if (mediaType === 'text/html' || mediaType === 'application/xhtml+xml') return 'html';
  if (mediaType === 'text/markdown' || mediaType === 'text/x-markdown') return 'markdown';
  if (mediaType === 'application/pdf' || mediaType === 'application/x-pdf') return 'pdf';
  const extension = /\.([a-z]{1,10})$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  if (extension === 'pdf') return 'pdf';
  return Object.hasOwn(EXTENSIONS, extension)
    ? EXTENSIONS[extension as keyof typeof EXTENSIONS]
    : undefined;
}

/** A document's beginning; null bytes in UTF-16 or in a damaged page stand in nobody's way. */
function beginsAsHtml(head: string): boolean {
  const start = withoutXmlPrologue(
    head.replaceAll('\0', '').replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF|\uFEFF)?\s*/u, ''),
  );
  return /^<(?:!doctype\s+html|(?:html|head|body|meta|title|link|script|style|base|article|main|section|header|nav|div|p|h1|h2|table|span)[\s/>])/iu.test(
    start,
  );
}

/** XHTML may begin with an XML declaration, and any page with comments. */
function withoutXmlPrologue(text: string): string {
  let rest = text;
  for (;;) {
    const end = rest.startsWith('<!--')
      ? rest.indexOf('-->')
      : rest.startsWith('<?xml')
        ? rest.indexOf('?>')
        : -1;
    if (end < 0) return rest;
    rest = rest.slice(end).replace(/^(?:-->|\?>)\s*/u, '');
  }
}

function beginsAsXml(head: string): boolean {
  return /^(?:\xEF\xBB\xBF|\uFEFF)?\s*<(?:\?xml\s|rss[\s>]|feed[\s>]|rdf:RDF[\s>]|svg[\s>])/u.test(
    head,
  );
}

function isJson(head: string, tail: string): boolean {
  return /^\s*(?:\{\s*"|\[\s*[[{"\d])/u.test(head) && /[}\]]\s*$/u.test(tail);
}

/** Control characters that no text has, more than a stray one; UTF-16 is told by its mark or its NULs on one side. */
function isBinary(head: string): boolean {
  if (/^(?:\xFF\xFE|\xFE\xFF|(?:[\t\n\r -~]\0){4}|(?:\0[\t\n\r -~]){4})/u.test(head)) return false;
  const controls = head.match(/[\0-\x08\x0E-\x1A\x1C-\x1F]/gu)?.length ?? 0;
  return controls > head.length / 50;
}

function binaryType(mediaType: string | undefined): string {
  return mediaType === undefined || mediaType.startsWith('text/')
    ? 'application/octet-stream'
    : mediaType;
}

/** A fragment that begins with a word and is markup all the same. */
function hasManyTags(head: string): boolean {
  return (head.match(/<\/(?:p|div|a|span|h[1-6]|li|article|section)>/giu)?.length ?? 0) >= 3;
}
