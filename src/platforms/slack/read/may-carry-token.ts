/** Where the Web API is unless it is set: https://docs.slack.dev/apis/web-api */
export const SLACK_API_URL = 'https://slack.com/api/';

/**
 * Whether the bot's token may go to an address: to the API's own host, which may serve files from another port, and to
 * Slack's host for files; never without encryption where the API has it.
 */
export function mayCarryToken(url: URL, apiUrl: string = SLACK_API_URL): boolean {
  const api = URL.parse(apiUrl);
  if (api === null || url.username !== '' || url.password !== '') return false;
  const isAsSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && api.protocol === 'http:');
  const domain = api.hostname.replace(/^www\./u, '');
  return isAsSafe && [api.hostname, `files.${domain}`, 'files.slack.com'].includes(url.hostname);
}
