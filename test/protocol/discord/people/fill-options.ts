import type { APIApplicationCommandOption } from 'discord-api-types/v10';
import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Inside } from '../inside.ts';
import { renderAttachment } from '../world/render-message.ts';
import { renderChannel } from '../world/render-channel.ts';
import type { StoredChannel } from '../world/world.ts';
import { storeDraft } from './write.ts';
import type { FileDraft } from './write.ts';

export type OptionValue = string | number | boolean | FileDraft;

export interface Filled {
  readonly options: readonly unknown[];
  readonly resolved: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface Filling {
  readonly registered: readonly APIApplicationCommandOption[];
  readonly values: Readonly<Record<string, OptionValue>>;
  readonly channel: StoredChannel;
  /** The option that is being typed; then required ones may be missing. */
  readonly focused?: string;
}

/** What a client makes of what a person filled in; throws for what a client would not let them send. */
export function fillOptions(inside: Inside, filling: Filling): Filled {
  const { registered, values, focused } = filling;
  const unknown = Object.keys(values).find((name) => registered.every((one) => one.name !== name));
  if (unknown !== undefined) throw new Error(`The command has no option "${unknown}".`);
  const missing = registered.find((one) => one.required === true && values[one.name] === undefined);
  if (missing !== undefined && focused === undefined)
    throw new Error(`The option "${missing.name}" is required.`);
  const attachments: Record<string, unknown> = {};
  const channels: Record<string, unknown> = {};
  const options = registered.flatMap((option) => {
    const given = values[option.name];
    if (given === undefined) return [];
    const value =
      typeof given === 'object'
        ? keepFile(inside, given, { channel: filling.channel, attachments })
        : readValue(option, given, focused);
    if (option.type === ApplicationCommandOptionType.Channel) {
      const channel = inside.world.channels.get(String(value));
      if (channel === undefined) throw new Error(`There is no channel ${String(value)}.`);
      const types = option.channel_types as readonly unknown[] | undefined;
      if (types?.includes(channel.type) === false)
        throw new Error(`"${option.name}" does not offer a channel of type ${channel.type}.`);
      channels[channel.id] = renderChannel(inside.world, channel);
    }
    return [
      {
        name: option.name,
        type: option.type,
        value,
        ...(focused === option.name ? { focused: true } : {}),
      },
    ];
  });
  return {
    options,
    resolved: {
      ...(Object.keys(attachments).length === 0 ? {} : { attachments }),
      ...(Object.keys(channels).length === 0 ? {} : { channels }),
    },
  };
}

function keepFile(
  inside: Inside,
  file: FileDraft,
  {
    channel,
    attachments,
  }: { readonly channel: StoredChannel; readonly attachments: Record<string, unknown> },
): string {
  const stored = storeDraft(inside, file, { channelId: channel.id, isEphemeral: true });
  attachments[stored.id] = renderAttachment(inside, stored);
  return stored.id;
}

function readValue(
  option: APIApplicationCommandOption,
  given: string | number | boolean,
  focused: string | undefined,
): string | number | boolean {
  const types: Partial<Record<ApplicationCommandOptionType, string>> = {
    [ApplicationCommandOptionType.String]: 'string',
    [ApplicationCommandOptionType.Integer]: 'number',
    [ApplicationCommandOptionType.Number]: 'number',
    [ApplicationCommandOptionType.Boolean]: 'boolean',
    [ApplicationCommandOptionType.Channel]: 'string',
  };
  if (types[option.type] !== typeof given)
    throw new Error(`"${option.name}" takes no ${typeof given}.`);
  if (option.type !== ApplicationCommandOptionType.String || typeof given !== 'string')
    return given;
  // The box has one line: what is pasted loses its line breaks.
  const line = given.replace(/\r?\n/gu, ' ');
  if (line.length > (option.max_length ?? 6000))
    throw new Error(`"${option.name}" takes no ${line.length} characters.`);
  const isChoice =
    option.choices === undefined ||
    option.choices.length === 0 ||
    option.choices.some(({ value }) => value === line);
  if (!isChoice && focused !== option.name)
    throw new Error(`"${option.name}" does not offer "${line}".`);
  return line;
}
