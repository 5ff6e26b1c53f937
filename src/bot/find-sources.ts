import type { BotProblem } from '../post/bot-problem.ts';
import type { ChatPlatform, LookedUp } from '../ports/chat-platform.ts';
import type { Source } from '../ports/request.ts';

/** What can be read as it is. */
export type ReadableSource = Exclude<Source, { readonly kind: 'message' }>;

export type FoundSources =
  | { readonly status: 'found'; readonly sources: readonly ReadableSource[] }
  | { readonly status: 'failed'; readonly problem: BotProblem };

const MAX_SOURCES = 3;

/** The sources of a request; a message that was pointed at is looked up, and its first one is meant. */
export async function findSources(
  sources: readonly Source[],
  platform: ChatPlatform,
  signal: AbortSignal,
): Promise<FoundSources> {
  const readable: ReadableSource[] = [];
  for (const source of sources.slice(0, MAX_SOURCES)) {
    if (source.kind !== 'message') {
      readable.push(source);
      continue;
    }
    const looked = await platform.lookUp(source.message, signal);
    if (looked.status === 'failed') return { status: 'failed', problem: problemOf(looked) };
    const first = looked.sources.find((one): one is ReadableSource => one.kind !== 'message');
    if (first !== undefined) readable.push(first);
  }
  if (readable.length === 0) return { status: 'failed', problem: { code: 'nothing-to-read' } };
  return { status: 'found', sources: readable };
}

function problemOf({ because }: Extract<LookedUp, { readonly status: 'failed' }>): BotProblem {
  return { code: because === 'content-withheld' ? 'message-withheld' : 'message-gone' };
}
