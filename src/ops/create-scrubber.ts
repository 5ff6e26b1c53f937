/** What stands where a secret stood. */
export const REDACTED = '[redacted]';

interface Pattern {
  readonly find: RegExp;
  readonly put: string;
}

/** What opens something to whoever reads it, wherever it comes from. */
const PATTERNS: readonly Pattern[] = [
  // Slack's tokens, the tickets of its sockets, and its response URLs.
  { find: /\bxox[a-z](?:\.[a-z\d]{1,20}){0,3}-[\w.%-]+|\bxapp-[\w.-]+/giu, put: REDACTED },
  { find: /\bticket=[^\s"&]+/giu, put: `ticket=${REDACTED}` },
  { find: /(https:\/\/hooks\.slack(?:-gov)?\.com\/)[^\s"'<>|]+/giu, put: `$1${REDACTED}` },
  // Discord's bot tokens, and the tokens of interactions, alone and as they stand in addresses.
  { find: /\b[\w-]{18,40}\.[\w-]{5,8}\.[\w-]{25,}/gu, put: REDACTED },
  { find: /\baW50ZXJhY3Rpb24[\w-]+={0,2}/gu, put: REDACTED },
  { find: /(\/(?:webhooks|interactions)\/\d+\/)[^\s/"'?]+/gu, put: `$1${REDACTED}` },
  // Headers of authorization, and passwords in addresses.
  { find: /\b(Bearer|Basic)\s+[\w.~+/=-]{6,}/giu, put: `$1 ${REDACTED}` },
  { find: /\bBot\s+[\w.-]{20,}/gu, put: `Bot ${REDACTED}` },
  { find: /(\bhttps?:\/\/)[^\s/@:]*:[^\s/@]+@/giu, put: `$1${REDACTED}@` },
];

/** Takes out of a text each of these secrets, as it is and as addresses spell it, and whatever looks like one. */
export function createScrubber(secrets: readonly string[]): (text: string) => string {
  const spellings = new Set(secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]));
  spellings.delete('');
  // The longest first: one secret may be the beginning of another.
  const known = [...spellings].sort((a, b) => b.length - a.length);
  return (text) => {
    const unknown = known.reduce((rest, secret) => rest.replaceAll(secret, REDACTED), text);
    return PATTERNS.reduce((rest, { find, put }) => rest.replace(find, put), unknown);
  };
}
