import { describe, expect, it } from '@jest/globals';
import { createBoltLogger } from '../../../../src/platforms/slack/connect/bolt-logger.ts';
import { createFakeLog } from '../../fake-core.ts';

describe('what Bolt logs', () => {
  it('goes into our log, its debug lines left out', () => {
    const log = createFakeLog();
    const logger = createBoltLogger(log);
    logger.debug('a whole message');
    logger.info('hello');
    logger.warn('http request failed', 'no route');
    logger.error(new Error('broken'));
    expect(log.lines).toEqual([
      'debug hello {"from":"bolt"}',
      'warn http request failed no route {"from":"bolt"}',
      'warn Error: broken {"from":"bolt"}',
    ]);
  });

  it.each([
    ['Bearer xoxb-1-2-abcDEF', 'Bearer [secret]'],
    ['xoxe.xoxp-1-abc refused', '[secret] refused'],
    ['xapp-1-A0-9-abc', '[secret]'],
    [
      'wss://wss.slack.com/link/?ticket=12-ab&app_id=A',
      'wss://wss.slack.com/link/?[secret]&app_id=A',
    ],
    ['to https://hooks.slack.com/commands/T0/1/x', 'to [secret]'],
  ])('never holds a secret: %s', (said, told) => {
    const log = createFakeLog();
    createBoltLogger(log).warn(said);
    expect(log.lines).toEqual([`warn ${told} {"from":"bolt"}`]);
  });
});
