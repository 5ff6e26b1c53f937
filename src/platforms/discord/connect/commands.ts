import {
  ApplicationCommandOptionType as Option,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import { digestCommand } from './digest-command.ts';
import type { Length } from '../../../summary/summary.ts';

export const SUMMARIZE = 'summarize';
export const HOUSE = 'nutgraf';
/** What stands under “Apps” in a message's menu. */
export const MENU_NAME = 'Summarize';
export const LENGTH_VALUES: readonly Length[] = ['brief', 'standard', 'detailed'];

/** Discord's, for the text of an option. */
const MAX_TEXT_CHARS = 6000;
const MAX_QUOTES = 10;

/** In servers and for persons; in servers, in conversations with the bot and in those between people. */
const everywhere = {
  integration_types: [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** https://discord.com/developers/docs/interactions/application-commands */
export const commands = [
  {
    type: ApplicationCommandType.ChatInput,
    name: SUMMARIZE,
    description: 'The gist of an article and its key quotes, word for word',
    ...everywhere,
    options: [
      {
        type: Option.String,
        name: 'url',
        description: 'A link, or up to three',
        max_length: MAX_TEXT_CHARS,
      },
      {
        type: Option.String,
        name: 'text',
        description: 'The text of an article; a longer one as a file',
        max_length: MAX_TEXT_CHARS,
      },
      {
        type: Option.Attachment,
        name: 'file',
        description: 'A web page, PDF, Markdown or text',
      },
      {
        type: Option.String,
        name: 'length',
        description: 'How long',
        choices: [
          { name: 'Short', value: 'brief' },
          { name: 'Standard', value: 'standard' },
          { name: 'Long', value: 'detailed' },
        ],
      },
      {
        type: Option.Integer,
        name: 'quotes',
        description: 'Key quotes, at most',
        min_value: 0,
        max_value: MAX_QUOTES,
      },
      {
        type: Option.Boolean,
        name: 'private',
        description: 'Only you see the answer',
      },
    ],
  },
  {
    type: ApplicationCommandType.ChatInput,
    name: HOUSE,
    description: 'Help, how it is going, and having things forgotten',
    ...everywhere,
    options: [
      { type: Option.Subcommand, name: 'help', description: 'What I can do, with examples' },
      { type: Option.Subcommand, name: 'status', description: 'How it is going' },
      {
        type: Option.Subcommand,
        name: 'forget',
        description: 'Erase what I keep of you; of the whole server, if you manage it',
      },
    ],
  },
  digestCommand,
  { type: ApplicationCommandType.Message, name: MENU_NAME, ...everywhere },
] as const;
