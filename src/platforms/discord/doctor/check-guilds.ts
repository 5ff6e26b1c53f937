import {
  ChannelType,
  Routes,
  type APIGuild,
  type APIGuildChannel,
  type APIGuildMember,
  type RESTAPIPartialCurrentUserGuild,
} from 'discord.js';
import type { Check } from '../../../ports/chat-platform.ts';
import type { DiscordApi } from '../send/discord-api.ts';
import { permissionsIn } from '../read/permissions-in.ts';
import { NEEDED, type Permission } from './permissions.ts';

/** Ours: more would take doctor long, and are told the same way. */
const MAX_GUILDS = 10;
const MAX_NAMES = 10;

/** What the bot may do in the channels of its servers, a check for each server. */
export async function checkGuilds(
  api: DiscordApi,
  botUserId: string,
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const get = async <T>(path: `/${string}`): Promise<T> =>
    (await api.call({ method: 'GET', path }, signal)) as T;
  const guilds = await get<readonly RESTAPIPartialCurrentUserGuild[]>(Routes.userGuilds());
  if (guilds.length === 0) return [NO_GUILD];
  const checks: Check[] = [];
  for (const { id, name } of guilds.slice(0, MAX_GUILDS)) {
    const [guild, member, channels] = await Promise.all([
      get<APIGuild>(Routes.guild(id)),
      get<APIGuildMember>(Routes.guildMember(id, botUserId)),
      get<readonly APIGuildChannel[]>(Routes.guildChannels(id)),
    ]);
    const membership = {
      guildId: id,
      ownerId: guild.owner_id,
      userId: botUserId,
      roles: guild.roles,
      roleIds: member.roles,
    };
    const lacking = channels.filter(isForTalk).flatMap((channel) => {
      const has = permissionsIn(channel, membership);
      const missing = NEEDED.filter(({ bit }) => (has & bit) === 0n);
      return missing.length === 0 ? [] : [{ channel: channel.name, missing }];
    });
    checks.push(checkOf(name, channels.filter(isForTalk).length, lacking));
  }
  return checks;
}

const NO_GUILD: Check = {
  what: 'Discord: servers',
  outcome: {
    status: 'bad',
    mend: 'add the bot to a server by the link that “nutgraf setup discord” prints',
    without: 'mentions, replies and answers in threads; commands work where a person installed it',
  },
};

function isForTalk({ type }: APIGuildChannel): boolean {
  return type === ChannelType.GuildText || type === ChannelType.GuildAnnouncement;
}

interface Lacking {
  readonly channel: string;
  readonly missing: readonly Permission[];
}

function checkOf(guild: string, channels: number, lacking: readonly Lacking[]): Check {
  const what = `Discord: channels of ${guild}`;
  if (lacking.length === 0)
    return { what, outcome: { status: 'good', detail: `everything needed in ${channels}` } };
  const places = lacking
    .slice(0, MAX_NAMES)
    .map(({ channel, missing }) => `#${channel}: ${missing.map(({ name }) => name).join(', ')}`);
  const more = lacking.length > MAX_NAMES ? `, and ${lacking.length - MAX_NAMES} more` : '';
  const without = new Set(lacking.flatMap(({ missing }) => missing.map((one) => one.without)));
  return {
    what,
    outcome: {
      status: 'bad',
      mend: `where it shall be heard, allow the bot's role under Edit Channel → Permissions: ${places.join('; ')}${more}`,
      without: [...without].join('; '),
    },
  };
}
