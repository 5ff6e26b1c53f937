import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composePlayground } from '../../../src/compose-playground.ts';
import { loadBotConfig } from '../../../src/config/load-bot-config.ts';
import { renderPost as renderForDiscord } from '../../../src/platforms/discord/render/render-post.ts';
import { PLAYGROUND } from '../../../src/platforms/playground/address.ts';
import type { BotMessage, Message } from '../../../src/platforms/playground/message.ts';
import { renderPost as renderForSlack } from '../../../src/platforms/slack/render/render-post.ts';
import { systemClock } from '../../../src/ops/system-clock.ts';
import { makeFolder } from '../../cli/temp-folder.ts';
import { describeOwnPosts, describePlatform } from '../contract.ts';
import { createFakeCore, createFakeLog } from '../fake-core.ts';
import { textOf } from './open-page.ts';

let keys = 0;

async function start(folder: string) {
  const loaded = loadBotConfig({ env: { PLAYGROUND_PORT: '0' }, cwd: folder });
  if (loaded.status === 'faulty') throw new Error(JSON.stringify(loaded.faults));
  const log = createFakeLog();
  const platform = composePlayground(loaded.config, {
    store: () => {
      throw new Error('nobody asks for articles here');
    },
    isClosing: () => false,
    clock: systemClock,
    log,
    newKey: () => {
      keys += 1;
      return `key${String(keys).padStart(19, '0')}`;
    },
  });
  if (platform === undefined) throw new Error('it is off');
  await platform.start(createFakeCore());
  return { platform, log };
}

function messagesIn(folder: string): readonly BotMessage[] {
  const file = join(folder, 'data/playground/channel.json');
  const kept = JSON.parse(readFileSync(file, 'utf8')) as { readonly messages: readonly Message[] };
  return kept.messages.filter((one) => one.by === 'bot');
}

/** What it says, in as many messages as it would be on the platform on which it is most. */
function textsOf(message: BotMessage): readonly string[] {
  const { post, key } = message;
  const counts = [renderForDiscord(post, key).length, renderForSlack(post, { key }).length];
  return [textOf(message), ...Array.from({ length: Math.max(...counts) - 1 }, () => '')];
}

describePlatform('the playground', async () => {
  const folder = makeFolder({});
  const { platform, log } = await start(folder.path);
  return {
    platform,
    ask: () => Promise.resolve(platform.toChannel(PLAYGROUND, 0)),
    read: () => messagesIn(folder.path).map(({ post }) => textOf({ post })),
    canChange: true,
    broken: () => log.lines,
    async close() {
      await platform.stop();
      folder.remove();
    },
  };
});

describeOwnPosts('the playground', async () => {
  const folder = makeFolder({});
  const { platform, log } = await start(folder.path);
  return {
    platform,
    channel: PLAYGROUND,
    nowMs: () => systemClock.now(),
    read: () =>
      messagesIn(folder.path)
        .filter(({ below }) => below === undefined)
        .flatMap(textsOf),
    readThreads: (head) => [
      messagesIn(folder.path)
        .filter(({ below }) => below === head.id)
        .map(({ post }) => textOf({ post })),
    ],
    async startAnother() {
      const another = await start(folder.path);
      return { platform: another.platform, close: () => another.platform.stop() };
    },
    broken: () => log.lines,
    async close() {
      await platform.stop();
      folder.remove();
    },
  };
});
