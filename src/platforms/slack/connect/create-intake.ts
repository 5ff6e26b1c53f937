import type { Core } from '../../../ports/core.ts';
import type { Request } from '../../../ports/request.ts';
import { noFormPost } from '../../../post/no-form-post.ts';
import type { Post } from '../../../post/post.ts';
import type { Moderators } from '../read/create-moderators.ts';
import { readClick } from '../read/read-click.ts';
import { readEvent } from '../read/read-event.ts';
import { readForm, writeFormContext } from '../read/read-form.ts';
import { readShortcut } from '../read/read-shortcut.ts';
import { askedOf, readCaller, readHouse, readSummarize } from '../read/read-slash.ts';
import { renderForm } from '../render/render-form.ts';
import { renderPost } from '../render/render-post.ts';
import { sendPost } from '../send/send-post.ts';
import type { SlackLine } from '../send/slack-line.ts';
import { createDigestIntake, type DigestIntake } from './create-digest-intake.ts';
import { asAck, BUSY, sayAtOnce, type AckCommand, type Taken } from './say-at-once.ts';
import { within } from './within.ts';

type Ack = () => Promise<void>;
type AckForm = (faults?: Readonly<Record<string, string>>) => Promise<void>;

/** Takes what Slack sends: reads it, has it written down, acknowledges it. */
export interface Intake extends DigestIntake {
  takeEvent(callback: unknown): Promise<void>;
  takeSummarize(payload: unknown, ack: AckCommand): Promise<void>;
  takeHouse(payload: unknown, ack: AckCommand): Promise<void>;
  takeShortcut(payload: unknown, ack: Ack): Promise<void>;
  takeClick(payload: unknown, ack: Ack): Promise<void>;
  takeForm(payload: unknown, ack: AckForm): Promise<void>;
  /** Runs what must have ended before the connections close. @throws once it is closed, so that Slack sends it again */
  run(work: () => Promise<void>): Promise<void>;
  /** Takes nothing more; resolves when all that was begun has ended. */
  close(): Promise<void>;
}

export interface IntakeParts {
  readonly core: Core;
  readonly line: SlackLine;
  readonly moderators: Moderators;
  readonly botUserId: string;
  /** Whether the form may have a field for files. */
  readonly takesFiles: boolean;
}

/** Slack waits 3 s; within this a request is written down, or refused. */
const ACCEPT_MS = 1000;
/** Slack's: a form opens within 3 s of the command, or not at all. */
const FORM_MS = 3000;
/** For what is said at once, outside of any request. */
const SPEAK_MS = 10_000;

export function createIntake(parts: IntakeParts): Intake {
  const { core, line, moderators, botUserId, takesFiles } = parts;
  const { log, clock } = line;
  const underWay = new Set<Promise<unknown>>();
  let isClosed = false;

  const track = <T>(work: Promise<T>): Promise<T> => {
    const ended = work.then(
      () => undefined,
      () => undefined, // Whoever awaits the work itself hears of its failure.
    );
    underWay.add(ended);
    void ended.then(() => underWay.delete(ended));
    return work;
  };

  /** `signal` is of the event's arrival, where something else came before. */
  const accept = async (
    request: Request,
    signal = AbortSignal.timeout(ACCEPT_MS),
  ): Promise<Taken> => {
    try {
      const accepted = await core.accept(request, signal);
      log.debug({ request: request.id, kind: request.kind, status: accepted.status }, 'taken');
      return accepted;
    } catch (error) {
      log.warn(
        { request: request.id, error: String(error) },
        'not written down in time: refused as busy',
      );
      return { status: 'busy' };
    }
  };

  /** After the acknowledgement, to the person alone; that it was not heard changes nothing of the request. */
  const tell = (request: Pick<Request, 'id' | 'replyTo'>, post: Post): void => {
    const outgoing = { post, key: request.id, audience: 'person' as const };
    const telling = sendPost(
      line,
      { to: request.replyTo, outgoing },
      AbortSignal.timeout(SPEAK_MS),
    );
    void track(
      telling.catch((error: unknown) =>
        log.warn({ request: request.id, error: String(error) }, 'could not tell the person'),
      ),
    );
  };

  const answerCommand = async (
    asked: Pick<Request, 'id' | 'replyTo'>,
    post: Post,
    ack: AckCommand,
  ): Promise<void> => {
    const [message, ...more] = renderPost(post, { key: asked.id });
    if (message !== undefined && more.length === 0) return ack(asAck(message));
    await ack();
    tell(asked, post);
  };

  const takeCommand = async (
    request: Request,
    ack: AckCommand,
    signal?: AbortSignal,
  ): Promise<void> => {
    const post = sayAtOnce(request, await accept(request, signal));
    await (post === undefined ? ack() : answerCommand(request, post, ack));
  };

  const takeAndTell = async (request: Request, ack: Ack, signal?: AbortSignal): Promise<void> => {
    const taken = await accept(request, signal);
    await ack();
    const post = sayAtOnce(request, taken);
    if (post !== undefined) tell(request, post);
  };

  const openForm = async (payload: unknown): Promise<void> => {
    const caller = readCaller(payload, clock.now());
    const view = renderForm({ context: writeFormContext(caller), takesFiles });
    const options = { signal: AbortSignal.timeout(FORM_MS), isRepeatable: false };
    try {
      await line.api.call('views.open', { trigger_id: caller.triggerId, view }, options);
    } catch (error) {
      log.warn({ error: String(error) }, 'the form does not open');
      tell(askedOf(caller, true), noFormPost);
    }
  };

  return {
    ...createDigestIntake({ core, line, takeCommand, answerCommand, tell }),
    async takeEvent(callback) {
      const meaning = readEvent(callback, botUserId);
      if (meaning.kind === 'request') {
        const taken = await accept(meaning.request);
        if (taken.status === 'answered') tell(meaning.request, taken.post);
        if (taken.status === 'busy') tell(meaning.request, BUSY);
      }
      if (meaning.kind === 'left') {
        log.info({ scope: meaning.scope }, 'put out: what is kept of it is erased');
        await within(ACCEPT_MS, track(core.left(meaning.scope)));
      }
    },
    async takeSummarize(payload, ack) {
      const request = readSummarize(payload, clock.now());
      if (request !== 'form') return takeCommand(request, ack);
      await ack();
      await openForm(payload);
    },
    async takeHouse(payload, ack) {
      const signal = AbortSignal.timeout(ACCEPT_MS);
      const request = readHouse(payload, clock.now());
      const isModerator =
        request.kind === 'forget' && (await moderators.isModerator(request.person));
      await takeCommand({ ...request, isModerator }, ack, signal);
    },
    takeShortcut: (payload, ack) =>
      takeAndTell(readShortcut(payload, { nowMs: clock.now(), botUserId }), ack),
    async takeClick(payload, ack) {
      const signal = AbortSignal.timeout(ACCEPT_MS);
      const request = readClick(payload, clock.now());
      if (request === undefined) return ack();
      const isModerator =
        request.ask.kind === 'delete' && (await moderators.isModerator(request.person));
      await takeAndTell({ ...request, isModerator }, ack, signal);
    },
    async takeForm(payload, ack) {
      const reading = readForm(payload);
      if (reading.kind === 'faults') return ack(reading.faults);
      await takeAndTell(reading.request, ack);
    },
    run(work) {
      if (isClosed) return Promise.reject(new Error('closing: Slack is to send it again'));
      return track(work());
    },
    async close() {
      isClosed = true;
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
