import type { Answer } from './exchange.ts';

/** Longer values are no validator or date; a server that sends them gets asked without. */
const MAX_VALUE_CHARS = 500;

/** What an answer says about itself beside its body, as the server wrote it (RFC 9110, RFC 9111). */
export interface AnswerFacts {
  readonly status: number;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly cacheControl?: string;
  readonly expires?: string;
  readonly retryAfter?: string;
  /** The server's own clock when it answered. */
  readonly date?: string;
}

/** Takes only values that may be sent back in a header: visible ASCII of some length. */
export function readAnswerFacts({ status, header }: Answer): AnswerFacts {
  const value = (name: string): string | undefined => {
    const found = header(name)?.trim();
    return found !== undefined && isHeaderValue(found) ? found : undefined;
  };
  const facts = {
    etag: value('etag'),
    lastModified: value('last-modified'),
    cacheControl: value('cache-control'),
    expires: value('expires'),
    retryAfter: value('retry-after'),
    date: value('date'),
  };
  const given = Object.entries(facts).filter(([, found]) => found !== undefined);
  return { status, ...(Object.fromEntries(given) as Partial<AnswerFacts>) };
}

/** Whether a value can stand in a header of ours, wherever it came from. */
export function isHeaderValue(value: string): boolean {
  return (
    value.length <= MAX_VALUE_CHARS && /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/u.test(value)
  );
}
