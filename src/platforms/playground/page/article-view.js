import { articleHead, cutsLine } from './article-head.js';
import { ask } from './connection.js';
import { announce, byId, element } from './element.js';
import { createStoryView } from './story-view.js';

/** @import { Span } from '../../../article/article.ts' */
/** @import { ShownArticle } from '../playground-parts.ts' */

/** What is pointed at, by a name that it keeps when it is drawn anew. @typedef {{ articleId: string, evidence: readonly Span[], claim: string }} Place */
/** Lets a thing on the page show its place in the article. @typedef {(thing: HTMLElement, place: Place) => void} Pointing */

/** Beside the channel there is room for the article; else it lies above it and is shown when somebody wants it. */
const isBeside = matchMedia('(min-width: 60rem)');
const isStill = matchMedia('(prefers-reduced-motion: reduce)');
/** So many panels away it is jumped to: nobody watches pages fly by. */
const FAR_PANELS = 3;

/** The article beside its summary. @param {{ onPointed: () => void }} doing `onPointed`: somebody knows how it is done */
export function createArticleView({ onPointed }) {
  const panel = byId('article');
  const opener = byId('open-article');
  const nothing = [...panel.childNodes];
  /** @type {Map<string, Promise<ShownArticle>>} */
  const articles = new Map();
  /** The article of the latest answer. @type {string | undefined} */
  let latestId;
  /** @type {string | undefined} */
  let shownId;
  /** @type {ReturnType<typeof createStoryView> | undefined} */
  let story;
  /** What is lit. @type {{ thing: HTMLElement, claim: string } | undefined} */
  let pointed;
  /** Whether somebody looks at what is lit. */
  let isLooking = false;
  /** Whether somebody has closed it, and wants no article until one is asked for. */
  let isClosed = false;

  /** @param {boolean} isShown */
  const setShown = (isShown) => {
    panel.hidden = !isShown;
    opener.hidden = isShown || latestId === undefined;
  };
  const close = () => {
    const hadFocus = panel.contains(document.activeElement);
    isClosed = true;
    isLooking = false;
    setShown(false);
    if (!hadFocus) return;
    if (pointed?.thing.isConnected) pointed.thing.focus({ preventScroll: true });
    else opener.focus();
  };
  panel.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Escape') close();
  });

  /** @param {string} id */
  const load = (id) => {
    const known = articles.get(id) ?? ask('article', { id });
    articles.set(id, known);
    known.catch(() => articles.delete(id));
    return known;
  };
  /** @param {string} id */
  const open = async (id) => {
    latestId ??= id;
    setShown(true);
    if (shownId === id) return;
    shownId = id;
    try {
      const shown = await load(id);
      if (shownId !== id) return;
      story = createStoryView(shown);
      const title = shown.article.title || 'The article';
      panel.replaceChildren(articleHead(title, close), cutsLine(story.cutCount), story.body);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (shownId !== id) return;
      panel.replaceChildren(articleHead('The article', close), element('p', {}, why));
      shownId = undefined;
      story = undefined;
    }
    panel.classList.remove('nothing');
    panel.scrollTop = 0;
  };
  /** @param {HTMLElement} thing @param {string} claim */
  const setPointed = (thing, claim) => {
    for (const lit of document.querySelectorAll('.claim.lit')) lit.classList.remove('lit');
    pointed = { thing, claim };
    thing.classList.add('lit');
  };
  /** @param {HTMLElement} thing @param {Place} place @param {boolean} isAsked */
  const show = async (thing, { articleId, evidence, claim }, isAsked) => {
    if (!isAsked && (isClosed || !isBeside.matches)) return;
    isClosed = false;
    isLooking = true;
    setPointed(thing, claim);
    onPointed();
    const { paragraphs } = (await load(articleId)).article;
    await open(articleId);
    if (pointed?.claim !== claim) return;
    const mark = story?.light(evidence);
    if (mark !== undefined) scrollTo(panel, mark);
    if (!isAsked) return;
    const first = evidence[0]?.paragraph ?? 0;
    announce(`It stands in paragraph ${first + 1} of ${paragraphs.length}.`);
    if (isBeside.matches) return;
    bringAbove(pointed.thing);
    panel.querySelector('button')?.focus({ preventScroll: true });
  };

  opener.addEventListener('click', () => {
    if (latestId === undefined) return;
    isClosed = false;
    void open(latestId).then(() => panel.querySelector('button')?.focus({ preventScroll: true }));
  });
  isBeside.addEventListener('change', () => {
    // Nobody asked for it to lie above the channel.
    if (!isBeside.matches) setShown(false);
    else if (!isClosed) setShown(true);
  });
  setShown(isBeside.matches);

  return {
    /** @type {Pointing} */
    point(thing, place) {
      const onPoint = () => void show(thing, place, false).catch(() => undefined);
      const onAsk = () => void show(thing, place, true).catch(() => undefined);
      // Only by a mouse that moves: what comes to lie below one that rests is not pointed at.
      let isUnder = false;
      thing.addEventListener('pointermove', ({ pointerType }) => {
        if (pointerType !== 'mouse' || isUnder) return;
        isUnder = true;
        onPoint();
      });
      thing.addEventListener('pointerleave', () => {
        isUnder = false;
      });
      thing.addEventListener('focus', onPoint);
      thing.addEventListener('click', onAsk);
      thing.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') close();
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onAsk();
      });
      if (pointed?.claim !== place.claim) return;
      // It is lit and drawn anew: what it was before stands there until this does.
      pointed.thing = thing;
      thing.classList.add('lit');
    },
    /** An answer is in view: its article stands beside it where there is room. @param {string} id */
    arrive(id) {
      if (id !== latestId) isClosed = false;
      latestId = id;
      if (isBeside.matches && !isClosed) void open(id);
      else setShown(!panel.hidden);
    },
    /** Whether somebody looks at a place in the article, which is not to be taken away. */
    isLooking: () => isLooking,
    /** They have turned to something else. */
    release() {
      isLooking = false;
    },
    /** Nothing is summarized any more. */
    empty() {
      latestId = undefined;
      shownId = undefined;
      story = undefined;
      pointed = undefined;
      isLooking = false;
      isClosed = false;
      articles.clear();
      panel.replaceChildren(...nothing);
      panel.classList.add('nothing');
      setShown(isBeside.matches);
    },
  };
}

/** Shows it a third below the panel's top, and below the headline that stays there. @param {HTMLElement} panel @param {Element} thing */
function scrollTo(panel, thing) {
  const headPx = panel.querySelector('header')?.getBoundingClientRect().height ?? 0;
  const top = thing.getBoundingClientRect().top - panel.getBoundingClientRect().top;
  const by = top - Math.max(panel.clientHeight / 3, headPx + 8);
  const isFar = Math.abs(by) > panel.clientHeight * FAR_PANELS;
  panel.scrollTo({
    top: panel.scrollTop + by,
    behavior: isStill.matches || isFar ? 'instant' : 'smooth',
  });
}

/** What is pointed at stands above the article that lies over the channel. @param {HTMLElement} thing */
function bringAbove(thing) {
  const channel = byId('channel');
  channel.scrollBy(0, thing.getBoundingClientRect().top - channel.getBoundingClientRect().top - 8);
}
