import { InvalidArgumentError, Option } from 'commander';
import { isApplicationId } from './discord-invite.ts';

/** More key quotes than this are no summary; `nutgraf quotes` prints them all. */
const MAX_QUOTES = 20;

/** Options that several commands have; a new one each time, since a command keeps state in its own. */
export const options = {
  json: (shape: string) =>
    new Option('--json', `print JSON: ${shape} or {"problem": {"code", "message"}}`).conflicts(
      'markdown',
    ),
  markdown: () => new Option('--markdown', 'print Markdown'),
  length: () =>
    new Option('--length <length>', 'how much a summary tells')
      .choices(['brief', 'standard', 'detailed'])
      .default('standard'),
  quotes: () =>
    new Option(
      '--quotes <number>',
      'how many key quotes at most, 0 for none (default: 1, 2 or 4, as the length is)',
    ).argParser(parseQuoteCount),
  listJson: () => new Option('--json', 'print JSON: {"digests", "faults"}'),
  previewJson: () =>
    new Option('--json', 'print JSON: {"digest", "post", "sources" or "explanation"}').conflicts(
      'markdown',
    ),
  source: () =>
    several('--source <address>', 'a feed, or a site that has one; give it again for more'),
  stories: () => new Option('--stories <number>', 'how many stories at most, 1 to 10'),
  digestLength: () =>
    new Option('--length <length>', 'how much is read of each').choices([
      'brief',
      'standard',
      'detailed',
    ]),
  include: () => several('--include <words>', 'only stories that have one of these words'),
  exclude: () => several('--exclude <words>', 'no stories that have one of these words'),
  checksJson: () => new Option('--json', 'print JSON: {"good", "checks"}'),
  applicationId: () =>
    new Option(
      '--application-id <number>',
      'the application’s id (default: the one that DISCORD_TOKEN is for)',
    ).argParser(parseApplicationId),
  url: () =>
    new Option(
      '--url <address>',
      'where Slack reaches the bot over HTTPS (default: it does not, Socket Mode is used)',
    ).argParser(parseEventsUrl),
  manifest: () => new Option('--manifest', 'print the manifest alone'),
};

/** An option that may be given again and again. */
function several(flags: string, description: string): Option {
  const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [
    ...(before ?? []),
    value,
  ];
  return new Option(flags, description).argParser(collect);
}

const EVENTS_PATH = '/slack/events';

function parseApplicationId(value: string): string {
  if (!isApplicationId(value))
    throw new InvalidArgumentError('It must be a number of 15 to 22 digits.');
  return value;
}

/** The address to which Slack sends its events, wherever below the given one that is. */
function parseEventsUrl(value: string): string {
  const url = URL.parse(value);
  if (url?.protocol !== 'https:' || url.search !== '' || url.hash !== '') {
    throw new InvalidArgumentError('It must be an address such as https://nutgraf.example.org.');
  }
  const bare = url.href.replace(/\/+$/u, '');
  return bare.endsWith(EVENTS_PATH) ? bare : `${bare}${EVENTS_PATH}`;
}

function parseQuoteCount(value: string): number {
  const count = /^\d{1,4}$/u.test(value) ? Number(value) : Infinity;
  if (count > MAX_QUOTES)
    throw new InvalidArgumentError(`It must be a whole number from 0 to ${MAX_QUOTES}.`);
  return count;
}
