import type { Problem } from '../problem.ts';
import type { Signals } from './metadata/metadata.ts';
import type { Block } from './page-blocks.ts';
import phrases from './page-phrases.json' with { type: 'json' };
import { isHeading, isProse, linkShare, textWeight } from './prose.ts';

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
/** A front page shows at least so many linked headlines. */
const HOME_HEADLINES = 8;

/** Why a page holds no article, or undefined when it does. */
export function pageProblem(page: PageView): Problem | undefined {
  const story = page.storyWeight;
  if (story >= STORY_WEIGHT && !isHomeAddress(page)) return undefined;
  const all = weightOf(page.blocks);
  if (all < WALL_PAGE_WEIGHT) {
    const text = [page.title, ...page.blocks.map((block) => block.text)].join('\n').toLowerCase();
    if (story < STORY_WEIGHT / 2 || startsWith(page.title, 'bot-check')) {
      if (countPhrases(text, 'bot-check') > 0 && story < STORY_WEIGHT / 2) return { code: 'bot-check' };
      if (isNotFound(page, text, story)) return { code: 'not-found', host: hostOf(page.url), status: 200 };
    }
    if (countPhrases(text, 'consent-wall') >= 2 && proseWithout(page.story, 'consent-wall') < MIN_STORY_WEIGHT) {
      return { code: 'consent-wall' };
    }
  }
  if (isHome(page, story)) return { code: 'not-an-article', kind: 'home' };
  if (isLogin(page, story)) return { code: 'not-an-article', kind: 'login' };
  if (isVideo(page) && story < STORY_WEIGHT / 2) return { code: 'not-an-article', kind: 'video' };
  if (story < (isDeclaredArticle(page) ? MIN_DECLARED_WEIGHT : MIN_STORY_WEIGHT)) {
    if (showsPaywall(page)) return { code: 'paywall' };
    return { code: 'not-an-article', kind: 'empty' };
  }
  return undefined;
}

/** Says whether the page tells its reader, or search engines, that there is more behind a paywall. */
export function showsPaywall(page: Pick<PageView, 'blocks' | 'signals'>): boolean {
  if (page.signals.accessibleForFree === false) return true;
  return page.blocks.some((block) => block.text.length < 400 && countPhrases(block.text.toLowerCase(), 'paywall') > 0);
}

function isNotFound(page: PageView, text: string, story: number): boolean {
  if (story >= STORY_WEIGHT / 2) return false;
  if (startsWith(page.title, 'not-found') || /^(?:error )?404\b/iu.test(page.title)) return true;
  const headings = page.blocks.filter((block) => isHeading(block)).map((block) => block.text.toLowerCase());
  return headings.some((heading) => heading.length < 120 && countPhrases(heading, 'not-found') > 0) || (story < MIN_STORY_WEIGHT && countPhrases(text, 'not-found') > 0);
}

function isHomeAddress({ url }: PageView): boolean {
  if (url === undefined) return false;
  const { pathname, search } = new URL(url);
  return search === '' && /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?|index\.\w{3,5}|home\/?)?$/iu.test(pathname);
}

function isHome(page: PageView, story: number): boolean {
  const headlines = page.blocks.filter((block) => isHeading(block) && linkShare(block) > 0.8 && block.text.length > 20).length;
  if (isHomeAddress(page)) return headlines >= HOME_HEADLINES / 2 || story < STORY_WEIGHT;
  return story < STORY_WEIGHT / 2 && headlines >= HOME_HEADLINES && !isDeclaredArticle(page);
}

function isLogin(page: PageView, story: number): boolean {
  if (!page.asksPassword || story >= STORY_WEIGHT / 2) return false;
  return story < MIN_STORY_WEIGHT || startsWith(page.title, 'login');
}

function isDeclaredArticle({ signals }: PageView): boolean {
  return signals.pageTypes.some((type) => type.endsWith('article') || type === 'blogposting' || type === 'report');
}

function isVideo(page: PageView): boolean {
  return !isDeclaredArticle(page) && page.signals.pageTypes.some((type) => type.startsWith('video'));
}

type Wall = keyof typeof phrases;

function countPhrases(text: string, wall: Wall): number {
  return phrases[wall].filter((phrase) => text.includes(phrase)).length;
}

function startsWith(title: string, wall: Wall): boolean {
  return countPhrases(title.toLowerCase(), wall) > 0;
}

function proseWithout(story: readonly Block[], wall: Wall): number {
  return weightOf(story.filter((block) => isProse(block) && countPhrases(block.text.toLowerCase(), wall) === 0));
}

function weightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + textWeight(block.text), 0);
}

function hostOf(url: string | undefined): string {
  return url === undefined ? '' : new URL(url).hostname;
}
