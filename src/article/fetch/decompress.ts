import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { findErrorCode } from './find-error-code.ts';

/** Bodies that are packed more often than this are made to hurt, not to be read. */
const MAX_ENCODINGS = 3;

/** RFC 9659: what a sender of `zstd` may ask a receiver to hold, 8 MiB. */
const ZSTD_MAX_WINDOW_LOG = 23;

const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH, ZSTD_e_flush, ZSTD_d_windowLogMax } = zlib.constants;

const gunzip = promisify(zlib.gunzip);
const inflate = promisify(zlib.inflate);
const inflateRaw = promisify(zlib.inflateRaw);
const unbrotli = promisify(zlib.brotliDecompress);
const unzstd = promisify(zlib.zstdDecompress);

export type Decompressed =
  | { readonly status: 'done'; readonly bytes: Buffer; readonly isWhole: boolean }
  | { readonly status: 'too-large' }
  /** Not what `Content-Encoding` says, or an encoding that was not asked for. */
  | { readonly status: 'broken' };

interface Unpacking {
  readonly maxOutputLength: number;
  /** Whether to give what is there when the end is missing. */
  readonly partial: boolean;
}

/**
 * Undoes `Content-Encoding` (RFC 9110, 8.4), the last first. No step makes more than `maxBytes`, so that memory is
 * bounded by that whatever the body claims. A body whose end is missing gives what is there, `isWhole` false.
 */
export async function decompress(
  body: Buffer,
  contentEncoding: string,
  maxBytes: number,
): Promise<Decompressed> {
  const encodings = parseEncodings(contentEncoding);
  if (encodings.length > MAX_ENCODINGS) return { status: 'broken' };
  let bytes = body;
  let isWhole = true;
  for (const encoding of encodings.toReversed()) {
    const step = await unpack(bytes, encoding, maxBytes);
    if (step.status !== 'done') return step;
    bytes = step.bytes;
    isWhole &&= step.isWhole;
  }
  return { status: 'done', bytes, isWhole };
}

function parseEncodings(header: string): readonly string[] {
  return header
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
}

async function unpack(
  bytes: Buffer,
  encoding: string,
  maxOutputLength: number,
): Promise<Decompressed> {
  if (bytes.length === 0) return { status: 'done', bytes, isWhole: true };
  try {
    return await whole(bytes, encoding, maxOutputLength);
  } catch (error) {
    const code = findErrorCode(error);
    if (code === 'ERR_BUFFER_TOO_LARGE') return { status: 'too-large' };
    // zlib's data errors; a fault of ours has no code of its kind.
    if (/^(?:Z_|ERR__|ZSTD_)/u.test(code ?? '')) return { status: 'broken' };
    throw error;
  }
}

async function whole(
  bytes: Buffer,
  encoding: string,
  maxOutputLength: number,
): Promise<Decompressed> {
  try {
    const unpacked = await decode(bytes, encoding, { maxOutputLength, partial: false });
    return unpacked === undefined
      ? { status: 'broken' }
      : { status: 'done', bytes: unpacked, isWhole: true };
  } catch (error) {
    if (findErrorCode(error) !== 'Z_BUF_ERROR') throw error;
    const unpacked = await decode(bytes, encoding, { maxOutputLength, partial: true });
    return unpacked === undefined
      ? { status: 'broken' }
      : { status: 'done', bytes: unpacked, isWhole: false };
  }
}

async function decode(
  bytes: Buffer,
  encoding: string,
  { maxOutputLength, partial }: Unpacking,
): Promise<Buffer | undefined> {
  const flate = { maxOutputLength, ...(partial ? { finishFlush: Z_SYNC_FLUSH } : {}) };
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return gunzip(bytes, flate);
    case 'deflate':
      // Named after zlib's format (RFC 1950); some servers send the bare one inside it (RFC 1951).
      return ((bytes[0] ?? 0) & 0x0f) === 8 ? inflate(bytes, flate) : inflateRaw(bytes, flate);
    case 'br':
      return unbrotli(bytes, {
        maxOutputLength,
        ...(partial ? { finishFlush: BROTLI_OPERATION_FLUSH } : {}),
      });
    case 'zstd':
      return unzstd(bytes, {
        maxOutputLength,
        params: { [ZSTD_d_windowLogMax]: ZSTD_MAX_WINDOW_LOG },
        ...(partial ? { finishFlush: ZSTD_e_flush } : {}),
      });
    default:
      return undefined;
  }
}
