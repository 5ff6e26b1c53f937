import { Command, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import type { BatchOptions } from './batch-command.ts';
import { printable } from '../post/printable.ts';
import type { FormOptions } from './answer-source.ts';
import type { CliIo } from './cli-io.ts';
import type { DigestListOptions } from './digest-list-command.ts';
import type { DigestPreviewOptions } from './digest-preview-command.ts';
import type { DoctorOptions } from './doctor-command.ts';
import { helpTexts } from './program-help.ts';
import { options } from './program-options.ts';
import type { ReadOptions } from './read-command.ts';
import type { SetupDiscordOptions, SetupSlackOptions } from './setup-command.ts';
import type { SummarizeOptions } from './summarize-command.ts';

/** What the commands do when they are called. */
export interface Actions {
  summarize(source: string, options: SummarizeOptions): Promise<void>;
  quotes(source: string, options: FormOptions): Promise<void>;
  read(source: string, options: ReadOptions): Promise<void>;
  batch(options: BatchOptions): Promise<void>;
  setupDiscord(options: SetupDiscordOptions): Promise<void>;
  setupSlack(options: SetupSlackOptions): Promise<void>;
  doctor(options: DoctorOptions): Promise<void>;
  start(): Promise<void>;
  chat(): Promise<void>;
  digestList(options: DigestListOptions): Promise<void>;
  digestPreview(name: string | undefined, options: DigestPreviewOptions): Promise<void>;
  digestRun(name: string): Promise<void>;
}

/** The commands, their options and their help. Throws commander's errors and ends nothing by itself. */
export function buildProgram({ stdout, stderr }: CliIo, actions: Actions): Command {
  const program = new Command('nutgraf')
    .description(
      'Turns an article into a few bullets and its key quotes: any link, file or pasted page.',
    )
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
    .addHelpText('after', helpTexts.program);
  addSummarize(program, actions);
  addQuotes(program, actions);
  addRead(program, actions);
  addBatch(program, actions);
  addStart(program, actions);
  addChat(program, actions);
  addDigest(program, actions);
  addSetup(program, actions);
  addDoctor(program, actions);
  return program;
}

const SOURCE_HELP = 'a link (https://…), a file, or - for standard input';

function addSummarize(program: Command, actions: Actions): void {
  program
    .command('summarize')
    .summary('print what an article says: a few bullets and its key quotes')
    .description(
      'Prints what the article says that a link, a file or standard input holds: a few bullets and the key quotes with their speakers. Every word stands in the article.\nIt takes web pages, PDF, Markdown, plain text and whole pages that were selected and copied.',
    )
    .argument('<source>', SOURCE_HELP)
    .addOption(options.length())
    .addOption(options.quotes())
    .addOption(options.json('{"article", "quotes", "summary"}'))
    .addOption(options.markdown())
    .addOption(new Option('--explain', 'also print what was weighed and what became of it'))
    .addHelpText('after', helpTexts.summarize)
    .action((source: string, given: SummarizeOptions) => actions.summarize(source, given));
}

function addQuotes(program: Command, actions: Actions): void {
  program
    .command('quotes')
    .summary('print every direct quote of an article, with who said it')
    .description(
      'Prints every direct quote of the article that a link, a file or standard input holds, with its speaker and what the article says that the speaker is.',
    )
    .argument('<source>', SOURCE_HELP)
    .addOption(options.json('{"article", "quotes"}'))
    .addOption(options.markdown())
    .addHelpText('after', helpTexts.quotes)
    .action((source: string, given: FormOptions) => actions.quotes(source, given));
}

function addRead(program: Command, actions: Actions): void {
  program
    .command('read')
    .summary('print the article that a link, a file or standard input holds')
    .description(
      'Prints the article that a link, a file or standard input holds: title, site, authors, date, minutes to read and the text.\nIt reads web pages, PDF, Markdown, plain text and whole pages that were selected and copied.',
    )
    .argument('<source>', SOURCE_HELP)
    .addOption(options.json('{"article"}'))
    .addOption(options.markdown())
    .addOption(new Option('--explain', 'also print what was cut from the page and by which rule'))
    .addHelpText('after', helpTexts.read)
    .action((source: string, given: ReadOptions) => actions.read(source, given));
}

function addBatch(program: Command, actions: Actions): void {
  program
    .command('batch')
    .summary('summarize many: NDJSON in, NDJSON out')
    .description(
      'Reads NDJSON from standard input, one {"id", "html" or "text" or "path", "url"?, "title"?} a line, and prints a line for each, in the same order: {"id", "article", "quotes", "summary"} or {"id", "problem": {"code", "message"}}.\nAll cores work, and memory stays flat however long the stream is.',
    )
    .addOption(
      new Option('--only <part>', 'stop at the article or at its quotes').choices([
        'article',
        'quotes',
      ]),
    )
    .addOption(options.length())
    .addOption(options.quotes())
    .addOption(
      new Option('--as-text', 'keep a given text as it is: no cleaning, a paragraph a line'),
    )
    .addHelpText('after', helpTexts.batch)
    .action((given: BatchOptions) => actions.batch(given));
}

function addStart(program: Command, actions: Actions): void {
  program
    .command('start')
    .summary('start the bot on the platforms that are set up')
    .description(
      'Starts the bot on the platforms that .env or the environment sets up, and runs until it is stopped. The log goes to standard output, a JSON object a line.',
    )
    .addHelpText('after', helpTexts.start)
    .action(() => actions.start());
}

function addChat(program: Command, actions: Actions): void {
  program
    .command('chat')
    .summary('try the bot here, without any platform')
    .description(
      'Talks with the bot in this terminal as people do on a platform: a link gets its summary; “shorter”, “longer”, “quotes”, “sources” or a question are about the last one. Ctrl-D ends it.',
    )
    .addHelpText('after', helpTexts.chat)
    .action(() => actions.chat());
}

function addDigest(program: Command, actions: Actions): void {
  const digest = program
    .command('digest')
    .summary('list digests, try one, have one posted now')
    .description('Looks at the digests of the database and of the file, from beside the bot.')
    .addHelpText('after', helpTexts.digest);
  digest
    .command('list')
    .summary('print every digest, and when it comes next')
    .description(
      'Prints every digest: when and where it is posted, when it comes next, and whether it was made in chat or stands in the file. Faults of the file are named with their lines.',
    )
    .addOption(options.listJson())
    .action((given: DigestListOptions) => actions.digestList(given));
  digest
    .command('preview')
    .summary('print what would be posted now')
    .description(
      'Prints what a digest would post now; nothing is posted or written down. With --source it needs no digest, no database and no platform.',
    )
    .argument('[name]', 'a digest’s name, or platform/channel/name')
    .addOption(options.source())
    .addOption(options.stories())
    .addOption(options.digestLength())
    .addOption(options.include())
    .addOption(options.exclude())
    .addOption(new Option('--explain', 'also print why each story was chosen or left out'))
    .addOption(options.previewJson())
    .addOption(options.markdown())
    .addHelpText('after', helpTexts.digestPreview)
    .action((name: string | undefined, given: DigestPreviewOptions) =>
      actions.digestPreview(name, given),
    );
  digest
    .command('run')
    .summary('have the running bot post a digest now')
    .description(
      'Writes into the database that a digest is to be posted now, beside its schedule; the bot that runs on that database does it within a minute.',
    )
    .argument('<name>', 'a digest’s name, or platform/channel/name')
    .action((name: string) => actions.digestRun(name));
}

function addSetup(program: Command, actions: Actions): void {
  const setup = program
    .command('setup')
    .summary('say step by step how the bot is set up on Discord or Slack')
    .description('Says step by step how the bot is set up on a platform.')
    .addHelpText('after', helpTexts.setup);
  setup
    .command('discord')
    .summary('print the steps and the invite links')
    .description(
      'Prints the steps on Discord’s developer portal and the links by which the bot is added, with the least permissions that everything needs.',
    )
    .addOption(options.applicationId())
    .action((given: SetupDiscordOptions) => actions.setupDiscord(given));
  setup
    .command('slack')
    .summary('print the steps and the app manifest')
    .description('Prints the steps on Slack’s pages and the app manifest to paste there.')
    .addOption(options.url())
    .addOption(options.manifest())
    .action((given: SetupSlackOptions) => actions.setupSlack(given));
}

function addDoctor(program: Command, actions: Actions): void {
  program
    .command('doctor')
    .summary('look whether everything is set up right, and say how to mend what is not')
    .description(
      'Looks at the settings, the database, the clock and the platforms. ✓ works; ✗ does not, with how it is mended and what goes without until then; ? nobody but you can see.',
    )
    .addOption(options.checksJson())
    .addHelpText('after', helpTexts.doctor)
    .action((given: DoctorOptions) => actions.doctor(given));
}

function helpColumns(columns: number | undefined): number {
  return Math.min(columns === undefined || columns === 0 ? 80 : columns, 100);
}
