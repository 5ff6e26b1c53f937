import type {
  ChannelRights,
  ChatPlatform,
  Downloaded,
  Found,
  LookedUp,
  Outgoing,
  PersonInChannel,
} from '../../src/ports/chat-platform.ts';
import type { Post } from '../../src/post/post.ts';
import type { Core } from '../../src/ports/core.ts';
import type { DeliveryKey, Destination, SentMessage } from '../../src/ports/destination.ts';
import type { Json } from '../../src/ports/json.ts';
import { PlatformError, type PlatformErrorCode } from '../../src/ports/platform-error.ts';
import type { PlatformFile } from '../../src/ports/request.ts';

/** How the next call goes wrong, and whether what it asked for was done all the same. */
export interface Fault {
  readonly code: PlatformErrorCode;
  readonly isDone: boolean;
}

export interface Standing {
  readonly id: string;
  readonly channel: string;
  /** What stands there now. */
  readonly outgoing: Outgoing;
  /** How often it was changed. */
  readonly changes: number;
}

/** A platform without a network: what it was told stands in `messages`, as people would see it. */
export class MemoryPlatform implements ChatPlatform {
  readonly name: string;
  readonly messages: Standing[] = [];
  readonly sends: Outgoing[] = [];
  readonly faults: Fault[] = [];
  /** Whether `find` can tell. */
  canFind = true;
  readonly lookups = new Map<string, LookedUp>();
  readonly files = new Map<string, Downloaded>();
  /** How much stands in one message. */
  maxPostChars = 6000;
  rights: (channel: string, person: string) => ChannelRights = () => ({
    mayCreate: true,
    mayManage: true,
  });
  readonly timezones = new Map<string, string>();
  #core: Core | undefined;
  #count = 0;

  constructor(name = 'memory') {
    this.name = name;
  }

  get core(): Core {
    if (this.#core === undefined) throw new Error('not started');
    return this.#core;
  }

  to(channel: string, showsWaiting = false): Destination {
    return { platform: this.name, address: { channel }, showsWaiting };
  }

  /** The same place, people and messages, as a new process finds them. */
  again(): MemoryPlatform {
    const next = new MemoryPlatform(this.name);
    next.messages.push(...this.messages);
    next.sends.push(...this.sends);
    next.#count = this.#count;
    return next;
  }

  start(core: Core): Promise<void> {
    this.#core = core;
    return Promise.resolve();
  }

  send(to: Destination, outgoing: Outgoing): Promise<SentMessage> {
    const fault = this.faults.shift();
    if (fault !== undefined && !fault.isDone) return rejected(fault);
    const { channel } = to.address as { channel: string };
    this.#count += 1;
    const id = `m${this.#count}`;
    this.sends.push(outgoing);
    this.messages.push({ id, channel, outgoing, changes: 0 });
    return fault === undefined ? Promise.resolve(this.sent(id)) : rejected(fault);
  }

  replace(message: SentMessage, outgoing: Outgoing): Promise<SentMessage> {
    const fault = this.faults.shift();
    if (fault !== undefined && !fault.isDone) return rejected(fault);
    const at = this.messages.findIndex(({ id }) => id === message.id);
    const old = this.messages[at];
    if (old === undefined) return rejected({ code: 'gone', isDone: false });
    this.messages[at] = { ...old, outgoing, changes: old.changes + 1 };
    return fault === undefined ? Promise.resolve(message) : rejected(fault);
  }

  remove(message: SentMessage): Promise<void> {
    const at = this.messages.findIndex(({ id }) => id === message.id);
    if (at >= 0) this.messages.splice(at, 1);
    return Promise.resolve();
  }

  find(_to: Destination, key: DeliveryKey): Promise<Found> {
    if (!this.canFind) return Promise.resolve({ status: 'unknown' });
    const standing = this.messages.find(({ outgoing }) => outgoing.key === key);
    return Promise.resolve(
      standing === undefined
        ? { status: 'absent' }
        : { status: 'found', message: this.sent(standing.id) },
    );
  }

  lookUp(message: Json): Promise<LookedUp> {
    const looked = this.lookups.get(JSON.stringify(message));
    return Promise.resolve(looked ?? { status: 'failed', because: 'gone' });
  }

  download(file: PlatformFile): Promise<Downloaded> {
    const { name } = file;
    const none: Downloaded = {
      status: 'failed',
      problem: { code: 'file-not-found', path: name },
    };
    return Promise.resolve(this.files.get(name) ?? none);
  }

  toChannel(channel: string): Destination {
    return this.to(channel);
  }

  toThread({ id }: SentMessage): Destination {
    return this.to(`below ${id ?? ''}`);
  }

  toPerson(person: string): Destination {
    return this.to(`alone with ${person}`);
  }

  fitsOneMessage(post: Post): boolean {
    return JSON.stringify(post).length <= this.maxPostChars;
  }

  rightsIn({ channel, person }: PersonInChannel): Promise<ChannelRights> {
    return Promise.resolve(this.rights(channel, person));
  }

  timezoneOf(person: string): Promise<string | undefined> {
    return Promise.resolve(this.timezones.get(person));
  }

  placeOf(): Promise<string | undefined> {
    return Promise.resolve('square');
  }

  check(): Promise<readonly []> {
    return Promise.resolve([]);
  }

  state(): { readonly status: 'connected' } {
    return { status: 'connected' };
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  sent(id: string): SentMessage {
    return { platform: this.name, address: { id }, id };
  }
}

function rejected({ code }: Fault): Promise<never> {
  return Promise.reject(new PlatformError(code, `the next call was to fail as ${code}`));
}
