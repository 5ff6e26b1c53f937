import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  PermissionFlagsBits,
  type APIApplicationCommandInteraction,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIChatInputApplicationCommandInteraction,
  type APIMessageApplicationCommandInteraction,
} from 'discord.js';
import type { HouseRequest, Source, SummarizeRequest } from '../../../ports/request.ts';
import type { Length } from '../../../summary/summary.ts';
import { HOUSE, MENU_NAME, SUMMARIZE, LENGTH_VALUES } from '../connect/commands.ts';
import { DISCORD, destinationOf } from '../wire/discord-address.ts';
import { completeMessage } from './complete-message.ts';
import { findLinksInText } from './find-links.ts';
import { pointAt } from './pointer.ts';
import { readFile } from './read-file.ts';
import { may, type Caller } from './read-opening.ts';
import { MAX_SOURCES, readSources } from './read-sources.ts';

/** What a command asks for; `undefined` where it is none of ours. */
export function readCommand(
  command: APIApplicationCommandInteraction,
  caller: Caller,
): SummarizeRequest | HouseRequest | undefined {
  const { type, name } = command.data;
  if (type === ApplicationCommandType.Message && name === MENU_NAME)
    return readMenu(command as APIMessageApplicationCommandInteraction, caller);
  if (type !== ApplicationCommandType.ChatInput) return undefined;
  const slash = command as APIChatInputApplicationCommandInteraction;
  if (name === SUMMARIZE) return readSummarize(slash, caller);
  return name === HOUSE ? readHouse(slash, caller) : undefined;
}

function readSummarize(
  { id, data }: APIChatInputApplicationCommandInteraction,
  caller: Caller,
): SummarizeRequest {
  const options = new Map((data.options ?? []).map((option) => [option.name, valueOf(option)]));
  const file = data.resolved?.attachments?.[String(options.get('file') ?? '')];
  const length = LENGTH_VALUES.find((one): one is Length => one === options.get('length'));
  const quotes = options.get('quotes');
  return {
    kind: 'summarize',
    ...asked(id, caller, options.get('private') === true),
    sources: [
      ...readLinks(options.get('url')),
      ...(file === undefined ? [] : [{ kind: 'file', file: readFile(file) } as const]),
      ...readText(options.get('text')),
    ].slice(0, MAX_SOURCES),
    ...(length === undefined ? {} : { length }),
    ...(typeof quotes === 'number' ? { maxQuotes: quotes } : {}),
  };
}

type OptionValue = string | number | boolean | undefined;

function valueOf(option: { readonly type: ApplicationCommandOptionType }): OptionValue {
  return 'value' in option
    ? (option as APIApplicationCommandInteractionDataBasicOption & { value: OptionValue }).value
    : undefined;
}

const DOMAIN = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[/:?#]\S*)?$/u;

/** What stands in the option for links; where it is none, the core says so. */
function readLinks(value: OptionValue): readonly Source[] {
  const typed = typeof value === 'string' ? value.trim() : '';
  if (typed === '') return [];
  const links = findLinksInText(typed);
  const urls = links.length > 0 ? links : [DOMAIN.test(typed) ? `https://${typed}` : typed];
  return urls.map((url) => ({ kind: 'link', url }));
}

/** A text; where it is nothing but links, those. */
function readText(value: OptionValue): readonly Source[] {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '') return [];
  const isLinks = text.split(/\s+/u).every((word) => /^<?https?:\/\/\S+$/iu.test(word));
  return isLinks ? readLinks(text) : [{ kind: 'text', text }];
}

function readMenu(
  { id, data }: APIMessageApplicationCommandInteraction,
  caller: Caller,
): SummarizeRequest {
  const given = data.resolved.messages[data.target_id];
  const target = given === undefined ? undefined : completeMessage(given);
  const found = target === undefined ? [] : readSources(target, target.content);
  const short = target?.content.trim() ?? '';
  const instead: Source =
    short === '' ? pointAt({ kind: 'nothing' }) : { kind: 'text', text: short };
  return {
    kind: 'summarize',
    ...asked(id, caller, false),
    sources: found.length > 0 ? found : [instead],
  };
}

const HOUSE_KINDS = ['help', 'status', 'forget'] as const;

function readHouse(
  { id, data }: APIChatInputApplicationCommandInteraction,
  caller: Caller,
): HouseRequest {
  const word = data.options?.[0]?.name;
  return {
    kind: HOUSE_KINDS.find((kind) => kind === word) ?? 'help',
    ...asked(id, caller, true),
    // A conversation with the bot is the person's own.
    isModerator: caller.place.startsWith('dm:') || may(caller, PermissionFlagsBits.ManageGuild),
  };
}

/** Deferring shows that an answer is being made. */
function asked(id: string, caller: Caller, isPrivate: boolean) {
  const opening = caller.opening(isPrivate);
  return {
    id: `interaction:${id}`,
    platform: DISCORD,
    person: caller.person,
    channel: caller.channel,
    place: caller.place,
    replyTo: destinationOf({ kind: 'open', opening }, true),
    isPrivate: opening.isPrivate,
  };
}
