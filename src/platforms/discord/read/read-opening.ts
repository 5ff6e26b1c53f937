import { InteractionContextType, PermissionFlagsBits, type APIInteraction } from 'discord.js';
import { tokenEndsMs, type Opening } from '../wire/discord-address.ts';

const { BotDM, Guild } = InteractionContextType;

export interface Surroundings {
  readonly nowMs: number;
  /** Whether the bot is a member of a server. */
  readonly isIn: (guild: string) => boolean;
}

/** Who did something where: what all interactions have. */
export interface Caller {
  readonly person: string;
  readonly channel: string;
  readonly place: string;
  readonly isDirect: boolean;
  /** What the person may do in the channel; nothing outside of servers. */
  readonly permissions: bigint;
  readonly opening: (isPrivate: boolean) => Opening;
}

/** `undefined` where Discord tells no person or no channel. */
export function readCaller(
  interaction: APIInteraction,
  { nowMs, isIn }: Surroundings,
): Caller | undefined {
  const person = interaction.member?.user.id ?? interaction.user?.id;
  const channel = interaction.channel?.id ?? (interaction as { channel_id?: string }).channel_id;
  if (person === undefined || channel === undefined) return undefined;
  const guild = interaction.guild_id;
  const { context = guild === undefined ? BotDM : Guild } = interaction;
  const isDirect = context === BotDM;
  const isMember = guild === undefined ? isDirect : isIn(guild);
  const permissions = BigInt(interaction.member?.permissions ?? 0);
  // Discord answers privately there, whatever is asked for.
  const mustBePrivate =
    guild !== undefined && !isMember && (permissions & PermissionFlagsBits.UseExternalApps) === 0n;
  return {
    person,
    channel,
    place: guild ?? `dm:${person}`,
    isDirect,
    permissions,
    opening: (isPrivate) => ({
      id: interaction.id,
      application: interaction.application_id,
      token: interaction.token,
      channel,
      untilMs: tokenEndsMs(nowMs),
      isPrivate: isPrivate || mustBePrivate,
      isMember,
    }),
  };
}

export function may(caller: Caller, permission: bigint): boolean {
  return (caller.permissions & (permission | PermissionFlagsBits.Administrator)) !== 0n;
}
