import iconv from 'iconv-lite';
import { findCharset, type CharsetHints } from './find-charset.ts';

/** Where ICU's table is the bare standard, and the web's (WHATWG "Encoding") has the rest: half of Hangul, Hong Kong's signs. */
const WIDER_TABLES: ReadonlyMap<string, string> = new Map([
  ['euc-kr', 'cp949'],
  ['big5', 'big5-hkscs'],
]);

/**
 * The text of a body in whatever charset it is; `find-charset.ts` says how that is found. Without a byte order mark and
 * NULs, and well formed: what cannot be decoded is U+FFFD. Never throws.
 */
export function decodeText(body: Uint8Array, hints: CharsetHints): string {
  const charset = findCharset(body, hints);
  const wider = WIDER_TABLES.get(charset);
  const text =
    wider === undefined ? new TextDecoder(charset).decode(body) : iconv.decode(body, wider);
  return text.replaceAll('\0', '').toWellFormed();
}
