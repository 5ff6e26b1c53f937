import type { SlackBody } from '../looks/slack/slack-body.ts';
import type { Measure } from './drawings.ts';

/** What a message takes of Slack's limits: https://docs.slack.dev/reference/block-kit/blocks */
export function measureSlack({ text, blocks = [] }: SlackBody): readonly Measure[] {
  return [
    // Slack's own sum is told nowhere: it refuses messages from about 11,000 characters of text on.
    { what: 'characters in all blocks', used: charsIn(blocks), limit: 10_000 },
    { what: 'blocks', used: blocks.length, limit: 50 },
    { what: 'characters of plain text', used: text.length, limit: 4000 },
  ];
}

/** Of everything called `text`, however deep: blocks are ours and nest a few levels. */
function charsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [name, inner]) =>
      sum + (name === 'text' && typeof inner === 'string' ? inner.length : charsIn(inner)),
    0,
  );
}
