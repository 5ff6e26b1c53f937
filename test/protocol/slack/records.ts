import type { Json } from './json.ts';

/** What a well-behaved app never does; the test says that the list is empty. */
export interface Violation {
  /** A Web API method, `response_url`, `socket`, `ack`, `files`. */
  readonly where: string;
  readonly what: string;
}

/** Somebody who would be notified by what the app posted. */
export interface Ping {
  readonly where: string;
  /** As written: `<!channel>`, `<@U01ADA>`, `@here`. */
  readonly whom: string;
}

/** A place where the app's token arrived and must not. */
export interface Leak {
  readonly host: string;
  readonly path: string;
}

export interface Call {
  readonly method: string;
  readonly args: Json;
  readonly at: number;
  /** What the caller was told; a broken connection is told nothing. */
  answer?: Json;
  /** Whether the world has changed, told or not. */
  applied?: boolean;
  fault?: string;
}

export interface Records {
  readonly calls: Call[];
  readonly violations: Violation[];
  readonly pings: Ping[];
  /** Posts with links that did not switch both previews off. */
  readonly unfurls: Violation[];
  readonly leaks: Leak[];
  readonly statuses: Json[];
}

export function createRecords(): Records {
  return { calls: [], violations: [], pings: [], unfurls: [], leaks: [], statuses: [] };
}
