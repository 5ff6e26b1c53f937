import { once } from 'node:events';
import type { ClientOptions } from 'discord.js';
import { Client, GatewayIntentBits, Partials } from 'discord.js';
import { startDiscordServer } from './start-discord-server.ts';
import type { DiscordServer, DiscordServerOptions } from './start-discord-server.ts';

export interface Connected {
  readonly server: DiscordServer;
  readonly client: Client<true>;
  readonly close: () => Promise<void>;
}

export interface ConnectOptions extends DiscordServerOptions {
  readonly client?: Partial<ClientOptions>;
}

const intents = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
];

/** A server and the real client at it, ready. Commands and listeners are the test's own. */
export async function connectClient(options: ConnectOptions = {}): Promise<Connected> {
  const server = await startDiscordServer(options);
  const content = options.messageContent === true ? [GatewayIntentBits.MessageContent] : [];
  const client = new Client({
    intents: [...intents, ...content],
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [] },
    // The library would wait 5 s before it identifies a second time, as Discord asks for; this server does not.
    ws: {
      buildIdentifyThrottler: () => Promise.resolve({ waitForIdentify: () => Promise.resolve() }),
    },
    ...options.client,
    rest: { api: server.apiUrl, ...options.client?.rest },
  });
  const ready = once(client, 'clientReady');
  await client.login(server.token);
  await ready;
  if (!client.isReady()) throw new Error('The client is not ready.');
  return {
    server,
    client,
    close: async () => {
      await client.destroy();
      await server.close();
    },
  };
}
