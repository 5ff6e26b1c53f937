// A browser for the tests, in a process of its own: it writes to standard output where it can be reached, and ends with
// its standard input.
import { chromium } from 'playwright-core';
import { findBrowser } from './open-browser.ts';

const { launch, discard } = await findBrowser(process.env);
try {
  const server = await chromium.launchServer(launch);
  process.stdout.write(`${server.wsEndpoint()}\n`);
  process.stdin.resume();
  await new Promise((resolve) => process.stdin.once('end', resolve));
  await server.close();
} finally {
  discard();
}
