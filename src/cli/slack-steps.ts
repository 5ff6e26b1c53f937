/** How Slack reaches the bot, as the steps need it. */
export type SlackReach = 'socket' | 'http';

/** How Nutgraf is set up on Slack, step by step; `manifest` is the app manifest as JSON. */
export function slackSteps(reach: SlackReach, manifest: string): string {
  return `Nutgraf on Slack, ${reach === 'socket' ? 'over Socket Mode: it needs no address of its own' : 'over HTTP'}

1. Open https://api.slack.com/apps, press “Create New App”, then “From a manifest”, and choose your workspace.
2. Choose JSON, put the manifest below in the place of what stands there, and press “Next” and “Create”.
${reach === 'socket' ? SOCKET_STEP : HTTP_STEP}
4. Install App: press “Install to Workspace” and allow it. Copy the “Bot User OAuth Token” (xoxb-…) into .env as
   SLACK_BOT_TOKEN.
5. “nutgraf doctor” says whether all of it is right; “npm start” starts the bot.
${reach === 'socket' ? '' : VERIFY_STEP}${reach === 'socket' ? '6' : '7'}. Type “/invite @Nutgraf” in the channels where it shall hear mentions and answer in threads. Commands and the menu
   of messages work everywhere.

${manifest}
`;
}

const SOCKET_STEP = `3. Basic Information → App-Level Tokens: press “Generate Token and Scopes”, add connections:write, press “Generate” and
   copy the token (xapp-…) into .env as SLACK_APP_TOKEN.`;

const HTTP_STEP = `3. Basic Information → App Credentials: copy the “Signing Secret” into .env as SLACK_SIGNING_SECRET, and set PORT to
   the port to which HTTPS requests for your address are passed on.`;

const VERIFY_STEP = `6. Event Subscriptions: while the bot runs, press “Retry” beside the Request URL until it is “Verified”, and save.
`;
