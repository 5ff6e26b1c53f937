export type ReadBody =
  | { readonly status: 'read'; readonly body: Uint8Array }
  /** There is more of it than may be; `maxBytes` is what may be of its kind. */
  | { readonly status: 'too-large'; readonly maxBytes: number };

/**
 * The body of a request. What is not read of it is left where it is: whoever serves it answers at once, and takes the
 * rest along.
 * @param maxBytesOf how much there may be, by how it begins
 */
export async function readBody(
  { body, headers }: Request,
  maxBytesOf: (start: Uint8Array) => number,
): Promise<ReadBody> {
  const told = Number(headers.get('content-length') ?? 0);
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  try {
    for (;;) {
      const { value } = (await reader?.read()) ?? {};
      if (value === undefined) return { status: 'read', body: Buffer.concat(chunks) };
      chunks.push(value);
      sizeBytes += value.length;
      const maxBytes = maxBytesOf(chunks[0] ?? new Uint8Array());
      if (Math.max(told, sizeBytes) > maxBytes) return { status: 'too-large', maxBytes };
    }
  } finally {
    // Not cancelled: that would cut the connection off before it is answered.
    reader?.releaseLock();
  }
}
