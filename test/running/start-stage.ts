import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { eelPage } from '../bot/eel-page.ts';
import { temporaryFolder } from '../store/rig.ts';

/** What a running bot needs around it besides its platform: a folder of its own, and a site to read from. */
export interface Stage {
  readonly folder: string;
  /** Settings that every bot here has. */
  readonly env: Readonly<Record<string, string>>;
  /** A page of its own with the same story; its server takes its time to answer. */
  readonly pageUrl: (name: string, pauseMs?: number) => string;
  /** The events that were ever written down. */
  readonly written: () => ReadonlySet<string>;
  /** How many of them have not ended. */
  readonly unfinished: () => number;
  readonly close: () => Promise<void>;
}

export interface StageOptions {
  /** The bot's own limits: whoever asks for much would be told to come back. */
  readonly limits?: 'lifted' | 'default';
  /** Writes the page of a name; all tell the same short story where it is left out. */
  readonly renderPage?: (name: string) => string | Buffer;
}

const LIFTED = `bot:
  limits:
    requestsPerPersonAnHour: none
    requestsPerPlaceADay: none
    waitingPerPerson: none
    waiting: none
`;

export async function startStage(options: StageOptions = {}): Promise<Stage> {
  const { limits = 'lifted', renderPage = () => eelPage } = options;
  const folder = temporaryFolder();
  const config = join(folder.path, 'lifted.yaml');
  const database = join(folder.path, 'bot.db');
  writeFileSync(config, limits === 'lifted' ? LIFTED : '{}\n');
  const site = createServer((request, response) => {
    const [, pause = '0', name = ''] = /^\/eels\/(\d+)\/(.*)/u.exec(request.url ?? '') ?? [];
    void sleep(Number(pause)).then(() => {
      response.setHeader('content-type', 'text/html').end(renderPage(name));
    });
  });
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  const host = `127.0.0.1:${(site.address() as AddressInfo).port}`;
  const rows = (query: string) => {
    const opened = new DatabaseSync(database, { readOnly: true });
    try {
      return opened.prepare(query).all();
    } finally {
      opened.close();
    }
  };
  return {
    folder: folder.path,
    env: {
      DATABASE_URL: database,
      NUTGRAF_ALLOW_PRIVATE_HOSTS: host,
      NUTGRAF_CONFIG: config,
    },
    pageUrl: (name, pauseMs = 0) => `http://${host}/eels/${Math.round(pauseMs)}/${name}`,
    written: () =>
      new Set(rows('select event_id from requests').map((row) => String(row['event_id']))),
    unfinished: () => rows("select key from requests where status = 'open'").length,
    async close() {
      site.closeAllConnections();
      site.close();
      await once(site, 'close');
      folder.remove();
    },
  };
}
