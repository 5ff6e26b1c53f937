/** What can be said of a digest, by the names that people type. */
export const DIGEST_FIELDS = [
  'name',
  /** Addresses, a line or a space between them. */
  'source',
  'schedule',
  'timezone',
  'stories',
  'length',
  /** Words with commas between them; empty takes them away. */
  'include',
  'exclude',
  /** The platform's id. */
  'channel',
  /** `latest` or `skip`. */
  'missed',
  /** `silence` or `say`. */
  'nothing',
] as const;

export type DigestField = (typeof DIGEST_FIELDS)[number];
