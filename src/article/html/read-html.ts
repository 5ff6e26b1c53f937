import { parseHTML } from 'linkedom';
import type { Article, Cut, Note } from '../article.ts';
import { readText } from '../pasted/read-text.ts';
import type { Reading } from '../reading.ts';
import { dropUnseen } from './drop-unseen.ts';
import { flattenPage } from './flatten-page.ts';
import { hiddenNames } from './hidden-names.ts';
import { judgeBlocks } from './judge-blocks.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import type { Block } from './page-blocks.ts';
import { pageBlocks } from './page-blocks.ts';
import { pageProblem, showsPaywall } from './page-kind.ts';
import { isHeading } from './prose.ts';
import { readabilityChoice } from './readability-choice.ts';
import { isWithinBounds } from './scan-page.ts';

export interface HtmlOptions {
  /** Where the page was found; relative addresses are resolved against it. */
  readonly url?: string;
}

/**
 * Reads an HTML page into its article: Readability's choice of blocks, without what is not the story
 * and with what it dropped of it. A page beyond the bounds of a tree is read as flat text.
 */
export function readHtml(html: string, options: HtmlOptions = {}): Reading {
  if (!isWithinBounds(html)) return readFlat(html, options);
  const { document } = parseHTML(withRoot(html));
  const { about, signals } = readMetadata(document, options);
  const asksPassword = document.querySelector('input[type=password]') !== null;
  const hidden = dropUnseen(document.documentElement, hiddenNames(document));
  const blocks = pageBlocks(document);
  const facts = { title: about.title, description: signals.description ?? '', byline: about.byline };
  const judged = judgeBlocks(blocks, readabilityChoice(document), facts);
  const story = judged.flatMap(({ block, cut }) => (cut === undefined ? [block] : []));
  const page = { url: options.url, title: about.title, signals, blocks, story, asksPassword };

  const problem = pageProblem(page);
  const isPaywalled = showsPaywall(page);
  const cuts: readonly Cut[] = [
    ...hidden,
    ...judged.flatMap(({ block, cut }) => (cut === undefined ? [] : [{ text: block.text, rule: cut }])),
  ];
  if (problem !== undefined) return { status: 'failed', problem };
  const article: Article = {
    ...(options.url === undefined ? {} : { url: options.url }),
    ...about,
    paragraphs: story.map((block) => block.text),
    subheads: subheadIndexes(story),
    notes: isPaywalled ? (['paywalled'] satisfies Note[]) : [],
  };
  return { status: 'read', article, cuts };
}

function subheadIndexes(story: readonly Block[]): readonly number[] {
  return story.flatMap((block, index) => (isHeading(block) ? [index] : []));
}

/** Readability answers nothing for a document without these; a fragment gets them. */
function withRoot(html: string): string {
  return /<html[\s>]/iu.test(html.slice(0, 10_000)) && /<body[\s>]/iu.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
}

function readFlat(html: string, { url }: HtmlOptions): Reading {
  const flat = flattenPage(html);
  const reading = readText(flat.text, { ...(url === undefined ? {} : { url }), title: flat.title });
  if (reading.status === 'failed' || !flat.truncated) return reading;
  return { ...reading, article: { ...reading.article, notes: [...reading.article.notes, 'truncated'] } };
}
