import {
  leftOutInWords,
  worthInWords,
  type DigestExplanation,
  type ExplainedStory,
} from '../post/digest/digest-explanation.ts';
import { shortened, printableBlocks, type Block } from '../platforms/terminal/block.ts';
import { postBlocks } from '../platforms/terminal/post-blocks.ts';
import type { SourceState } from '../ports/digest-store.ts';
import type { Previewed } from './digest-look.ts';

type Made = Extract<Previewed, { readonly status: 'made' }>;

/** More than these nobody reads; `--json` has them all. */
const MAX_LEFT_OUT = 50;

/** What would be posted, when it comes next, and why it is as it is. */
export function previewBlocks(
  { post, isSilent, hasFeed, next, explanation }: Made,
  { isExplained }: { readonly isExplained: boolean },
): readonly Block[] {
  return [
    ...postBlocks(post),
    ...printableBlocks([
      ...(isSilent
        ? [
            {
              role: 'note',
              text: hasFeed ? SILENT : 'No source can be read: nothing would be posted.',
            } as const,
          ]
        : []),
      ...(next.length === 0 ? [] : [{ role: 'heading', text: 'Next times' } as const]),
      ...next.map((text): Block => ({ role: 'bullet', text })),
      ...(isExplained ? explanationBlocks(explanation) : []),
    ]),
  ];
}

const SILENT = 'Nothing would be posted: there is nothing new, and the digest is not to say so.';

function explanationBlocks({
  stories,
  olderReports,
  sources,
}: DigestExplanation): readonly Block[] {
  const chosen = stories.filter(({ verdict }) => verdict === 'chosen');
  const left = stories.filter(({ verdict }) => verdict === 'left-out');
  const more = left.length - MAX_LEFT_OUT;
  return [
    { role: 'heading', text: 'Stories, and what became of them:' },
    ...[...chosen, ...left.slice(0, MAX_LEFT_OUT)].map(storyBlock),
    ...(more > 0 ? [{ role: 'left-out', text: `${more} more; --json has them all` } as const] : []),
    ...(olderReports > 0
      ? [{ role: 'left-out', text: `${itemsInWords(olderReports)} much too old` } as const]
      : []),
    { role: 'heading', text: 'Sources:' },
    ...sources.map(sourceBlock),
  ];
}

/** `chosen · 1.02 = fresh 0.94 × place 0.89 × … · Quay Echo, also in Eel Weekly · The title` */
function storyBlock({ title, source, alsoIn, verdict, because, worth }: ExplainedStory): Block {
  const parts = [
    because === undefined ? 'chosen' : `left out (${leftOutInWords(because)})`,
    ...(worth === undefined ? [] : [`${worth.total.toFixed(2)} = ${worthInWords(worth)}`]),
    [source, ...(alsoIn.length === 0 ? [] : [`also in ${alsoIn.join(', ')}`])].join(', '),
    title,
  ];
  return { role: verdict, text: shortened(parts.join(' · ')) };
}

function sourceBlock({ address, title, items, fault }: SourceState): Block {
  const read = itemsInWords(items);
  const state =
    fault === undefined ? read : items === 0 ? fault : `${read} of an earlier reading. ${fault}`;
  const name = title === undefined ? address : `${title} (${address})`;
  return {
    role: fault === undefined ? 'chosen' : 'left-out',
    text: shortened(`${name}: ${state}`),
  };
}

function itemsInWords(items: number): string {
  return items === 1 ? 'one item' : `${items} items`;
}
