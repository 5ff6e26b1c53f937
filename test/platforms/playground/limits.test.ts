import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeFolder } from '../../cli/temp-folder.ts';
import { openPage } from './open-page.ts';
import { startBot } from './start-bot.ts';

const settings = 'bot:\n  limits:\n    requestsPerPersonAnHour: 2\n    requestsPerPlaceADay: 3\n';
const password = 'tide and mooring';
const headers = { authorization: `Basic ${Buffer.from(`me:${password}`).toString('base64')}` };
let folder: ReturnType<typeof makeFolder>;

beforeEach(() => {
  folder = makeFolder({ 'mine.yaml': settings });
});
afterEach(() => folder.remove());

/** The last of four answers. */
async function askFourTimes(
  env: Readonly<Record<string, string>>,
  options: Parameters<typeof openPage>[1] = {},
): Promise<string> {
  const bot = await startBot(folder.path, { NUTGRAF_CONFIG: 'mine.yaml', ...env });
  const page = await openPage(bot.address, options);
  let answer = '';
  for (const text of ['one', 'two', 'three', 'four']) answer = await page.ask(`/summarize ${text}`);
  await page.close();
  await bot.stop();
  return answer;
}

describe('how much may be asked of the playground', () => {
  it('is not limited where nobody but its owner gets to it', async () => {
    expect(await askFourTimes({})).not.toContain('ask again in');
  });

  it('is limited where others do, and the setting is named', async () => {
    const answer = await askFourTimes({ PLAYGROUND_PASSWORD: password }, { headers });
    expect(answer).toContain('bot.limits.requestsPerPersonAnHour');
  });
});
