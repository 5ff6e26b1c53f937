import type { APIAllowedMentions } from 'discord-api-types/v10';
import type { Inside } from '../inside.ts';
import type { StoredChannel } from './world.ts';

export interface Mentions {
  readonly userIds: readonly string[];
  readonly roleIds: readonly string[];
  readonly everyone: boolean;
}

export interface MentionRules {
  /** Nothing where the field was not sent at all. */
  readonly allowed: APIAllowedMentions | null | undefined;
  /** Answers to interactions mention users alone unless they ask for more. */
  readonly byDefault: readonly string[];
  /** Who wrote the message that is replied to. */
  readonly repliedTo: string | undefined;
  readonly mayMentionEveryone: boolean;
}

export const everybodysRules: readonly string[] = ['users', 'roles', 'everyone'];
export const interactionRules: readonly string[] = ['users'];

/**
 * Whom a text mentions, so that they are notified.
 * https://discord.com/developers/docs/resources/message#allowed-mentions-object
 */
export function findMentions(inside: Inside, content: string, rules: MentionRules): Mentions {
  const { allowed } = rules;
  const parse: readonly string[] =
    allowed === undefined || allowed === null ? rules.byDefault : (allowed.parse ?? []);
  const inText = (pattern: RegExp): readonly string[] =>
    [...content.matchAll(pattern)].map((match) => match[1] ?? '');
  const users = inText(/<@!?(\d+)>/gu).filter((id) => inside.world.users.has(id));
  const roles = inText(/<@&(\d+)>/gu);
  const pingsReplied = allowed === undefined || allowed === null || allowed.replied_user === true;
  const replied = rules.repliedTo !== undefined && pingsReplied ? [rules.repliedTo] : [];
  const everyone =
    /@(?:everyone|here)/u.test(content) && parse.includes('everyone') && rules.mayMentionEveryone;
  return {
    userIds: unique([
      ...users.filter((id) => parse.includes('users') || allowed?.users?.includes(id)),
      ...replied,
    ]),
    roleIds: unique(roles.filter((id) => parse.includes('roles') || allowed?.roles?.includes(id))),
    everyone,
  };
}

/** Writes down whom a message of the bot notifies. */
export function notePings(
  inside: Inside,
  at: { readonly channel: StoredChannel; readonly messageId: string },
  mentions: Mentions,
): void {
  const { userIds, roleIds, everyone } = mentions;
  if (userIds.length + roleIds.length === 0 && !everyone) return;
  inside.log.pings.push({
    channelId: at.channel.id,
    messageId: at.messageId,
    everyone,
    userIds,
    roleIds,
  });
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
