import { parseHTML } from 'linkedom';
import type { Article, Cut } from '../article.ts';
import type { Reading } from '../reading.ts';
import { dropUnseen } from './drop-unseen.ts';
import { hiddenNames } from './hidden-names.ts';
import { pageBlocks } from './page-blocks.ts';
import { readabilityChoice } from './readability-choice.ts';
import { judgeBlocks } from './judge-blocks.ts';

export interface HtmlOptions {
  /** Where the page was found; relative addresses are resolved against it. */
  readonly url?: string;
}

/** Reads an HTML page into its article. */
export function readHtml(html: string, options: HtmlOptions = {}): Reading {
  const { document } = parseHTML(html);
  const hidden = dropUnseen(document.documentElement, hiddenNames(document));
  const blocks = pageBlocks(document);
  const title = document.title;
  const judged = judgeBlocks(blocks, readabilityChoice(document), { title, description: document.querySelector('meta[name=description],meta[property="og:description"]')?.getAttribute('content') ?? '' });
  const kept = judged.filter((one) => one.cut === undefined);
  const cuts: Cut[] = [...hidden];
  for (const { block, cut } of judged) if (cut !== undefined) cuts.push({ text: block.text, rule: cut });
  if (kept.length === 0) {
    return { status: 'failed', problem: { code: 'not-an-article', kind: 'empty' } };
  }
  const article: Article = {
    ...(options.url === undefined ? {} : { url: options.url }),
    title,
    byline: [],
    language: 'und',
    paragraphs: kept.map(({ block }) => block.text),
    subheads: [],
    notes: [],
  };
  return { status: 'read', article, cuts };
}
