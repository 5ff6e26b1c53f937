import { printable } from '../post/printable.ts';
import type { DigestFields } from '../ports/digest.ts';
import type { FormOptions } from './answer-source.ts';
import { exitCodes, write, type CliIo } from './cli-io.ts';
import { previewBlocks } from './digest-blocks.ts';
import type { DigestLook, Previewed } from './digest-look.ts';
import { renderBlocks } from './render-blocks.ts';
import { jsonLine } from './render-json.ts';
import { startSpinner } from './spinner.ts';

export interface DigestPreviewOptions extends FormOptions {
  readonly source?: readonly string[];
  readonly stories?: string;
  readonly length?: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly explain?: boolean;
}

export interface DigestPreview {
  readonly look: DigestLook;
  readonly name: string | undefined;
  readonly options: DigestPreviewOptions;
}

/** `nutgraf digest preview`: what would be posted now, and with `--explain` why. Resolves to the exit code. */
export async function runDigestPreview(
  io: CliIo,
  { look, name, options }: DigestPreview,
): Promise<number> {
  if ((name === undefined) === (options.source === undefined)) {
    await write(
      io.stderr,
      'Name a digest, or give sources with --source: one of the two.\n',
      io.signal,
    );
    return exitCodes.wrongUsage;
  }
  const spinner = startSpinner(io, 'Reading feeds and articles');
  let previewed: Previewed;
  try {
    const named = name === undefined ? {} : { name };
    previewed = await look.preview({ ...named, fields: fieldsOf(options) }, io.signal);
  } finally {
    spinner.stop();
  }
  if (previewed.status === 'refused') {
    const lines = previewed.sentences.map((sentence) => `${printable(sentence)}\n`).join('');
    await write(io.stderr, lines, io.signal);
    return exitCodes.failed;
  }
  const isExplained = options.explain === true;
  const text =
    options.json === true
      ? jsonLine(previewJson(previewed, isExplained))
      : renderBlocks(previewBlocks(previewed, { isExplained }), options, io);
  await write(io.stdout, text, io.signal);
  return previewed.hasFeed ? exitCodes.done : exitCodes.failed;
}

function fieldsOf(options: DigestPreviewOptions): DigestFields {
  const { source, stories, length, include, exclude } = options;
  return {
    ...(source === undefined ? {} : { source: source.join('\n') }),
    ...(stories === undefined ? {} : { stories }),
    ...(length === undefined ? {} : { length }),
    ...(include === undefined ? {} : { include: include.join(', ') }),
    ...(exclude === undefined ? {} : { exclude: exclude.join(', ') }),
  };
}

function previewJson(
  { name, post, isSilent, next, explanation }: Extract<Previewed, { readonly status: 'made' }>,
  isExplained: boolean,
) {
  const { sources } = explanation;
  return {
    digest: { name, next },
    ...(isSilent ? {} : { post: { sections: post.sections } }),
    ...(isExplained ? { explanation } : { sources }),
  };
}
