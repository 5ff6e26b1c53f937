import type { Problem } from '../../problem.ts';
import { bareText } from '../blocks/bare-text.ts';
import type { Signals } from '../metadata/metadata.ts';
import type { Block } from '../blocks/page-blocks.ts';
import phrases from './page-phrases.json' with { type: 'json' };
import { isHeading, linkShare, textWeight } from '../blocks/prose.ts';

/** What is known of a page when its story has been looked for. */
export interface PageView {
  readonly url: string | undefined;
  readonly title: string;
  readonly signals: Signals;
  readonly blocks: readonly Block[];
  readonly story: readonly Block[];
  /** Weight of the article's text, wherever it was found. */
  readonly storyWeight: number;
  /** A field for a password stands in the page. */
  readonly asksPassword: boolean;
}

/** With a story of this weight a page is an article, whatever else is on it. */
const STORY_WEIGHT = 1000;
/** Below this there is no story: a line or two may be anything. */
const MIN_STORY_WEIGHT = 140;
/** Unless the page says that it is an article: then a sentence is one. */
const MIN_DECLARED_WEIGHT = 40;
/** Walls and checks are short pages; a phrase of theirs in a longer one is somebody's topic. */
const WALL_PAGE_WEIGHT = 6000;
/** What a front page tells of one story is shorter than this. */
const MAX_TEASER_WEIGHT = 300;
/** A front page shows at least so many linked headlines. */
const HOME_HEADLINES = 8;

/** Why a page holds no article, or undefined when it does. */
export function pageProblem(page: PageView): Problem | undefined {
  return wallProblem(page) ?? kindProblem(page) ?? emptyProblem(page);
}

/** Something short stands where the page should be. */
function wallProblem(page: PageView): Problem | undefined {
  if (weightOf(page.blocks) >= WALL_PAGE_WEIGHT) return undefined;
  const text = [page.title, ...page.blocks.map((block) => block.text)].join('\n').toLowerCase();
  const isShort = page.storyWeight < STORY_WEIGHT / 2;
  if (isShort && isBotCheck(page)) return { code: 'bot-check' };
  if (isShort && isNotFound(page, text))
    return { code: 'not-found', host: hostOf(page.url), status: 200 };
  return isConsentWall(page, text) ? { code: 'consent-wall' } : undefined;
}

/** The page is of another kind. */
function kindProblem(page: PageView): Problem | undefined {
  if (isHome(page)) return { code: 'not-an-article', kind: 'home' };
  if (page.storyWeight >= STORY_WEIGHT / 2) return undefined;
  if (isLogin(page)) return { code: 'not-an-article', kind: 'login' };
  return isVideo(page) ? { code: 'not-an-article', kind: 'video' } : undefined;
}

/** The page has next to nothing to read. */
function emptyProblem(page: PageView): Problem | undefined {
  const offers = page.story.filter((block) => speaksOf(block, 'paywall'));
  const left = page.storyWeight - weightOf(offers);
  const minWeight =
    isDeclaredArticle(page) && offers.length === 0 ? MIN_DECLARED_WEIGHT : MIN_STORY_WEIGHT;
  if (left >= minWeight) return undefined;
  return showsPaywall(page) ? { code: 'paywall' } : { code: 'not-an-article', kind: 'empty' };
}

/** An offer stands right below the part that is free to read. */
const MAX_BLOCKS_TO_OFFER = 6;
const MAX_OFFER_CHARS = 400;
/** A page that is said not to be free, shows so much and offers nothing shows all of it. */
const WHOLE_STORY_WEIGHT = 3000;

/** Says whether the page tells search engines, or its reader below the story, that there is more behind a paywall. */
export function showsPaywall({ signals, blocks, story, storyWeight }: PageView): boolean {
  if (signals.accessibleForFree === true) return false;
  if (signals.accessibleForFree === false && storyWeight < WHOLE_STORY_WEIGHT) return true;
  const start = story[0]?.index ?? 0;
  const end = story.at(-1)?.index ?? 0;
  return blocks
    .slice(start, end + 1 + MAX_BLOCKS_TO_OFFER)
    .some((block) => block.text.length < MAX_OFFER_CHARS && speaksOf(block, 'paywall'));
}

/** What is left to read when the check's own lines are taken away. */
const MAX_REST_WEIGHT = 100;

