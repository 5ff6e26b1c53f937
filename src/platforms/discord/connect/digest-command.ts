import {
  ApplicationCommandOptionType as Option,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';

export const DIGEST = 'digest';

/** Where digests can be posted and have a thread below them. */
export const DIGEST_CHANNELS = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;

/** What names a digest that is there. */
const existing = {
  type: Option.String,
  name: 'name',
  description: 'Which digest',
  required: true,
  autocomplete: true,
} as const;

/** How a digest is; all of it can be left out: then a form asks for the most important of it. */
const howItIs = [
  { type: Option.String, name: 'source', description: 'Feeds or sites, a space between them' },
  {
    type: Option.String,
    name: 'schedule',
    description: 'When: weekdays at 9:00, every 6 hours, or cron',
    autocomplete: true,
  },
  {
    type: Option.String,
    name: 'timezone',
    description: 'Time zone: Europe/Berlin',
    autocomplete: true,
  },
  {
    type: Option.Integer,
    name: 'stories',
    description: 'Stories, at most',
    min_value: 1,
    max_value: 10,
  },
  {
    type: Option.String,
    name: 'length',
    description: 'How long the summaries in the thread are',
    choices: [
      { name: 'Short', value: 'brief' },
      { name: 'Standard', value: 'standard' },
      { name: 'Long', value: 'detailed' },
    ],
  },
  {
    type: Option.String,
    name: 'include',
    description: 'Only stories with one of these words; commas between them',
  },
  {
    type: Option.String,
    name: 'exclude',
    description: 'No stories with one of these words; commas between them',
  },
  {
    type: Option.Channel,
    name: 'channel',
    description: 'Where it is posted',
    channel_types: DIGEST_CHANNELS,
  },
  {
    type: Option.String,
    name: 'missed',
    description: 'When I was down at that time',
    choices: [
      { name: 'Make up for the latest', value: 'latest' },
      { name: 'Leave it out', value: 'skip' },
    ],
  },
  {
    type: Option.String,
    name: 'nothing',
    description: 'When there is nothing new',
    choices: [
      { name: 'Say nothing', value: 'silence' },
      { name: 'Say so', value: 'say' },
    ],
  },
] as const;

const onOne = (name: string, description: string) => ({
  type: Option.Subcommand,
  name,
  description,
  options: [existing],
});

/**
 * In servers only, for those who manage channels; whether they manage the one that is chosen is looked at when they ask.
 * https://discord.com/developers/docs/interactions/application-commands
 */
export const digestCommand = {
  type: ApplicationCommandType.ChatInput,
  name: DIGEST,
  description: 'The stories that matter to a channel, at the time you say',
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
  default_member_permissions: PermissionFlagsBits.ManageChannels.toString(),
  options: [
    {
      type: Option.Subcommand,
      name: 'create',
      description: 'A new digest; nothing else opens a form',
      options: [
        { type: Option.String, name: 'name', description: 'What it is called' },
        ...howItIs,
      ],
    },
    { type: Option.Subcommand, name: 'list', description: 'The digests of this server' },
    onOne('show', 'How it is, and when it comes next'),
    {
      type: Option.Subcommand,
      name: 'edit',
      description: 'Change it; its name alone opens a form',
      options: [existing, ...howItIs],
    },
    onOne('pause', 'It does not come until you resume it'),
    onOne('resume', 'It comes again'),
    onOne('run', 'Post it now'),
    onOne('preview', 'What would be posted now, for your eyes only'),
    onOne('remove', 'It does not come any more'),
  ],
} as const;
