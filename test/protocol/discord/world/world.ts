import type {
  APIApplicationCommand,
  APIAuthorizingIntegrationOwnersMap,
  APIEmbed,
  APIMessageTopLevelComponent,
  APIOverwrite,
  APIRole,
  APIUser,
  ChannelType,
  InteractionResponseType,
  InteractionType,
  MessageType,
} from 'discord-api-types/v10';

/** A file as Discord keeps it; its address is signed anew whenever somebody is shown it. */
export interface StoredFile {
  readonly id: string;
  readonly channelId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Files of slash options and of private answers. */
  readonly isEphemeral: boolean;
}

export interface StoredGuild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly roles: APIRole[];
  /** The roles of each member, by user. */
  readonly members: Map<string, string[]>;
}

export interface StoredChannel {
  readonly id: string;
  readonly type: ChannelType;
  readonly name: string | null;
  readonly guildId: string | undefined;
  readonly parentId: string | undefined;
  readonly overwrites: APIOverwrite[];
  /** Of direct and group messages. */
  readonly recipientIds: readonly string[];
  readonly threadOf: { readonly messageId: string; readonly ownerId: string } | undefined;
}

export interface StoredMessage {
  readonly id: string;
  readonly channelId: string;
  readonly author: APIUser;
  readonly type: MessageType;
  readonly createdAtMs: number;
  readonly replyTo: { readonly channelId: string; readonly messageId: string } | undefined;
  /** Whose eyes alone it is for, where it is private. */
  readonly onlyFor: string | undefined;
  readonly interactionId: string | undefined;
  content: string;
  embeds: readonly APIEmbed[];
  components: readonly APIMessageTopLevelComponent[];
  files: readonly StoredFile[];
  flags: number;
  mentions: readonly string[];
  mentionRoles: readonly string[];
  mentionsEveryone: boolean;
  editedAtMs: number | undefined;
  isDeleted: boolean;
}

export interface StoredInteraction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly userId: string;
  readonly channelId: string;
  readonly guildId: string | undefined;
  readonly owners: APIAuthorizingIntegrationOwnersMap;
  /** The message that a component stands on, or a modal came from. */
  readonly sourceMessageId: string | undefined;
  readonly isMessageCommand: boolean;
  readonly startedAtMs: number;
  answer: StoredAnswer | undefined;
  originalMessageId: string | undefined;
  followUps: number;
}

export interface StoredAnswer {
  readonly type: InteractionResponseType;
  readonly data: unknown;
  readonly afterMs: number;
}

/** All that Discord knows; the one mutable thing of the server. */
export interface World {
  readonly users: Map<string, APIUser>;
  /** Who takes no direct messages: 50007. */
  readonly refusingDirectMessages: Set<string>;
  readonly guilds: Map<string, StoredGuild>;
  readonly channels: Map<string, StoredChannel>;
  readonly messages: Map<string, StoredMessage>;
  readonly interactions: Map<string, StoredInteraction>;
  commands: readonly APIApplicationCommand[];
}

export function createWorld(): World {
  return {
    users: new Map(),
    refusingDirectMessages: new Set(),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    interactions: new Map(),
    commands: [],
  };
}
