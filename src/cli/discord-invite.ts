/** The least that everything on Discord needs: https://discord.com/developers/docs/topics/permissions */
export const discordPermissions = [
  { name: 'View Channels', bit: 10n },
  { name: 'Send Messages', bit: 11n },
  { name: 'Embed Links', bit: 14n },
  { name: 'Read Message History', bit: 16n },
  { name: 'Create Public Threads', bit: 35n },
  { name: 'Send Messages in Threads', bit: 38n },
] as const;

export interface DiscordInvite {
  /** For servers: the bot becomes a member. */
  readonly server: string;
  /** For one person, who then has the commands everywhere. */
  readonly user: string;
}

const AUTHORIZE = 'https://discord.com/oauth2/authorize';

/** The links by which an application is added: https://discord.com/developers/docs/topics/oauth2 */
export function discordInvite(applicationId: string): DiscordInvite {
  const permissions = discordPermissions.reduce((all, { bit }) => all | (1n << bit), 0n);
  const start = `${AUTHORIZE}?client_id=${applicationId}`;
  return {
    server: `${start}&integration_type=0&permissions=${permissions.toString()}&scope=bot+applications.commands`,
    user: `${start}&integration_type=1&scope=applications.commands`,
  };
}

/** The id of the application that a bot token is for: its first part is the id in base64. */
export function findApplicationId(token: string): string | undefined {
  const id = Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('latin1');
  return isApplicationId(id) ? id : undefined;
}

/** Whether it is a number as Discord gives them. */
export function isApplicationId(text: string): boolean {
  return /^\d{15,22}$/u.test(text);
}
