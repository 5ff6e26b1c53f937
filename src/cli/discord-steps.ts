import { discordInvite, discordPermissions } from './discord-invite.ts';

/** How Nutgraf is set up on Discord, step by step; the links are there once the application's id is known. */
export function discordSteps(applicationId: string | undefined): string {
  const names = discordPermissions.map(({ name }) => name).join(', ');
  return `Nutgraf on Discord

1. Open https://discord.com/developers/applications, press “New Application” and name it Nutgraf.
2. Bot: press “Reset Token” and copy the token into .env as DISCORD_TOKEN. Discord shows it only once.
3. Bot → Privileged Gateway Intents: leave all of them off. Only if the bot shall also see replies to its answers and
   the message that a mention replies to, switch “Message Content Intent” on and put DISCORD_MESSAGE_CONTENT=true into
   .env.
4. Installation → Installation Contexts: tick “User Install” and “Guild Install”.
5. Installation → Default Install Settings: for “User Install” choose the scope applications.commands; for “Guild
   Install” the scopes applications.commands and bot, and these permissions, no more. Then save.
   ${names}
${inviteSteps(applicationId)}
8. “nutgraf doctor” says whether all of it is right; “npm start” starts the bot, which registers its commands itself.
`;
}

function inviteSteps(applicationId: string | undefined): string {
  if (applicationId === undefined) {
    return `6. Run “nutgraf setup discord” again once DISCORD_TOKEN stands in .env (or now with --application-id and the number
   under General Information → Application ID): it then prints the two links by which the bot is added.
7. Open the links that you want.`;
  }
  const { server, user } = discordInvite(applicationId);
  return `6. Add it to a server (you need “Manage Server” there):
   ${server}
7. Add it to yourself, so that its commands are there wherever you are:
   ${user}`;
}
