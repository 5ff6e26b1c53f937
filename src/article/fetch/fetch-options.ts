/** Asks for every address of a host name. The answer is what will be connected to; it is asked for once a visit. */
export type Lookup = (hostname: string) => Promise<readonly string[]>;

/** Proxies as the environment names them: `http://user:password@proxy.example:3128`, or `proxy.example:3128`. */
export interface ProxySettings {
  /** For https links (`HTTPS_PROXY`). */
  readonly https?: string;
  /** For http links (`HTTP_PROXY`). */
  readonly http?: string;
  /** Hosts that are reached without one (`NO_PROXY`): names, `.suffixes`, addresses, CIDR blocks, `host:port` or `*`. */
  readonly except?: string;
}

/** Our own limits. */
export interface FetchLimits {
  /** For each connection: name, TCP, proxy and TLS together. */
  readonly connectMs: number;
  /** For the whole visit, redirects, retry and the last byte of the body included. */
  readonly totalMs: number;
  /** Of the body, as it comes and after each decompression. */
  readonly maxBytes: number;
  readonly maxRedirects: number;
}

/** What is asked for beside the address. */
export interface Ask {
  /** The `Accept` header, instead of that for articles. */
  readonly accept?: string;
  /** Validators of what is already there (RFC 9110, 13.1): an answer that it still holds is `unchanged`. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** Takes any text, whatever it is announced as: many feeds are announced as something else. */
  readonly anyText?: boolean;
}

export interface FetchOptions {
  /** Ends the visit at once; `fetchPage` then rejects with its reason. */
  readonly signal: AbortSignal;
  /** `host:port` of links that may lead to an address that is not public, written as in the link. */
  readonly allowedPrivateHosts?: readonly string[];
  readonly proxy?: ProxySettings;
  readonly limits?: Partial<FetchLimits>;
  readonly lookup?: Lookup;
  readonly ask?: Ask;
}

export const FETCH_LIMITS: FetchLimits = {
  connectMs: 10_000,
  totalMs: 20_000,
  maxBytes: 5 * 1024 * 1024,
  maxRedirects: 5,
};
