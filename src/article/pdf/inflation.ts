import { constants, inflateSync } from 'node:zlib';

/** Ours: the pages of a book inflate to a few MiB, a large picture to some dozens. */
const MAX_STREAM_BYTES = 48 * 1024 * 1024;
const MAX_ALL_BYTES = 256 * 1024 * 1024;
/** Of the deflate format (zlib's technical details). */
const MAX_RATIO = 1032;
/** A stream may be deflated more than once; nobody needs to. */
const MAX_LAYERS = 3;

/**
 * Whether no stream of a PDF file inflates beyond bounds. pdf.js has none of its own: 5 MB of
 * nested zeros would take gigabytes. It looks for deflated data behind every `stream` and not at
 * what the file says of its filters, which can be written in too many ways.
 */
export function isInflationBounded(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = MAX_ALL_BYTES;
  let at = file.indexOf('stream');
  while (at !== -1) {
    const next = file.indexOf('endstream', at + 6);
    // The last stream of a file that breaks off has no end; nothing can follow it.
    const data = file.subarray(skipLineEnd(file, at + 6), next === -1 ? file.length : next);
    left -= inflatedSize(data, MAX_LAYERS);
    if (left < 0) return false;
    at = next === -1 ? -1 : file.indexOf('stream', next + 9);
  }
  return true;
}

function skipLineEnd(file: Buffer, at: number): number {
  let start = at;
  if (file[start] === 0x0d) start += 1;
  if (file[start] === 0x0a) start += 1;
  return start;
}

/** Bytes after inflating, all layers together; more than is allowed when it is past its bound. */
function inflatedSize(data: Buffer, layers: number): number {
  if (layers === 0) return MAX_ALL_BYTES + 1;
  if (!looksDeflated(data)) return 0;
  try {
    const inflated = inflateSync(data, {
      maxOutputLength: MAX_STREAM_BYTES,
      // Cut or damaged data gives what there is, as pdf.js does.
      finishFlush: constants.Z_SYNC_FLUSH,
    });
    return inflated.length + inflatedSize(inflated, layers - 1);
  } catch (error) {
    const tooLarge = isTooLarge(error);
    // Damaged data does not tell how much came before the damage: as much as deflate can make of it.
    return tooLarge ? MAX_ALL_BYTES + 1 : Math.min(data.length * MAX_RATIO, MAX_STREAM_BYTES);
  }
}

/** The two bytes of a zlib header (RFC 1950). */
function looksDeflated(data: Buffer): boolean {
  const [method = 0, flags = 0] = data;
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0 && data.length > 6;
}

function isTooLarge(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_BUFFER_TOO_LARGE'
  );
}
