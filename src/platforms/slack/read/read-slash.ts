import type { HouseRequest, SummarizeRequest } from '../../../ports/request.ts';
import { SLACK } from '../wire/slack-address.ts';
import { fieldAt, textAt } from '../../payload-field.ts';
import { RESPONSE_LIFE_MS, readResponding, type Responding } from './read-responding.ts';
import { readTypedSources } from './read-typed-sources.ts';
import { readWords } from './read-words.ts';

/** Who typed a command, and where. */
export interface Caller extends Omit<Responding, 'isPrivate' | 'threadTs'> {
  readonly place: string;
  readonly triggerId: string;
}

/** https://docs.slack.dev/interactivity/implementing-slash-commands */
export function readCaller(payload: unknown, nowMs: number): Caller {
  return {
    channel: textAt(payload, 'channel_id'),
    user: textAt(payload, 'user_id'),
    place: textAt(payload, 'team_id'),
    triggerId: textAt(payload, 'trigger_id'),
    responseUrl: textAt(payload, 'response_url'),
    responseUntilMs: nowMs + RESPONSE_LIFE_MS,
  };
}

/** A caller as a form carried it; only we can write it, so what is missing is empty. */
export function parseCaller(context: unknown): Caller {
  return {
    channel: textAt(context, 'channel'),
    user: textAt(context, 'user'),
    place: textAt(context, 'place'),
    triggerId: textAt(context, 'triggerId'),
    responseUrl: textAt(context, 'responseUrl'),
    responseUntilMs: Number(fieldAt(context, 'responseUntilMs') ?? 0),
  };
}

/** What `/summarize` asks for; `form` where it came with nothing to read. */
export function readSummarize(
  payload: unknown,
  nowMs: number,
): SummarizeRequest | HouseRequest | 'form' {
  const caller = readCaller(payload, nowMs);
  const { rest, length, maxQuotes, isPrivate } = readWords(textAt(payload, 'text'));
  if (rest === '') return 'form';
  if (rest.toLowerCase() === 'help') return houseRequest(caller, 'help');
  return {
    kind: 'summarize',
    ...askedOf(caller, isPrivate),
    sources: readTypedSources(rest),
    ...(length === undefined ? {} : { length }),
    ...(maxQuotes === undefined ? {} : { maxQuotes }),
  };
}

/** What `/nutgraf` asks for; whatever it does not know asks for help. */
export function readHouse(payload: unknown, nowMs: number): HouseRequest {
  const [word] = textAt(payload, 'text').trim().toLowerCase().split(/\s/u);
  const kind = word === 'status' || word === 'forget' ? word : 'help';
  return houseRequest(readCaller(payload, nowMs), kind);
}

function houseRequest(caller: Caller, kind: HouseRequest['kind']): HouseRequest {
  return { kind, ...askedOf(caller, true), isModerator: false };
}

/** A command is never delivered twice; its trigger is its name. */
export function askedOf(caller: Caller, isPrivate: boolean) {
  const { channel, user, place, triggerId, responseUrl, responseUntilMs } = caller;
  return {
    id: `trigger:${triggerId}`,
    platform: SLACK,
    person: user,
    channel,
    place,
    replyTo: readResponding({ channel, user, responseUrl, responseUntilMs, isPrivate }),
    isPrivate,
  };
}
