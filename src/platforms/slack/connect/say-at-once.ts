import { problemPost } from '../../../post/problem-post.ts';
import type { Post } from '../../../post/post.ts';
import { progressPost } from '../../../post/progress-post.ts';
import type { Accepted } from '../../../ports/core.ts';
import type { Request, Source } from '../../../ports/request.ts';
import type { SlackMessage } from '../render/render-post.ts';
import type { Block } from '../render/slack-block.ts';

/** What became of a request; `busy` where it could not be written down in time. */
export type Taken = Accepted | { readonly status: 'busy' };

export const BUSY = problemPost({ code: 'too-busy' });

/** What the person is told at once: a sign of life where an answer will come, or the answer itself. */
export function sayAtOnce(request: Request, taken: Taken): Post | undefined {
  if (taken.status === 'busy') return BUSY;
  if (taken.status === 'answered') return taken.post;
  if (taken.status === 'repeated') return undefined;
  if (request.kind === 'digest' && (request.ask.kind === 'preview' || request.ask.kind === 'run'))
    // All its feeds are read first.
    return progressPost([request.ask.name]);
  if (request.kind !== 'summarize') return undefined;
  return progressPost(request.sources.flatMap(nameOf));
}

function nameOf(source: Source): readonly string[] {
  if (source.kind === 'file') return [source.file.name];
  return source.kind === 'link' ? [URL.parse(source.url)?.hostname ?? source.url] : [];
}

/** The body of an acknowledgement, for the person alone: https://docs.slack.dev/interactivity/implementing-slash-commands */
export interface SpokenAck {
  readonly response_type: 'ephemeral';
  readonly text: string;
  readonly blocks: Block[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/** Acknowledges a command, with what the person alone is to see. */
export type AckCommand = (body?: SpokenAck) => Promise<void>;

export function asAck({ text, blocks }: SlackMessage): SpokenAck {
  return {
    response_type: 'ephemeral',
    text,
    blocks: [...blocks],
    unfurl_links: false,
    unfurl_media: false,
  };
}
