import type { Core, FaultyForm, OpenedForm } from '../../../ports/core.ts';
import type { Form, FormAbout } from '../../../ports/digest.ts';
import type { DigestRequest, Request } from '../../../ports/request.ts';
import { noDigestFormPost } from '../../../post/digest/no-digest-form-post.ts';
import type { Post } from '../../../post/post.ts';
import { readChange } from '../read/read-click.ts';
import { readDigest } from '../read/read-digest.ts';
import { readDigestForm, writeDigestFormContext, writeFaults } from '../read/read-digest-form.ts';
import { askedOf, readCaller, type Caller } from '../read/read-slash.ts';
import { isTooLong, renderDigestForm } from '../render/render-digest-form.ts';
import type { SlackLine } from '../send/slack-line.ts';
import { SLACK } from '../wire/slack-address.ts';
import { BUSY, sayAtOnce, type Taken, type AckCommand } from './say-at-once.ts';

/** Takes what is asked of digests. */
export interface DigestIntake {
  takeDigest(payload: unknown, ack: AckCommand): Promise<void>;
  /** The button for another form of what was shown. */
  takeChange(payload: unknown, ack: () => Promise<void>): Promise<void>;
  takeDigestForm(payload: unknown, ack: AckDigestForm): Promise<void>;
}

type AckDigestForm = (faults?: Readonly<Record<string, string>>) => Promise<void>;

export interface DigestIntakeParts {
  readonly core: Core;
  readonly line: SlackLine;
  readonly takeCommand: (request: Request, ack: AckCommand) => Promise<void>;
  /** Acknowledges a command with what the person alone is to see. */
  readonly answerCommand: (asked: Spoken, post: Post, ack: AckCommand) => Promise<void>;
  /** After the acknowledgement, to the person alone. */
  readonly tell: (asked: Spoken, post: Post) => void;
}

type Spoken = Pick<Request, 'id' | 'replyTo'>;

/** Slack waits 3 s for everything; within this a form is made, and the rest is for opening it. */
const MAKE_MS = 1500;
const OPEN_MS = 3000;
/** Within this a form that was handed in is written down, or refused. */
const SUBMIT_MS = 1000;

export function createDigestIntake(parts: DigestIntakeParts): DigestIntake {
  const { core, line, takeCommand, answerCommand, tell } = parts;
  const { log, clock } = line;

  const makeForm = async (caller: Caller, about: FormAbout): Promise<OpenedForm> => {
    const { channel, place, user: person } = caller;
    try {
      const query = { platform: SLACK, place, channel, person, about };
      return await core.form(query, AbortSignal.timeout(MAKE_MS));
    } catch (error) {
      log.warn({ error: String(error) }, 'no form in time: refused as busy');
      return { status: 'answered', post: BUSY };
    }
  };

  const openForm = async (caller: Caller, form: Form): Promise<void> => {
    const kept = form.fields.filter(isTooLong).map(({ name }) => name);
    const context = writeDigestFormContext({ caller, about: form.about, kept });
    const view = renderDigestForm({ form, context });
    const options = { signal: AbortSignal.timeout(OPEN_MS), isRepeatable: false };
    try {
      await line.api.call('views.open', { trigger_id: caller.triggerId, view }, options);
    } catch (error) {
      log.warn({ error: String(error) }, 'the form for a digest does not open');
      tell(askedOf(caller, true), noDigestFormPost);
    }
  };

  const submit = async (request: DigestRequest): Promise<Taken | FaultyForm> => {
    try {
      const taken = await core.submit(request, AbortSignal.timeout(SUBMIT_MS));
      log.debug({ request: request.id, status: taken.status }, 'a form is taken');
      return taken;
    } catch (error) {
      const facts = { request: request.id, error: String(error) };
      log.warn(facts, 'a form was not written down in time: refused as busy');
      return { status: 'busy' };
    }
  };

  return {
    async takeDigest(payload, ack) {
      const caller = readCaller(payload, clock.now());
      const meaning = readDigest(payload, caller);
      if (meaning.kind === 'request') return takeCommand(meaning.request, ack);
      const asked = askedOf(caller, true);
      if (meaning.kind === 'said') return answerCommand(asked, meaning.post, ack);
      const opened = await makeForm(caller, meaning.about);
      if (opened.status === 'answered') return answerCommand(asked, opened.post, ack);
      await ack();
      await openForm(caller, withName(opened.form, meaning.name));
    },
    async takeChange(payload, ack) {
      await ack();
      const { caller, key } = readChange(payload, clock.now());
      const opened = await makeForm(caller, { kind: 'redraft', key });
      if (opened.status === 'form') return openForm(caller, opened.form);
      tell(askedOf(caller, true), opened.post);
    },
    async takeDigestForm(payload, ack) {
      const request = readDigestForm(payload, clock.now());
      const taken = await submit(request);
      if (taken.status === 'faulty') return ack(writeFaults(payload, taken.faults));
      await ack();
      const post = sayAtOnce(request, taken);
      if (post !== undefined) tell(request, post);
    },
  };
}

/** What was typed behind `create`, where the form knows no name yet. */
function withName(form: Form, name: string | undefined): Form {
  if (name === undefined) return form;
  const fields = form.fields.map((field) => {
    const isEmpty = field.name === 'name' && (field.value ?? '') === '';
    if (!isEmpty || field.shape.kind !== 'line') return field;
    return { ...field, value: name.slice(0, field.shape.maxChars).toWellFormed() };
  });
  return { ...form, fields };
}
