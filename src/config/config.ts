/** Everything that can be set for reading and summarizing, checked and complete. */
export interface Config {
  readonly engine: {
    /** As many as fit, when it is not said. */
    readonly workers?: number;
    readonly readingDeadlineMs: number;
    readonly maxWaiting: number;
    readonly idleMs: number;
  };
  readonly fetch: {
    readonly connectMs: number;
    readonly totalMs: number;
    readonly maxBytes: number;
    readonly maxRedirects: number;
  };
  readonly files: { readonly maxBytes: number; readonly maxPdfBytes: number };
  readonly batch: { readonly maxLineBytes: number };
  /** `host:port` of links that may lead to an address that is not public. */
  readonly allowedPrivateHosts: readonly string[];
  readonly proxy: { readonly https?: string; readonly http?: string; readonly except?: string };
}

/** The settings, or everything that is wrong with them, a sentence each. */
export type LoadedConfig =
  | { readonly status: 'valid'; readonly config: Config }
  | { readonly status: 'faulty'; readonly faults: readonly string[] };

/** Variables by name, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;
