import { once } from 'node:events';
import { textPost } from '../../src/post/text-post.ts';
import type {
  Accepted,
  Core,
  FormQuery,
  OpenedForm,
  Scope,
  Suggestion,
} from '../../src/ports/core.ts';
import type { Choice, FieldFault } from '../../src/ports/digest.ts';
import type { Facts, Log } from '../../src/ports/log.ts';
import type { Request } from '../../src/ports/request.ts';

/** Writes down what it gets and answers as it is told; knows what it has had before, as the real one does. */
export interface FakeCore extends Core {
  readonly requests: Request[];
  readonly scopes: Scope[];
  /** What new requests are answered with; `never` until the signal ends. */
  answer: Accepted | 'never';
  readonly suggestions: Suggestion[];
  /** What may be meant by what is typed. */
  choices: readonly Choice[];
  readonly forms: FormQuery[];
  opened: OpenedForm;
  /** What is wrong in forms that come in. */
  faults: readonly FieldFault[];
  /** The first request from this one on, once it is there. */
  readonly request: (index: number) => Promise<Request>;
  /** Once so many scopes were told. */
  readonly told: (count: number) => Promise<void>;
}

export function createFakeCore(): FakeCore {
  const known = new Set<string>();
  const wakers = new Set<() => void>();
  const wake = (): void => [...wakers].forEach((waker) => waker());
  const until = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isSo()) return;
        wakers.delete(look);
        resolve();
      };
      wakers.add(look);
      look();
    });
  const core: FakeCore = {
    requests: [],
    scopes: [],
    answer: { status: 'accepted' },
    suggestions: [],
    choices: [],
    forms: [],
    opened: { status: 'answered', post: textPost('There is nothing to fill in.') },
    faults: [],
    async accept(request, signal) {
      if (core.answer === 'never') {
        await once(signal, 'abort');
        throw signal.reason;
      }
      if (known.has(request.id)) return { status: 'repeated' };
      // As the core does: help is no request that is written down.
      const isHelp = request.kind === 'summarize' && request.sources.length === 0;
      if (!isHelp) known.add(request.id);
      core.requests.push(request);
      wake();
      return Promise.resolve(core.answer);
    },
    suggest(query) {
      core.suggestions.push(query);
      return Promise.resolve(core.choices);
    },
    form(query) {
      core.forms.push(query);
      return Promise.resolve(core.opened);
    },
    submit(request, signal) {
      return core.faults.length > 0
        ? Promise.resolve({ status: 'faulty', faults: core.faults })
        : core.accept(request, signal);
    },
    left(scope) {
      core.scopes.push(scope);
      wake();
      return Promise.resolve();
    },
    async request(index) {
      await until(() => core.requests.length > index);
      const request = core.requests[index];
      if (request === undefined) throw new Error(`there is no request ${index}`);
      return request;
    },
    told: (count) => until(() => core.scopes.length >= count),
  };
  return core;
}

/** All lines, as text, with their facts. */
export function createFakeLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const logWith = (base: Facts): Log & { readonly lines: string[] } => {
    const line = (level: string) => (facts: Facts, what: string) =>
      void lines.push(`${level} ${what} ${JSON.stringify({ ...base, ...facts })}`);
    return {
      lines,
      debug: line('debug'),
      info: line('info'),
      warn: line('warn'),
      error: line('error'),
      with: (facts) => logWith({ ...base, ...facts }),
    };
  };
  return logWith({});
}
