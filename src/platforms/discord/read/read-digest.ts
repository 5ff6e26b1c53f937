import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIChatInputApplicationCommandInteraction,
} from 'discord.js';
import type { Suggestion } from '../../../ports/core.ts';
import type { DigestAsk, DigestFields, FormAbout } from '../../../ports/digest.ts';
import { DIGEST_FIELDS, type DigestField } from '../../../ports/digest-fields.ts';
import type { DigestRequest } from '../../../ports/request.ts';
import { DIGEST } from '../connect/digest-command.ts';
import { DISCORD, destinationOf } from '../wire/discord-address.ts';
import type { Caller } from './read-opening.ts';

/** What `/digest …` asks for: something to be done, or a form. */
export type DigestCommand =
  | { readonly kind: 'request'; readonly request: DigestRequest }
  | { readonly kind: 'form'; readonly about: FormAbout };

/** `undefined` where it is no command of digests. */
export function readDigest(
  command: APIApplicationCommandInteraction,
  caller: Caller,
): DigestCommand | undefined {
  const { type, name: called } = command.data;
  if (type !== ApplicationCommandType.ChatInput || called !== DIGEST) return undefined;
  const { id, data } = command as APIChatInputApplicationCommandInteraction;
  const [subcommand] = data.options ?? [];
  if (subcommand?.type !== ApplicationCommandOptionType.Subcommand) return undefined;
  const options = subcommand.options ?? [];
  const fields = fieldsOf(
    options.map(({ name, ...rest }) => [name, 'value' in rest ? String(rest.value) : '']),
  );
  const about = aboutOf(subcommand.name, fields);
  if (about !== undefined) return { kind: 'form', about };
  const ask = askOf(subcommand.name, fields);
  return ask === undefined
    ? undefined
    : { kind: 'request', request: digestRequest(id, { caller, ask }) };
}

/** Of what was typed only what belongs to a digest. */
export function fieldsOf(typed: readonly (readonly [string, string])[]): DigestFields {
  return Object.fromEntries(typed.filter(([name]) => isField(name)));
}

export function isField(name: string): name is DigestField {
  return DIGEST_FIELDS.some((field) => field === name);
}

/** Answered to the person alone. */
export function digestRequest(
  interaction: string,
  { caller, ask }: { readonly caller: Caller; readonly ask: DigestAsk },
): DigestRequest {
  return {
    kind: 'digest',
    id: `interaction:${interaction}`,
    platform: DISCORD,
    person: caller.person,
    channel: caller.channel,
    place: caller.place,
    replyTo: destinationOf({ kind: 'open', opening: caller.opening(true) }, true),
    isPrivate: true,
    ask,
  };
}

/** What is typed into an option, and what may be meant by it. */
export function readSuggestion(
  { data }: APIApplicationCommandAutocompleteInteraction,
  { place }: Caller,
): Suggestion | undefined {
  const [subcommand] = data.options;
  if (data.name !== DIGEST || subcommand?.type !== ApplicationCommandOptionType.Subcommand)
    return undefined;
  const focused = (subcommand.options ?? []).find((one) => 'focused' in one && one.focused);
  if (focused === undefined || !('value' in focused)) return undefined;
  const field = SUGGESTED.find((one) => one === focused.name);
  if (field === undefined) return undefined;
  return { platform: DISCORD, place, field, typed: String(focused.value) };
}

const SUGGESTED = ['name', 'schedule', 'timezone'] as const;

function aboutOf(subcommand: string, fields: DigestFields): FormAbout | undefined {
  const { name, ...others } = fields;
  if (Object.keys(others).length > 0) return undefined;
  if (subcommand === 'create' && name === undefined) return { kind: 'create' };
  return subcommand === 'edit' && name !== undefined ? { kind: 'edit', name } : undefined;
}

const ON_ONE = ['show', 'pause', 'resume', 'run', 'preview', 'remove'] as const;

function askOf(subcommand: string, fields: DigestFields): DigestAsk | undefined {
  const { name = '', ...others } = fields;
  if (subcommand === 'create') return { kind: 'create', fields };
  if (subcommand === 'edit') return { kind: 'edit', name, fields: others };
  if (subcommand === 'list') return { kind: 'list' };
  const kind = ON_ONE.find((one) => one === subcommand);
  return kind === undefined ? undefined : { kind, name };
}
