import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { AddressInfo } from 'node:net';
import { silentLogger } from './silent-logger.ts';
import type { SlackServer } from './start-slack-server.ts';

export interface BoltApp {
  readonly app: App;
  stop(): Promise<void>;
}

const retryConfig = { retries: 0 };

/**
 * A real Bolt app that talks to the server in its mode; `listen` adds the listeners before it starts. Each client gets
 * options of its own, because Socket Mode changes those that it is given. Reconnects after 100 ms, not 5 s.
 */
export async function startBoltApp(
  server: SlackServer,
  listen: (app: App) => void,
  mode: 'socket' | 'http' = 'socket',
): Promise<BoltApp> {
  const optionsOf = () => ({ slackApiUrl: server.apiUrl, retryConfig, timeout: 5000 });
  const receiver =
    mode === 'http'
      ? new HTTPReceiver({
          signingSecret: server.signingSecret,
          port: 0,
          logger: silentLogger,
          unhandledRequestTimeoutMillis: 500,
        })
      : new SocketModeReceiver({
          appToken: server.appToken,
          logger: silentLogger,
          clientPingTimeout: 100,
          installerOptions: { clientOptions: optionsOf() },
        });
  const clientOptions = optionsOf();
  const app = new App({ token: server.botToken, receiver, clientOptions, logger: silentLogger });
  listen(app);
  const started: unknown = await app.start(
    ...(mode === 'http' ? [{ port: 0, host: '127.0.0.1' }] : []),
  );
  if (mode === 'http') {
    const { port } = (started as { address(): AddressInfo }).address();
    await server.useRequestUrl(`http://127.0.0.1:${port}/slack/events`);
  } else {
    await server.connected();
  }
  return {
    app,
    async stop() {
      await app.stop();
    },
  };
}
