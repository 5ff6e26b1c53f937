import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Inside } from '../inside.ts';
import type { Person, Place } from '../world/person.ts';
import { findStoredChannel } from '../world/change-world.ts';
import { renderMessage } from '../world/render-message.ts';
import type { StoredMessage } from '../world/world.ts';
import { findOffered, ownersAt, ownersOf } from './command-owners.ts';
import { fillModal } from './fill-modal.ts';
import type { ModalValue } from './fill-modal.ts';
import { fillOptions } from './fill-options.ts';
import type { OptionValue } from './fill-options.ts';
import { invoke } from './invocation.ts';
import type { Install, Invocation } from './invocation.ts';

export interface SlashUse {
  readonly command: string;
  readonly subcommand?: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
  readonly user: Person;
  readonly channel: Place;
  readonly install?: Install;
}

export interface ComponentUse {
  readonly message: { readonly id: string };
  readonly customId: string;
  readonly user: Person;
}

export interface Interacting {
  /** Runs a slash command that the bot has registered and this person is offered. */
  readonly slash: (use: SlashUse) => Invocation;
  /** Types into an option of a slash command. */
  readonly autocomplete: (use: SlashUse & { readonly focused: string }) => Invocation;
  /** "Apps → name" in a message's menu. */
  readonly messageCommand: (use: {
    readonly name: string;
    readonly message: { readonly id: string };
    readonly user: Person;
    readonly install?: Install;
  }) => Invocation;
  readonly click: (use: ComponentUse) => Invocation;
  readonly select: (use: ComponentUse & { readonly values: readonly string[] }) => Invocation;
  /** Fills in the form that an invocation was answered with. */
  readonly submitModal: (use: {
    readonly from: Invocation;
    readonly values: Readonly<Record<string, ModalValue>>;
  }) => Promise<Invocation>;
}

export function createInteracting(inside: Inside): Interacting {
  const { world } = inside;
  const runSlash = (use: SlashUse & { readonly focused?: string }): Invocation => {
    const where = {
      channel: findStoredChannel(inside, use.channel.id),
      user: use.user,
      install: use.install,
    };
    const command = findOffered(
      inside,
      { name: use.command, type: ApplicationCommandType.ChatInput },
      where,
    );
    const registered = optionsOf(command, use.subcommand);
    const filled = fillOptions(inside, {
      registered,
      values: use.options ?? {},
      channel: where.channel,
      ...(use.focused === undefined ? {} : { focused: use.focused }),
    });
    const options =
      use.subcommand === undefined
        ? filled.options
        : [
            {
              type: ApplicationCommandOptionType.Subcommand,
              name: use.subcommand,
              options: filled.options,
            },
          ];
    const resolved = Object.keys(filled.resolved).length === 0 ? {} : { resolved: filled.resolved };
    return invoke(inside, {
      type:
        use.focused === undefined
          ? InteractionType.ApplicationCommand
          : InteractionType.ApplicationCommandAutocomplete,
      user: use.user,
      channel: where.channel,
      owners: ownersOf(inside, command, where),
      data: { id: command.id, name: command.name, type: command.type, options, ...resolved },
    });
  };
  const useComponent = (
    use: ComponentUse,
    wanted: { readonly isButton: boolean; readonly values?: readonly string[] },
  ): Invocation => {
    const message = visibleMessage(inside, use.message.id, use.user);
    const component = findComponent(message, use.customId);
    if (
      component.disabled === true ||
      (component.type === ComponentType.Button) !== wanted.isButton
    )
      throw new Error(`"${use.customId}" cannot be used so.`);
    const channel = findStoredChannel(inside, message.channelId);
    const asked = world.interactions.get(message.interactionId ?? '');
    return invoke(inside, {
      type: InteractionType.MessageComponent,
      user: use.user,
      channel,
      owners: asked?.owners ?? ownersAt(inside, { channel, user: use.user, install: undefined }),
      data: {
        custom_id: use.customId,
        component_type: component.type,
        ...(wanted.values === undefined ? {} : { values: wanted.values }),
      },
      sourceMessageId: message.id,
    });
  };
  return {
    slash: runSlash,
    autocomplete: runSlash,
    messageCommand: ({ name, message, user, install }) => {
      const target = visibleMessage(inside, message.id, user);
      const where = { channel: findStoredChannel(inside, target.channelId), user, install };
      const command = findOffered(inside, { name, type: ApplicationCommandType.Message }, where);
      // The target comes whole, whatever the bot may read otherwise.
      const resolved = { messages: { [target.id]: renderMessage(inside, target) } };
      return invoke(inside, {
        type: InteractionType.ApplicationCommand,
        user,
        channel: where.channel,
        owners: ownersOf(inside, command, where),
        data: { id: command.id, name, type: command.type, target_id: target.id, resolved },
        isMessageCommand: true,
      });
    },
    click: (use) => useComponent(use, { isButton: true }),
    select: (use) => useComponent(use, { isButton: false, values: use.values }),
    submitModal: async ({ from, values }) => {
      const modal = await from.modal();
      const opened = world.interactions.get(from.id);
      if (opened === undefined) throw new Error('Nothing opened this form.');
      const channel = findStoredChannel(inside, opened.channelId);
      const user = { id: opened.userId, name: world.users.get(opened.userId)?.username ?? '' };
      return invoke(inside, {
        type: InteractionType.ModalSubmit,
        user,
        channel,
        owners: opened.owners,
        data: fillModal(inside, modal, { values, channel }),
        ...(opened.sourceMessageId === undefined
          ? {}
          : { sourceMessageId: opened.sourceMessageId }),
      });
    },
  };
}

function visibleMessage(inside: Inside, id: string, user: Person): StoredMessage {
  const message = inside.world.messages.get(id);
  const isSeen =
    message !== undefined && !message.isDeleted && (message.onlyFor ?? user.id) === user.id;
  if (!isSeen) throw new Error(`${user.name} sees no message ${id}.`);
  return message;
}

interface UsableComponent {
  readonly type: ComponentType;
  readonly custom_id?: string;
  readonly disabled?: boolean;
}

function findComponent(message: StoredMessage, customId: string): UsableComponent {
  const all = message.components.flatMap((row) =>
    row.type === ComponentType.ActionRow ? (row.components as readonly UsableComponent[]) : [],
  );
  const found = all.find((one) => one.custom_id === customId);
  if (found === undefined) throw new Error(`The message has no component "${customId}".`);
  return found;
}

function optionsOf(
  command: APIApplicationCommand,
  subcommand: string | undefined,
): readonly APIApplicationCommandOption[] {
  const options = command.options ?? [];
  if (subcommand === undefined) return options;
  const found = options.find(
    (one) => one.type === ApplicationCommandOptionType.Subcommand && one.name === subcommand,
  );
  if (found?.type !== ApplicationCommandOptionType.Subcommand)
    throw new Error(`/${command.name} has no "${subcommand}".`);
  return found.options ?? [];
}
