import { describe, expect, it } from '@jest/globals';
import { mayCarryToken } from '../../../../src/platforms/slack/read/may-carry-token.ts';

const may = (url: string, api?: string) => mayCarryToken(new URL(url), api);

describe('the token', () => {
  it('goes to the API and to the host of files', () => {
    expect(may('https://files.slack.com/files-pri/x')).toBe(true);
    expect(may('https://slack.com/files/x')).toBe(true);
    expect(may('https://files.slack-gov.com/x', 'https://slack-gov.com/api/')).toBe(true);
    expect(may('http://127.0.0.1:4000/files-pri/x', 'http://127.0.0.1:3000/api/')).toBe(true);
  });

  it.each([
    'http://files.slack.com/x',
    'https://files.slack.com.evil.example/x',
    'https://evil.example/files.slack.com',
    'https://files.slack.com@evil.example/x',
    'https://u:p@files.slack.com/x',
    'https://slack-files.com/x',
    'ftp://files.slack.com/x',
  ])('does not go to %s', (url) => {
    expect(may(url)).toBe(false);
  });
});