function isBotCheck(page: PageView): boolean {
  if (titleSays(page.title, 'bot-check')) return true;
  if (isDeclaredArticle(page) || !page.blocks.some((block) => speaksOf(block, 'bot-check')))
    return false;
  const headings = page.blocks.filter((block) => isHeading(block));
  return (
    headings.some((block) => speaksOf(block, 'bot-check')) ||
    restWeight(page, 'bot-check') < MAX_REST_WEIGHT
  );
}

/** The weight of the story without the lines that speak of a wall. */
function restWeight(page: PageView, wall: Wall): number {
  return weightOf(page.story.filter((block) => !speaksOf(block, wall)));
}

/** "404", "404 | Ledger", "Error 404 - not found"; not "404 homes for Kelp Bay". */
const TITLE_404 = /^(?:error\s+)?404(?:\s*[-–—|:(!.]|\s+(?:not|error|page)\b|\s*$)/iu;

function isNotFound(page: PageView, text: string): boolean {
  if (titleSays(page.title, 'not-found') || TITLE_404.test(page.title)) return true;
  const headings = page.blocks.filter((block) => isHeading(block));
  return (
    headings.some((block) => speaksOf(block, 'not-found')) ||
    (page.storyWeight < MIN_STORY_WEIGHT && countPhrases(text, 'not-found') > 0)
  );
}

function isHomeAddress({ url }: PageView): boolean {
  if (url === undefined || !URL.canParse(url)) return false;
  const { pathname, search } = new URL(url);
  return (
    search === '' && /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?|index\.\w{3,5}|home\/?)?$/iu.test(pathname)
  );
}

/** The page's own headline stands over what was found. */
function isHeaded({ title, blocks, story }: PageView): boolean {
  const wanted = bareText(title);
  const start = story[0]?.index ?? 0;
  return blocks.some(
    (block) => block.index < start && block.place.tags.has('H1') && bareText(block.text) === wanted,
  );
}

function isHome(page: PageView): boolean {
  const headlines = page.blocks.filter(
    (block) => isHeading(block) && linkShare(block) > 0.8 && block.text.length > 20,
  ).length;
  if (isHomeAddress(page)) {
    return headlines >= HOME_HEADLINES / 2 || page.storyWeight < MAX_TEASER_WEIGHT;
  }
  if (isDeclaredArticle(page) || isHeaded(page)) return false;
  return page.storyWeight < MAX_TEASER_WEIGHT && headlines >= HOME_HEADLINES;
}

/** A wall says what it is in so many phrases, and its text speaks of nothing else. */
const MIN_CONSENT_PHRASES = 2;
const MIN_CONSENT_SHARE = 0.7;

function isConsentWall(page: PageView, text: string): boolean {
  if (isDeclaredArticle(page) || countPhrases(text, 'consent-wall') < MIN_CONSENT_PHRASES)
    return false;
  const consent = weightOf(page.story.filter((block) => speaksOf(block, 'consent-word')));
  return consent >= page.storyWeight * MIN_CONSENT_SHARE;
}

function isLogin({ asksPassword, storyWeight, title }: PageView): boolean {
  if (!asksPassword) return false;
  const opening = title.toLowerCase();
  const isTitled = phrases.login.some(
    (phrase) => opening.startsWith(phrase) && !/^\p{L}/u.test(opening.slice(phrase.length)),
  );
  return isTitled || storyWeight < MIN_STORY_WEIGHT;
}

function isDeclaredArticle({ signals }: PageView): boolean {
  return signals.pageTypes.some(
    (type) => type.endsWith('article') || type === 'blogposting' || type === 'report',
  );
}

function isVideo(page: PageView): boolean {
  return (
    !isDeclaredArticle(page) && page.signals.pageTypes.some((type) => type.startsWith('video'))
  );
}

type Wall = keyof typeof phrases;

function countPhrases(text: string, wall: Wall): number {
  return phrases[wall].filter((phrase) => text.includes(phrase)).length;
}

function titleSays(title: string, wall: Wall): boolean {
  return countPhrases(title.toLowerCase(), wall) > 0;
}

function speaksOf(block: Block, wall: Wall): boolean {
  return countPhrases(block.text.toLowerCase(), wall) > 0;
}

function weightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + textWeight(block.text), 0);
}

function hostOf(url: string | undefined): string {
  return url === undefined || !URL.canParse(url) ? '' : new URL(url).hostname;
}
