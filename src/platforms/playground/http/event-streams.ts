/** The open pages: each gets everything that happens, as server-sent events. */
export interface EventStreams {
  /** A stream that begins with `first`; the oldest is closed where there are too many. */
  open(first: ServerEvent): Response;
  send(event: ServerEvent): void;
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
  const pages = new Set<Controller>();
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
    open(first) {
      const [oldest] = pages;
      if (oldest !== undefined && pages.size >= MAX_PAGES) end(oldest);
      let own: Controller | undefined;
      const body = new ReadableStream<Uint8Array>(
        {
          start(page) {
            own = page;
            pages.add(page);
            alive ??= setInterval(() => {
              for (const one of pages) write(one, ': still here\n\n');
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
    send(event) {
      const text = eventText(event);
      for (const page of pages) write(page, text);
    },
    close() {
      for (const page of pages) end(page);
    },
  };
}

/** JSON has no line breaks, so it is one line of data. */
function eventText({ name, data }: ServerEvent): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
