import type { DiscordServer } from '../../protocol/discord/start-discord-server.ts';

/** Starts a thread from a message; it has the message's id. */
export async function startThread(server: DiscordServer, message: string): Promise<{ id: string }> {
  const path = `channels/${server.channel.id}/messages/${message}/threads`;
  const answer = await fetch(`${server.apiUrl}/v10/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bot ${server.token}`,
      'content-type': 'application/json',
      'user-agent': 'DiscordBot (https://herald.example, 1)',
    },
    body: JSON.stringify({ name: 'about the mill' }),
  });
  if (!answer.ok) throw new Error(`no thread: ${answer.status}`);
  return { id: message };
}
