/** A line of a stream, or that it was longer than a line may be. */
export type Line =
  | { readonly kind: 'line'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-long'; readonly limitBytes: number };

const NEWLINE = 0x0a;

/** The lines of a UTF-8 stream, without its byte order mark, blank ones left out; of a line above the limit nothing is kept. */
export async function* readLines(
  stream: AsyncIterable<Uint8Array>,
  limitBytes: number,
): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let sizeBytes = 0;
  const finish = (): Line | undefined => {
    const line = lineOf(parts, sizeBytes, limitBytes);
    parts = [];
    sizeBytes = 0;
    return line;
  };
  const add = (part: Uint8Array): void => {
    sizeBytes += part.byteLength;
    if (sizeBytes > limitBytes) parts = [];
    else parts.push(part);
  };
  let isFirst = true;
  for await (const chunk of stream) {
    let start = isFirst && hasByteOrderMark(chunk) ? 3 : 0;
    isFirst = false;
    for (let end = chunk.indexOf(NEWLINE, start); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      add(chunk.subarray(start, end));
      start = end + 1;
      const line = finish();
      if (line !== undefined) yield line;
    }
    if (start < chunk.byteLength) add(chunk.subarray(start));
  }
  const last = finish();
  if (last !== undefined) yield last;
}

function lineOf(
  parts: readonly Uint8Array[],
  sizeBytes: number,
  limitBytes: number,
): Line | undefined {
  if (sizeBytes > limitBytes) return { kind: 'too-long', limitBytes };
  const bytes = Buffer.concat(parts, sizeBytes);
  return isBlank(bytes) ? undefined : { kind: 'line', bytes };
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

function hasByteOrderMark(chunk: Uint8Array): boolean {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
}
