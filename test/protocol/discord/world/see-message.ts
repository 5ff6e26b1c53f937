import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { ButtonStyle, ComponentType, MessageFlags, MessageType } from 'discord-api-types/v10';
import type { StoredFile, StoredMessage, World } from './world.ts';

/** A message as people see it now. */
export interface SeenMessage {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly type: MessageType;
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly buttons: readonly SeenButton[];
  readonly files: readonly StoredFile[];
  /** "Nutgraf is thinking…" */
  readonly isThinking: boolean;
  /** Who alone sees it. */
  readonly onlyFor: string | undefined;
  readonly replyToId: string | undefined;
  readonly interactionId: string | undefined;
  readonly isEdited: boolean;
  readonly hasThread: boolean;
  /** Whether Discord says it of its own accord: that a thread begins here. */
  readonly isNotice: boolean;
  readonly flags: number;
}

export interface SeenButton {
  readonly label: string;
  readonly customId: string | undefined;
  readonly url: string | undefined;
  readonly isDisabled: boolean;
}

export function seeMessage(world: World, message: StoredMessage): SeenMessage {
  const { id, channelId, type, content, embeds, components, files, onlyFor, interactionId, flags } =
    message;
  const isBare = (flags & MessageFlags.SuppressEmbeds) !== 0;
  return {
    id,
    channelId,
    authorId: message.author.id,
    type,
    content,
    embeds: isBare ? [] : embeds,
    components,
    buttons: components.flatMap(buttonsIn),
    files,
    isThinking: (flags & MessageFlags.Loading) !== 0,
    onlyFor,
    replyToId: message.replyTo?.messageId,
    interactionId,
    isEdited: message.editedAtMs !== undefined,
    hasThread: world.channels.has(id),
    isNotice: type === MessageType.ThreadStarterMessage,
    flags,
  };
}

function buttonsIn(row: APIMessageTopLevelComponent): readonly SeenButton[] {
  if (row.type !== ComponentType.ActionRow) return [];
  return row.components.flatMap((component) => {
    if (component.type !== ComponentType.Button || component.style === ButtonStyle.Premium)
      return [];
    const isLink = component.style === ButtonStyle.Link;
    return [
      {
        label: component.label ?? '',
        customId: isLink ? undefined : component.custom_id,
        url: isLink ? component.url : undefined,
        isDisabled: component.disabled === true,
      },
    ];
  });
}
