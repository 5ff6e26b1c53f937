import { Command, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import type { BatchOptions } from './batch-command.ts';
import { printable } from '../post/printable.ts';
import type { CliIo } from './cli-io.ts';
import type { ReadOptions } from './read-command.ts';

/** What the commands do when they are called. */
export interface Actions {
  read(source: string, options: ReadOptions): Promise<void>;
  batch(options: BatchOptions): Promise<void>;
}

/** The commands, their options and their help. Throws commander's errors and ends nothing by itself. */
export function buildProgram({ stdout, stderr }: CliIo, actions: Actions): Command {
  const program = new Command('nutgraf')
    .description('Reads an article out of any link, file or pasted page.')
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text.split('\n').map(printable).join('\n')),
      getOutHelpWidth: () => helpColumns(stdout.columns),
      getErrHelpWidth: () => helpColumns(stderr.columns),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showHelpAfterError('(nutgraf --help says how it goes)')
    .addHelpText('after', PROGRAM_EXAMPLES);
  addRead(program, actions);
  addBatch(program, actions);
  return program;
}

function addRead(program: Command, actions: Actions): void {
  program
    .command('read')
    .summary('print the article that a link, a file or standard input holds')
    .description(
      'Prints the article that a link, a file or standard input holds: title, site, authors, date, minutes to read and the text.\nIt reads web pages, PDF, Markdown, plain text and whole pages that were selected and copied.',
    )
    .argument('<source>', 'a link (https://…), a file, or - for standard input')
    .addOption(
      new Option(
        '--json',
        'print JSON: {"article": …} or {"problem": {"code", "message"}}',
      ).conflicts('markdown'),
    )
    .addOption(new Option('--markdown', 'print Markdown'))
    .addOption(new Option('--explain', 'also print what was cut from the page and by which rule'))
    .addHelpText('after', READ_EXAMPLES)
    .action((source: string, options: ReadOptions) => actions.read(source, options));
}

function addBatch(program: Command, actions: Actions): void {
  program
    .command('batch')
    .summary('read many articles: NDJSON in, NDJSON out')
    .description(
      'Reads NDJSON from standard input, one {"id", "html" or "text" or "path", "url"?, "title"?} a line, and prints a line for each, in the same order: {"id", "article"} or {"id", "problem": {"code", "message"}}.\nAll cores work, and memory stays flat however long the stream is.',
    )
    .addOption(new Option('--only <part>', 'stop at this part').choices(['article']))
    .addOption(
      new Option('--as-text', 'keep a given text as it is: no cleaning, a paragraph a line'),
    )
    .addHelpText('after', BATCH_EXAMPLES)
    .action((options: BatchOptions) => actions.batch(options));
}

function helpColumns(columns: number | undefined): number {
  return Math.min(columns === undefined || columns === 0 ? 80 : columns, 100);
}

const EXIT_CODE_HELP = `
Exit code: 0 done, 1 it could not be read (the reason is on stderr), 2 wrong usage, 130 stopped with Ctrl-C.`;

const PROGRAM_EXAMPLES = `
Examples:
  nutgraf read https://example.org/harbour-opens
  nutgraf read saved-page.html --explain
  nutgraf batch < pages.ndjson > articles.ndjson
${EXIT_CODE_HELP}`;

const READ_EXAMPLES = `
Examples:
  nutgraf read https://example.org/harbour-opens
  nutgraf read report.pdf --markdown > report.md
  nutgraf read page.html --json
  pbpaste | nutgraf read -
${EXIT_CODE_HELP}`;

const BATCH_EXAMPLES = `
Examples:
  nutgraf batch < pages.ndjson > articles.ndjson
  echo '{"id": 1, "path": "page.html"}' | nutgraf batch --only article
  nutgraf batch --as-text < texts.ndjson
${EXIT_CODE_HELP}`;
