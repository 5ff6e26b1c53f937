import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

export interface ConnectedBrowser {
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

const script = path.resolve(import.meta.dirname, '../../../scripts/serve-browser.ts');

/** A real Chromium, in a process of its own. */
export async function connectBrowser(): Promise<ConnectedBrowser> {
  const server = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(server, 'exit');
  const lines = createInterface({ input: server.stdout });
  const [address] = (await Promise.race([
    once(lines, 'line'),
    ended.then(() => Promise.reject(new Error('the browser does not start'))),
  ])) as [string];
  const browser = await chromium.connect(address);
  return {
    browser,
    async close() {
      await browser.close();
      server.stdin.end();
      await ended;
    },
  };
}
