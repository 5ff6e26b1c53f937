import { randomBytes } from 'node:crypto';
import { OWN_HEADER } from '../../../src/platforms/playground/http/guard-request.ts';
import type { BotMessage, Message } from '../../../src/platforms/playground/message.ts';

/** A page of the playground without a browser around it: what it sends, and what it is sent. */
export interface OpenPage {
  /** What stands in the channel now, as this page sees it. */
  readonly messages: () => readonly Message[];
  /** Resolves once it is so. */
  readonly until: (isSo: (messages: readonly Message[]) => boolean) => Promise<void>;
  readonly post: (path: string, body?: object) => Promise<Response>;
  readonly get: (path: string) => Promise<Response>;
  /** Says something, and resolves to what comes back at once. */
  readonly say: (text: string, more?: object) => Promise<unknown>;
  /** Resolves to the text of the next answer to what is said. */
  readonly ask: (text: string, more?: object) => Promise<string>;
  readonly close: () => Promise<void>;
}

export interface PageOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** What the browser keeps for all of its tabs. */
  readonly cookies?: Map<string, string>;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export function newId(): string {
  return randomBytes(16).toString('hex');
}

export function isBot(message: Message): message is BotMessage {
  return message.by === 'bot';
}

/** All that is read in a message. */
export function textOf({ post: { sections } }: Pick<BotMessage, 'post'>): string {
  return sections
    .flatMap(({ title, about, parts, notes }) => [
      title?.text ?? '',
      about ?? '',
      ...parts.map(({ text }) => text),
      ...notes,
    ])
    .filter((line) => line !== '')
    .join('\n');
}

export async function openPage(
  address: string,
  { headers: given = {}, cookies = new Map() }: PageOptions = {},
): Promise<OpenPage> {
  const ask = async (
    path: string,
    { headers: own = {}, ...init }: Asked = {},
  ): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...given, ...(cookie === '' ? {} : { cookie }), ...own };
    const answer = await fetch(`${address}${path}`, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]?.split('=') ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
  const post = (path: string, body: object = {}): Promise<Response> =>
    ask(path, {
      method: 'POST',
      headers: { origin: address, [OWN_HEADER]: '1' },
      body: JSON.stringify({ id: newId(), ...body }),
    });
  await ask('/');
  const events = await ask('/events');
  if (events.body === null || !events.ok) throw new Error(`no events: ${events.status}`);
  let messages: readonly Message[] = [];
  let isThere = false;
  let waiting: (() => void)[] = [];
  const reader = events.body.pipeThrough(new TextDecoderStream()).getReader();
  const take = (event: string): void => {
    const name = /^event: (\w+)$/mu.exec(event)?.[1];
    const data = JSON.parse(/^data: (.*)$/mu.exec(event)?.[1] ?? 'null') as {
      readonly id: string;
      readonly messages: readonly Message[];
    };
    if (name === 'channel') {
      messages = data.messages;
      isThere = true;
    }
    if (name === 'removed') messages = messages.filter(({ id }) => id !== data.id);
    if (name === 'message') {
      const message = data as unknown as Message;
      const at = messages.findIndex(({ id }) => id === message.id);
      messages = at === -1 ? [...messages, message] : messages.with(at, message);
    }
    for (const tell of waiting.splice(0)) tell();
  };
  const reading = (async () => {
    let text = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      text += value;
      const whole = text.split('\n\n');
      text = whole.pop() ?? '';
      for (const event of whole) take(event);
    }
  })();
  const until = async (isSo: (all: readonly Message[]) => boolean): Promise<void> => {
    while (!isSo(messages))
      await new Promise<void>((resolve) => {
        waiting = [...waiting, resolve];
      });
  };
  await until(() => isThere);
  const say = async (text: string, more: object = {}): Promise<unknown> =>
    (await post('/say', { text, ...more })).json();
  return {
    messages: () => messages,
    until,
    post,
    get: (path) => ask(path),
    say,
    async ask(text, more) {
      const before = new Set(messages.filter(isBot).map(({ id }) => id));
      await say(text, more);
      const isNew = (one: Message): one is BotMessage => isBot(one) && !before.has(one.id);
      const isDone = (all: readonly Message[]): boolean =>
        all.some((one) => isNew(one) && !textOf(one).startsWith('Reading')) &&
        all.every((one) => one.by === 'bot' || !one.isWaiting);
      await until(isDone);
      return messages.filter(isNew).map(textOf).join('\n');
    },
    async close() {
      await reader.cancel();
      await reading;
    },
  };
}
