import { InvalidArgumentError, Option } from 'commander';

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
};

function parseQuoteCount(value: string): number {
  const count = /^\d{1,4}$/u.test(value) ? Number(value) : Infinity;
  if (count > MAX_QUOTES)
    throw new InvalidArgumentError(`It must be a whole number from 0 to ${MAX_QUOTES}.`);
  return count;
}
