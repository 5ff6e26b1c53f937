import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Post } from '../../post/post.ts';
import { problemPost } from '../../post/problem-post.ts';
import type { ChatPlatform, Downloaded } from '../../ports/chat-platform.ts';
import type { Core } from '../../ports/core.ts';
import type { SentMessage } from '../../ports/destination.ts';
import type { AnswerName, Ask, Request } from '../../ports/request.ts';
import { postBlocks } from './post-blocks.ts';
import { readLine, type Line } from './read-line.ts';
import { renderForTerminal, renderPlain, type TerminalOptions } from './render-text.ts';

export interface TerminalParts {
  readonly input: Readable;
  readonly output: Writable;
  /** How a terminal shows it; a pipe gets plain text where there is none. */
  readonly look: TerminalOptions | undefined;
  readonly loadFile: (path: string, signal: AbortSignal) => Promise<Downloaded>;
  /** Tells this run's lines from those of other runs. */
  readonly run: string;
}

/** A conversation in a terminal, one line a message, and its end. */
export interface TerminalPlatform extends ChatPlatform {
  /** Resolves when the input has ended and all of it is answered. */
  readonly ended: Promise<void>;
}

/** A core that takes longer has lost its database. */
const ACCEPT_MS = 10_000;
const NAME = 'terminal';

export function createTerminal(parts: TerminalParts): TerminalPlatform {
  const { input, output, look, loadFile, run } = parts;
  const { promise: ended, resolve: end } = Promise.withResolvers<undefined>();
  let lines: Interface | undefined;
  /** Each line waits for the answer to the one before: "shorter" is about that. */
  let turn: Promise<void> = Promise.resolve();
  let answered: (() => void) | undefined;
  const standing = new Map<string, SentMessage>();
  let last: string | undefined;
  /** The key of the draft that was shown last, until it is decided. */
  let draft: string | undefined;
  let count = 0;
  /** What nobody asked for just now stands between the lines. */
  const whole = { platform: NAME, address: { line: `${run}/0` }, showsWaiting: true };

  const show = (post: Post): void => {
    const blocks = postBlocks(post);
    output.write(`${look === undefined ? renderPlain(blocks) : renderForTerminal(blocks, look)}\n`);
  };
  const take = async (core: Core, text: string): Promise<void> => {
    count += 1;
    const id = `${run}/${count}`;
    const line = readLine(text, draft !== undefined);
    if (line.kind === 'said') show(line.post);
    const request = requestOf(line, id, { last, draft });
    if (request === undefined) return;
    if (line.kind === 'decide') draft = undefined;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    answered = () => resolve(undefined);
    try {
      const accepted = await core.accept(request, AbortSignal.timeout(ACCEPT_MS));
      if (accepted.status === 'accepted') await promise;
      if (accepted.status === 'answered') show(accepted.post);
    } catch {
      // The core's log has why; whoever sits here is told what to do.
      show(problemPost({ code: 'queue-full' }));
    }
  };

  return {
    name: NAME,
    ended,
    start(core) {
      // Not before: lines that nobody listens to are lost.
      lines = createInterface({ input });
      lines.on('close', () => void turn.then(() => end(undefined)));
      lines.on('line', (text) => {
        turn = turn.then(() => take(core, text));
      });
      return Promise.resolve();
    },
    send(to, { post, key }) {
      const id = (to.address as { readonly line: string }).line;
      const message: SentMessage = { platform: NAME, address: { id }, id };
      show(post);
      if (post.actions.includes('confirm')) draft = key;
      standing.set(key, message);
      last = id;
      answered?.();
      return Promise.resolve(message);
    },
    replace(message, { post }) {
      show(post);
      return Promise.resolve(message);
    },
    remove(message) {
      // What is printed stays; it is no answer any more.
      if (last === message.id) last = undefined;
      return Promise.resolve();
    },
    find(_to, key) {
      const message = standing.get(key);
      return Promise.resolve(
        message === undefined ? { status: 'absent' } : { status: 'found', message },
      );
    },
    lookUp: () => Promise.resolve({ status: 'failed', because: 'gone' }),
    download: ({ name }, signal) => loadFile(name, signal),
    toChannel: () => whole,
    toThread: () => whole,
    toPerson: () => whole,
    fitsOneMessage: () => true,
    rightsIn: () => Promise.resolve({ mayCreate: true, mayManage: true }),
    placeOf: (channel) => Promise.resolve(channel === NAME ? NAME : undefined),
    timezoneOf: () => Promise.resolve(new Intl.DateTimeFormat().resolvedOptions().timeZone),
    check: () => Promise.resolve([{ what: 'terminal', outcome: { status: 'good' } }]),
    state: () => ({ status: lines === undefined ? 'disconnected' : 'connected' }),
    stop() {
      lines?.close();
      lines = undefined;
      return Promise.resolve();
    },
  };
}

/** What lines may be about: the last answer, and the draft that was shown last. */
interface Standing {
  readonly last: string | undefined;
  readonly draft: string | undefined;
}

/** The request of a line; none where nothing is asked of the bot. Whoever sits at the terminal may do everything. */
function requestOf(line: Line, id: string, { last, draft }: Standing): Request | undefined {
  const asked = {
    id,
    platform: NAME,
    person: 'you',
    channel: NAME,
    place: NAME,
    replyTo: { platform: NAME, address: { line: id }, showsWaiting: true },
    isPrivate: false,
  };
  const followUp = (about: AnswerName, ask: Ask): Request => ({
    ...asked,
    kind: 'follow-up',
    about,
    ask,
    from: { kind: 'reply', isAddressed: true, otherwise: [] },
    isModerator: true,
  });
  switch (line.kind) {
    case 'nothing':
    case 'said':
      return undefined;
    case 'digest':
      return { ...asked, kind: 'digest', ask: line.ask };
    case 'decide':
      return followUp({ key: draft ?? '' }, { kind: line.decision });
    case 'house':
      return { ...asked, kind: line.what, isModerator: true };
    case 'summarize': {
      const { sources, length } = line;
      return { ...asked, kind: 'summarize', sources, ...(length === undefined ? {} : { length }) };
    }
    case 'follow-up':
      return followUp({ messageId: last ?? '' }, line.ask);
  }
}
