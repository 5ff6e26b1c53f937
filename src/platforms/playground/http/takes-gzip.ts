/** Whether the other side can take what is compressed so; `gzip;q=0` says that it cannot. */
export function takesGzip(headers: Headers): boolean {
  const accepted = headers.get('accept-encoding') ?? '';
  return accepted
    .split(',')
    .some((one) => /^\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/iu.test(one));
}
