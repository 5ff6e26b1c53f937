/** The code of a failed system call, a zlib, OpenSSL or undici error; a fault of our own has none. */
export function findErrorCode(error: unknown): string | undefined {
  if (!Error.isError(error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
