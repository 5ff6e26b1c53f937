/** Who the app under test is in the invented workspace. The tokens have the form of Slack's and open nothing. */
export const identity = {
  teamId: 'T0NUTHALL',
  teamDomain: 'nuthall-courier',
  teamName: 'Nuthall Courier',
  appId: 'A0NUTGRAF',
  botUserId: 'U0NUTGRAF',
  botId: 'B0NUTGRAF',
  botName: 'nutgraf',
  botToken: ['xoxb', '100200300400', '500600700800', 'inventedForTests'].join('-'),
  appToken: ['xapp', '1', 'A0NUTGRAF', '900', 'inventedForTests'].join('-'),
  signingSecret: '5ecre70f7e575000000000000000cafe',
  verificationToken: 'oldVerificationToken',
} as const;
