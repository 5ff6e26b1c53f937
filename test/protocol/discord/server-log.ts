import { EventEmitter } from 'node:events';
import type { FormFault } from './check/form-fault.ts';

export interface Call {
  readonly method: string;
  /** Below `/api/v10`, without the query. */
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly atMs: number;
  /** What was answered; nothing where the connection was cut or left hanging. */
  readonly status: number | undefined;
  readonly answer: unknown;
}

/** Something that Discord refuses, or that no client should do. */
export interface Violation {
  readonly where: string;
  readonly what: string;
  readonly faults: readonly FormFault[];
}

/** Whom a message of the bot would notify. */
export interface Ping {
  readonly channelId: string;
  readonly messageId: string;
  readonly everyone: boolean;
  readonly userIds: readonly string[];
  readonly roleIds: readonly string[];
}

export interface ServerLog {
  readonly calls: Call[];
  readonly violations: Violation[];
  readonly pings: Ping[];
  /** Wakes everybody who waits with `until`. */
  readonly changed: () => void;
  /** Waits for the probe to find something; asks again whenever anything changes. */
  readonly until: <Found>(
    probe: () => Found | undefined | false,
    options?: UntilOptions,
  ) => Promise<Found>;
}

export interface UntilOptions {
  /** What is waited for, as the error says it. */
  readonly what?: string;
  readonly deadlineMs?: number;
}

export function createServerLog(): ServerLog {
  const changes = new EventEmitter().setMaxListeners(0);
  const calls: Call[] = [];
  const until: ServerLog['until'] = (probe, options = {}) =>
    new Promise((resolve, reject) => {
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        changes.off('change', look);
        finish();
      };
      const look = (): void => {
        try {
          const found = probe();
          if (found !== undefined && found !== false) settle(() => resolve(found));
        } catch (error) {
          settle(() => reject(error instanceof Error ? error : new Error(String(error))));
        }
      };
      const timer = setTimeout(() => {
        const last = calls
          .slice(-5)
          .map(({ method, path, status }) => `${method} ${path} ${status ?? 'cut'}`);
        settle(() =>
          reject(
            new Error(
              `Waited in vain for ${options.what ?? 'a change'}. Last calls: ${last.join(', ')}`,
            ),
          ),
        );
      }, options.deadlineMs ?? 10_000);
      changes.on('change', look);
      look();
    });
  return { calls, violations: [], pings: [], changed: () => void changes.emit('change'), until };
}
