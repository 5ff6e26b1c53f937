/** What a `Content-Type` says (RFC 9110, 8.3): lower case, without its other parameters. */
export interface MediaType {
  readonly mediaType?: string;
  readonly charset?: string;
}

const READABLE = new Set([
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'text/markdown',
  'text/x-markdown',
  'application/pdf',
  'application/x-pdf',
  'text/xml',
  'application/xml',
  'text/json',
  'application/json',
]);

/** What servers say that do not know: then the bytes are looked at. */
const UNKNOWN = new Set([
  'application/octet-stream',
  'binary/octet-stream',
  'application/x-download',
  'application/force-download',
  'application/unknown',
  'unknown/unknown',
  '*/*',
]);

export function parseMediaType(header: string | undefined): MediaType {
  const [essence = '', ...parameters] = (header ?? '').slice(0, 1000).toLowerCase().split(';');
  const mediaType = essence.trim();
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*["']?([^"'\s,]+)/u.exec(parameter)?.[1])
    .find((label) => label !== undefined);
  return {
    ...(/^[^\s/]+\/[^\s/]+$/u.test(mediaType) ? { mediaType } : {}),
    ...(charset === undefined ? {} : { charset }),
  };
}

/** Whether a body that is announced so can hold an article, or has to be looked at to know. */
export function isReadableType(mediaType: string | undefined): boolean {
  if (mediaType === undefined || READABLE.has(mediaType) || UNKNOWN.has(mediaType)) return true;
  return /^application\/\S+\+(?:xml|json)$/u.test(mediaType);
}

/**
 * What a body is: the announced type, unless there is none that says anything or the bytes say otherwise (a PDF, or
 * something binary sent as plain text), after the WHATWG's "MIME Sniffing".
 * `application/octet-stream` means that it is no text.
 */
export function sniffMediaType(body: Uint8Array, announced: string | undefined): string {
  const head = Buffer.from(body.subarray(0, 1024)).toString('latin1');
  if (/^\s*%PDF-/u.test(head)) return 'application/pdf';
  const isAnnounced = announced !== undefined && !UNKNOWN.has(announced);
  if (isAnnounced && announced !== 'text/plain') return announced;
  if (isBinary(head)) return 'application/octet-stream';
  if (isAnnounced) return announced;
  return isMarkup(head.replaceAll('\0', '')) ? 'text/html' : 'text/plain';
}

/** Control characters that no text has; but UTF-16 has a NUL in each pair of its Latin letters. */
function isBinary(head: string): boolean {
  if (/^(?:\xFF\xFE|\xFE\xFF|(?:[\t\n\r -~]\0){4}|(?:\0[\t\n\r -~]){4})/u.test(head)) return false;
  return /[\0-\x08\x0E-\x1A\x1C-\x1F]/u.test(head);
}

function isMarkup(head: string): boolean {
  const start = head.replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)?\s*/u, '');
  if (start.startsWith('<?xml')) return /<html[\s>]/iu.test(start);
  return /^<(?:!doctype\s+html|!--|(?:html|head|body|meta|title|article|main|div|p)[\s>])/iu.test(
    start,
  );
}
