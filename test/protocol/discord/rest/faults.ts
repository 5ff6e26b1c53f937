/** What goes wrong with the next calls to a route. */
export interface Fault {
  /** Any method where it is left out. */
  readonly method?: string;
  /** Compared with the path below `/api/v10`. */
  readonly path: RegExp;
  /** How many calls; 1 where it is left out. */
  readonly times?: number;
  readonly does:
    | { readonly kind: 'rate-limit'; readonly retryAfterMs: number; readonly global?: boolean }
    | {
        readonly kind: 'status';
        readonly status: number;
        readonly code?: number;
        readonly applied: boolean;
      }
    /** No answer until the server closes. */
    | { readonly kind: 'hang'; readonly applied: boolean }
    /** The connection is cut; `applied` tells whether the change had been made by then. */
    | { readonly kind: 'reset'; readonly applied: boolean }
    /** Answers as always, but only after a while. */
    | { readonly kind: 'delay'; readonly ms: number };
}

export interface Faults {
  readonly add: (fault: Fault) => void;
  /** Takes the fault that is due for a call, if one is. */
  readonly take: (method: string, path: string) => Fault['does'] | undefined;
  readonly clear: () => void;
}

export function createFaults(): Faults {
  let pending: { readonly fault: Fault; left: number }[] = [];
  return {
    add: (fault) => void pending.push({ fault, left: fault.times ?? 1 }),
    clear: () => {
      pending = [];
    },
    take: (method, path) => {
      const due = pending.find(
        ({ fault }) => (fault.method ?? method) === method && fault.path.test(path),
      );
      if (due === undefined) return undefined;
      due.left -= 1;
      pending = pending.filter(({ left }) => left > 0);
      return due.fault.does;
    },
  };
}
