/** How Slack, or the way to it, fails. `applied`: what was asked has been done although nobody is told. */
export type Fault =
  | { readonly kind: 'rate-limited'; readonly retryAfterSec: number }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'hang'; readonly applied: boolean }
  | { readonly kind: 'reset'; readonly applied: boolean };

export interface Faults {
  /** The next `times` calls of a method (or `response_url`, `files`) fail this way, after those already set. */
  fail(method: string, fault: Fault, times?: number): void;
  /** The fault of the call that is being answered, used up by asking. */
  take(method: string): Fault | undefined;
  /** How many failures are still to come. */
  left(method: string): number;
}

export function createFaults(): Faults {
  const queues = new Map<string, Fault[]>();
  return {
    fail(method, fault, times = 1) {
      const queue = queues.get(method) ?? [];
      queue.push(...Array.from({ length: times }, () => fault));
      queues.set(method, queue);
    },
    take: (method) => queues.get(method)?.shift(),
    left: (method) => queues.get(method)?.length ?? 0,
  };
}
