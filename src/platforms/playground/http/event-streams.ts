/** The open pages: each gets everything that happens, as server-sent events. */
export interface EventStreams {
  /** A person's stream, which begins with `first`; the oldest of all is closed where there are too many. */
  open(person: string, first: ServerEvent): Response;
  /** @param eventFor what a person gets of it; `undefined` where that is nothing */
  send(eventFor: (person: string) => ServerEvent | undefined): void;
  /** Ends all of them; a page comes back by itself. */
  close(): void;
}

export interface ServerEvent {
  readonly name: string;
  readonly data: unknown;
}

/** Ours. */
const MAX_PAGES = 20;
/** A page that takes nothing for so long is cut off: it comes back and gets the whole channel. */
const MAX_WAITING_BYTES = 8 * 1024 * 1024;
/** Proxies close what is silent. */
const SIGN_OF_LIFE_MS = 20_000;
/** So soon a page comes back after the connection broke. */
const RETRY_MS = 700;

type Controller = ReadableStreamDefaultController<Uint8Array>;

export function createEventStreams(): EventStreams {
  const pages = new Map<Controller, string>();
  let alive: ReturnType<typeof setInterval> | undefined;
  const encoder = new TextEncoder();
  const drop = (page: Controller): void => {
    pages.delete(page);
    if (pages.size === 0) clearInterval(alive);
    if (pages.size === 0) alive = undefined;
  };
  const end = (page: Controller): void => {
    drop(page);
    page.close();
  };
  const write = (page: Controller, text: string): void => {
    if ((page.desiredSize ?? 0) < -MAX_WAITING_BYTES) end(page);
    else page.enqueue(encoder.encode(text));
  };
  return {
    open(person, first) {
      const [oldest] = pages.keys();
      if (oldest !== undefined && pages.size >= MAX_PAGES) end(oldest);
      let own: Controller | undefined;
      const body = new ReadableStream<Uint8Array>(
        {
          start(page) {
            own = page;
            pages.set(page, person);
            alive ??= setInterval(() => {
              for (const one of pages.keys()) write(one, ': still here\n\n');
            }, SIGN_OF_LIFE_MS).unref();
            write(page, `retry: ${RETRY_MS}\n${eventText(first)}`);
          },
          cancel() {
            if (own !== undefined) drop(own);
          },
        },
        new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
      );
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    },
    send(eventFor) {
      const texts = new Map<string, string | undefined>();
      for (const [page, person] of pages) {
        if (!texts.has(person)) texts.set(person, textFor(eventFor(person)));
        const text = texts.get(person);
        if (text !== undefined) write(page, text);
      }
    },
    close() {
      for (const page of pages.keys()) end(page);
    },
  };
}

function textFor(event: ServerEvent | undefined): string | undefined {
  return event === undefined ? undefined : eventText(event);
}

/** JSON has no line breaks, so it is one line of data. */
function eventText({ name, data }: ServerEvent): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
