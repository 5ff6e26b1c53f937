import { afterEach, describe, expect, it } from '@jest/globals';
import { leastScopes } from '../../../protocol/slack/slack-options.ts';
import { startSlackServer } from '../../../protocol/slack/start-slack-server.ts';
import { createFakeLog } from '../../fake-core.ts';
import { createTestSlack, startSlack, type Started } from '../start-slack.ts';

const signal = () => AbortSignal.timeout(8000);
let bot: Started;
afterEach(() => bot.stop());

describe('doctor', () => {
  it('names every missing scope with what goes without it, and what no bot can see', async () => {
    bot = await startSlack({ messageEvents: false });
    const checks = await bot.slack.check(signal());
    const of = (status: string) =>
      checks.filter(({ outcome }) => outcome.status === status).map(({ what }) => what);
    expect(of('good')).toEqual(['Slack: SLACK_BOT_TOKEN', 'Slack: channels', 'Slack: SLACK_APP_TOKEN']); // prettier-ignore
    expect(of('bad')).toEqual(['Slack: scope channels:history', 'Slack: scope groups:history']);
    expect(of('unseen')).toEqual(['Slack: events', 'Slack: commands and the menu of messages']);
  });

  it('says how a token is mended, and that a signing secret cannot be seen', async () => {
    bot = await startSlack({ scopes: leastScopes });
    const log = createFakeLog();
    const wrong = createTestSlack(bot.server, { log, mode: 'http', token: 'xoxb-wrong' });
    const checks = await wrong.check(signal());
    expect(checks[0]).toMatchObject({
      outcome: { status: 'bad', mend: expect.stringContaining('SLACK_BOT_TOKEN') },
    });
    expect(checks.map(({ what }) => what)).toContain('Slack: SLACK_SIGNING_SECRET');
  });

  it('tells a network that is silent from a token that is wrong', async () => {
    bot = await startSlack();
    const gone = await startSlackServer();
    const slack = createTestSlack(gone, { log: createFakeLog(), mode: 'socket' });
    await gone.close();
    const [first] = await slack.check(signal());
    expect(first).toMatchObject({
      outcome: { status: 'bad', mend: expect.stringContaining('does not answer') },
    });
  });
});
