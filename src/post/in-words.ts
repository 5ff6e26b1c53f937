/** `5 MB`, `512 KB`: sizes as people say them (multiples of 1024 bytes, as files are shown). */
export function sizeInWords(sizeBytes: number): string {
  const kilo = 1024;
  if (sizeBytes >= kilo * kilo) return `${rounded(sizeBytes / (kilo * kilo))} MB`;
  if (sizeBytes >= kilo) return `${rounded(sizeBytes / kilo)} KB`;
  return sizeBytes === 1 ? '1 byte' : `${sizeBytes} bytes`;
}

/** `10 seconds`, `0.5 seconds`, `20 milliseconds`. */
export function durationInWords(durationMs: number): string {
  if (durationMs < 100) return durationMs === 1 ? '1 millisecond' : `${durationMs} milliseconds`;
  const seconds = rounded(durationMs / 1000);
  return seconds === '1' ? '1 second' : `${seconds} seconds`;
}

function rounded(value: number): string {
  return String(Number(value.toFixed(value < 10 ? 1 : 0)));
}

/** `a minute`, `12 minutes`, `an hour`, `5 hours`: how long to wait, rounded up. */
export function waitInWords(waitMs: number): string {
  const minutes = Math.max(1, Math.ceil(waitMs / 60_000));
  if (minutes < 60) return minutes === 1 ? 'a minute' : `${minutes} minutes`;
  const hours = Math.ceil(minutes / 60);
  return hours === 1 ? 'an hour' : `${hours} hours`;
}
