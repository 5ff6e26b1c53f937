import type {
  APIApplicationCommand,
  APIAuthorizingIntegrationOwnersMap,
} from 'discord-api-types/v10';
import { ApplicationIntegrationType, InteractionContextType } from 'discord-api-types/v10';
import type { Inside } from '../inside.ts';
import type { Person } from '../world/person.ts';
import { permissionsIn } from '../world/permissions-in.ts';
import type { StoredChannel } from '../world/world.ts';
import { contextOf } from './invocation.ts';
import type { Install } from './invocation.ts';

export interface Where {
  readonly channel: StoredChannel;
  readonly user: Person;
  /** Where it is left out: the server where the bot is a member, else the person. */
  readonly install: Install | undefined;
}

/** The command by its name and type, if this person is offered it here; throws and says why they are not. */
export function findOffered(
  inside: Inside,
  wanted: { readonly name: string; readonly type: number },
  where: Where,
): APIApplicationCommand {
  const command = inside.world.commands.find(
    (one) => one.name === wanted.name && (one.type as number) === wanted.type,
  );
  if (command === undefined)
    throw new Error(`No command "${wanted.name}" of type ${wanted.type} is registered.`);
  const context = contextOf(inside, where.channel);
  const contexts = command.contexts ?? [InteractionContextType.Guild, InteractionContextType.BotDM];
  if (!contexts.includes(context))
    throw new Error(`"${command.name}" is not offered in context ${context}.`);
  const needed = command.default_member_permissions;
  const has = permissionsIn(inside.world, where.channel, where.user.id);
  if (
    where.channel.guildId !== undefined &&
    needed !== null &&
    (has & BigInt(needed)) !== BigInt(needed)
  ) {
    throw new Error(`"${command.name}" is not offered to ${where.user.name} here.`);
  }
  return command;
}

/** Who authorized the command here; throws where it is installed for neither. */
export function ownersOf(
  inside: Inside,
  command: APIApplicationCommand,
  where: Where,
): APIAuthorizingIntegrationOwnersMap {
  const types = command.integration_types ?? [ApplicationIntegrationType.GuildInstall];
  const owners = ownersAt(inside, where);
  const allowed = Object.entries(owners).filter(([type]) =>
    types.some((one) => String(one) === type),
  );
  if (allowed.length === 0)
    throw new Error(`"${command.name}" is not installed for this place or person.`);
  return Object.fromEntries(allowed);
}

export function ownersAt(
  inside: Inside,
  { channel, user, install }: Where,
): APIAuthorizingIntegrationOwnersMap {
  const context = contextOf(inside, channel);
  const isMember =
    inside.world.guilds.get(channel.guildId ?? '')?.members.has(inside.settings.botUserId) === true;
  const byDefault: Install =
    isMember || context === InteractionContextType.BotDM ? 'server' : 'user';
  const installed = install ?? byDefault;
  return {
    ...(installed === 'user'
      ? {}
      : { [ApplicationIntegrationType.GuildInstall]: channel.guildId ?? '0' }),
    ...(installed === 'server' ? {} : { [ApplicationIntegrationType.UserInstall]: user.id }),
  };
}
