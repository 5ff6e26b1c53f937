import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import {
  both,
  fault,
  flag,
  isRecord,
  listAt,
  listOf,
  oneOf,
  orNull,
  shape,
  text,
  textLike,
  whole,
} from './shape.ts';
import type { Check } from './shape.ts';

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const slashName = both(
  text({ min: 1, max: 32 }),
  textLike(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u),
  (value, path) =>
    value === String(value).toLowerCase()
      ? []
      : fault(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid'),
);

const choice = shape(
  {
    name: text({ min: 1, max: 100 }),
    value: (value, path) =>
      typeof value === 'number' ? [] : text({ min: 1, max: 100 })(value, path),
  },
  ['name', 'value'],
);

const requiredFirst: Check = (value, path) => {
  const options = listAt(value, 'options');
  const firstFree = options.findIndex(
    (one) => isRecord(one) && one['required'] !== true && !isSubcommand(one),
  );
  return options.flatMap((one, index) =>
    firstFree !== -1 && index > firstFree && isRecord(one) && one['required'] === true
      ? fault(
          [...path, 'options', index],
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
        )
      : [],
  );
};

const uniqueOptions: Check = (value, path) => {
  const names = listAt(value, 'options').map((one) => (isRecord(one) ? one['name'] : undefined));
  return new Set(names).size < names.length
    ? fault(
        [...path, 'options'],
        'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        'Option name already exists in this options list',
      )
    : [];
};

const choicesOrAutocomplete: Check = (value, path) =>
  isRecord(value) && value['autocomplete'] === true && listAt(value, 'choices').length > 0
    ? fault(
        [...path, 'autocomplete'],
        'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES_MUTUALLY_EXCLUSIVE',
        'Autocomplete and choices cannot both be set',
      )
    : [];

const option: Check = (value, path) =>
  both(
    shape(
      {
        type: oneOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
        name: slashName,
        description: text({ min: 1, max: 100 }),
        required: flag,
        autocomplete: flag,
        choices: listOf(choice, { max: 25 }),
        channel_types: listOf(whole(), { max: 25 }),
        min_length: whole({ max: 6000 }),
        max_length: whole({ min: 1, max: 6000 }),
        options: listOf(option, { max: 25 }),
      },
      ['type', 'name', 'description'],
    ),
    requiredFirst,
    uniqueOptions,
    choicesOrAutocomplete,
  )(value, path);

const common = {
  type: oneOf([1, 2, 3]),
  default_member_permissions: orNull(textLike(/^\d+$/u)),
  contexts: orNull(listOf(oneOf([0, 1, 2]), { max: 3 })),
  integration_types: listOf(oneOf([0, 1]), { min: 1, max: 2 }),
  nsfw: flag,
};

const slash = both(
  shape(
    {
      ...common,
      name: slashName,
      description: text({ min: 1, max: 100 }),
      options: listOf(option, { max: 25 }),
    },
    ['name', 'description'],
  ),
  requiredFirst,
  uniqueOptions,
  (value, path) =>
    commandChars(value) > 8000
      ? fault(path, 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)')
      : [],
);

const menu = shape(
  {
    ...common,
    name: text({ min: 1, max: 32 }),
    description: oneOf(['']),
    options: listOf(option, { max: 0 }),
  },
  ['name'],
);

/** The whole list of an app's commands, as it is put in one call. */
export const checkCommands: Check = both(
  listOf((value, path) => (typeOf(value) === chatInput ? slash : menu)(value, path), { max: 130 }),
  (value, path) => {
    const commands: readonly unknown[] = Array.isArray(value) ? value : [];
    const keys = commands.map(
      (one) => `${typeOf(one)} ${isRecord(one) ? String(one['name']) : ''}`,
    );
    const ofMenu = commands.filter((one) => typeOf(one) === messageMenu).length;
    return [
      ...(new Set(keys).size < keys.length
        ? fault(
            path,
            'APPLICATION_COMMANDS_DUPLICATE_NAME',
            'Application command names must be unique',
          )
        : []),
      ...(ofMenu > 5 ? fault(path, 'BASE_TYPE_MAX_LENGTH', 'At most 5 message commands') : []),
    ];
  },
);

const chatInput: number = ApplicationCommandType.ChatInput;
const messageMenu: number = ApplicationCommandType.Message;

function typeOf(value: unknown): number {
  const type = isRecord(value) ? value['type'] : undefined;
  return typeof type === 'number' ? type : ApplicationCommandType.ChatInput;
}

function isSubcommand(value: Record<string, unknown>): boolean {
  return (
    value['type'] === ApplicationCommandOptionType.Subcommand ||
    value['type'] === ApplicationCommandOptionType.SubcommandGroup
  );
}

function commandChars(value: unknown): number {
  if (!isRecord(value)) return 0;
  const own = [value['name'], value['description'], value['value']];
  const chars = own.reduce<number>(
    (sum, one) => sum + (typeof one === 'string' ? one.length : 0),
    0,
  );
  return [...listAt(value, 'options'), ...listAt(value, 'choices')].reduce<number>(
    (sum, one) => sum + commandChars(one),
    chars,
  );
}
