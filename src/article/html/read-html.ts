import { parseHTML } from 'linkedom';
import { plainText } from '../../text/plain-text.ts';
import { settleLanguage } from '../../text/language.ts';
import type { Article, Cut } from '../article.ts';
import { readText } from '../pasted/read-text.ts';
import { boundedCuts } from '../bounded-cuts.ts';
import { placeCuts, type Piece } from '../place-cuts.ts';
import type { Reading } from '../reading.ts';
import { dropUnseen } from './blocks/drop-unseen.ts';
import { flattenPage } from './blocks/flatten-page.ts';
import { hiddenNames } from './blocks/hidden-names.ts';
import type { Judged } from './story/judge-blocks.ts';
import { judgeBlocks } from './story/judge-blocks.ts';
import type { Signals } from './metadata/metadata.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import type { Block } from './blocks/page-blocks.ts';
import { pageBlocks } from './blocks/page-blocks.ts';
import { placeUnseen, type PlacedUnseen } from './blocks/place-unseen.ts';
import { pageProblem, showsPaywall } from './kind/page-kind.ts';
import { isHeading, textWeight } from './blocks/prose.ts';
import { readabilityChoice } from './story/readability-choice.ts';
import { slimPage } from './blocks/slim-page.ts';

export interface HtmlOptions {
  /** Where the page was found; relative addresses are resolved against it. */
  readonly url?: string;
  /** Builds no tree, however small the page is. */
  readonly isFlat?: boolean;
}

/**
 * Reads an HTML page into its article: Readability's choice of blocks, without what is not the story
 * and with what it dropped of it. A page beyond the bounds of a tree is read as flat text.
 */
export function readHtml(html: string, options: HtmlOptions = {}): Reading {
  const slim = options.isFlat === true ? undefined : slimPage(html);
  if (slim === undefined) return readFlat(html, options);
  const { document } = parseHTML(withRoot(slim));
  const { about, signals } = readMetadata(document, options);
  const asksPassword = document.querySelector('input[type=password]') !== null;
  const hidden = dropUnseen(document.documentElement, hiddenNames(document));
  const blocks = pageBlocks(document);
  const unseen = placeUnseen(document.documentElement, hidden);
  const facts = {
    title: about.title,
    description: signals.description ?? '',
    byline: about.byline,
    isThread: signals.pageTypes.includes('discussionforumposting'),
  };
  const judged = judgeBlocks(blocks, readabilityChoice(document), facts);
  const story = judged.flatMap(({ block, cut }) => (cut === undefined ? [block] : []));

  const body = storyOrData(story, signals);
  const page = {
    url: options.url,
    title: about.title,
    signals,
    blocks,
    storyWeight: body.weight,
    story,
    asksPassword,
  };
  const problem = pageProblem(page);
  if (problem !== undefined) return { status: 'failed', problem };
  const article: Article = {
    ...(options.url === undefined ? {} : { url: options.url }),
    ...about,
    language: settleLanguage(about.language, body.paragraphs.join('\n')),
    paragraphs: body.paragraphs,
    subheads: body.subheads,
    notes: showsPaywall(page) ? ['paywalled'] : [],
  };
  const cuts = placeCuts(inPageOrder(judged, unseen));
  return {
    status: 'read',
    article,
    cuts: boundedCuts(body.isShown ? cuts : aroundData(cuts, body)),
  };
}

interface Body {
  readonly paragraphs: readonly string[];
  readonly subheads: readonly number[];
  readonly weight: number;
  /** The page shows it, and it is not a copy from its data. */
  readonly isShown: boolean;
}

/** A page that shows more than this shows its story; what its data say besides, nobody sees. */
const MAX_SHOWN_WEIGHT = 400;
/** JSON-LD's copy of the text must be this much longer than what the page shows before it is taken instead. */
const MIN_DATA_GAIN = 3;

/**
 * The story as the page shows it, or, where a page shows next to nothing of it (it is built by scripts),
 * the copy in its data; never that of a page that wants to be paid for it.
 */
function storyOrData(story: readonly Block[], signals: Signals): Body {
  const shown: Body = {
    paragraphs: story.map((block) => block.text),
    subheads: story.flatMap((block, index) => (isHeading(block) ? [index] : [])),
    weight: story.reduce((sum, block) => sum + textWeight(block.text), 0),
    isShown: true,
  };
  const data = signals.articleBody;
  if (data === undefined || signals.accessibleForFree === false) return shown;
  if (shown.weight > MAX_SHOWN_WEIGHT) return shown;
  const paragraphs = data
    .split('\n')
    .map(plainText)
    .filter((line) => line !== '');
  const weight = paragraphs.reduce((sum, line) => sum + textWeight(line), 0);
  return weight > shown.weight * MIN_DATA_GAIN
    ? { paragraphs, subheads: [], weight, isShown: false }
    : shown;
}

/** What the page shows and what it hides. */
function inPageOrder(judged: readonly Judged[], unseen: readonly PlacedUnseen[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const hideUpTo = (block: number): void => {
    for (let one = unseen[at]; one !== undefined && one.block <= block; one = unseen[(at += 1)])
      pieces.push({ text: one.text, rule: 'hidden' });
  };
  for (const { block, cut } of judged) {
    hideUpTo(block.index);
    pieces.push({ text: block.text, rule: cut });
  }
  hideUpTo(judged.length);
  return pieces;
}

/** A story out of the page's data stands nowhere among what the page shows: where that begins, the story does. */
function aroundData(cuts: readonly Cut[], { paragraphs }: Body): readonly Cut[] {
  return cuts.map((cut) => ({ ...cut, before: cut.before === 0 ? 0 : paragraphs.length }));
}

/** Readability answers nothing for a document without these; a fragment gets them. */
function withRoot(html: string): string {
  const hasRoot = /<html[\s>]/iu.test(html.slice(0, 10_000)) && /<body[\s>]/iu.test(html);
  return hasRoot ? html : `<!doctype html><html><body>${html}</body></html>`;
}

function readFlat(html: string, { url }: HtmlOptions): Reading {
  const flat = flattenPage(html);
  const reading = readText(flat.text, { ...(url === undefined ? {} : { url }), title: flat.title });
  if (reading.status === 'failed') return reading;
  // It is a page after all, and not one that somebody pasted.
  const notes = reading.article.notes.filter((note) => note !== 'pasted' && note !== 'truncated');
  const isTruncated = flat.truncated || reading.article.notes.includes('truncated');
  return {
    ...reading,
    article: { ...reading.article, notes: isTruncated ? [...notes, 'truncated'] : notes },
  };
}
