import type { Check } from '../check/shape.ts';
import type { Inside } from '../inside.ts';

export interface Upload {
  /** The number in `files[n]`. */
  readonly index: number;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

export interface RestRequest {
  readonly inside: Inside;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly uploads: readonly Upload[];
  /** A part of the path by its name in the route. */
  readonly param: (name: string) => string;
  /** Refuses the body unless the check passes, and writes it down. */
  readonly insist: (check: Check, value?: unknown) => void;
}

export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As `/channels/:channel/messages`. */
  readonly path: string;
  /** Whether the bot's token is asked for, or the interaction's in the path is enough. */
  readonly auth: 'bot' | 'interaction';
  readonly handle: (request: RestRequest) => RestAnswer;
}

export interface MatchedRoute {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): MatchedRoute | undefined {
  const steps = path.split('/');
  for (const route of routes) {
    const pattern = route.path.split('/');
    if (route.method !== method || pattern.length !== steps.length) continue;
    if (!pattern.every((part, index) => part.startsWith(':') || part === steps[index])) continue;
    const params = pattern.flatMap((part, index) =>
      part.startsWith(':')
        ? [[part.slice(1), decodeURIComponent(steps[index] ?? '')] as const]
        : [],
    );
    return { route, params: Object.fromEntries(params) };
  }
  return undefined;
}
