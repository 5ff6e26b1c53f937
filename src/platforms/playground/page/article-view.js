import { ask } from './connection.js';
import { announce, byId, element } from './element.js';
import { createStoryView } from './story-view.js';

/** @import { Span } from '../../../article/article.ts' */
/** @import { ShownArticle } from '../playground-parts.ts' */

/** @typedef {{ articleId: string, evidence: readonly Span[] }} Place */
/** Lets a thing on the page show its place in the article. @typedef {(thing: HTMLElement, place: Place) => void} Pointing */

/** Beside the channel there is room for the article; else it lies above it and is shown when somebody wants it. */
const isBeside = matchMedia('(min-width: 60rem)');
const isStill = matchMedia('(prefers-reduced-motion: reduce)');

/** The article beside its summary. */
export function createArticleView() {
  const panel = byId('article');
  /** @type {Map<string, Promise<ShownArticle>>} */
  const articles = new Map();
  /** @type {string | undefined} */
  let shownId;
  /** @type {ReturnType<typeof createStoryView> | undefined} */
  let story;
  /** @type {HTMLElement | undefined} */
  let pointed;
  let isClosed = false;

  const close = () => {
    panel.hidden = true;
    isClosed = true;
    pointed?.focus();
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
    panel.hidden = false;
    if (shownId === id) return;
    shownId = id;
    try {
      const shown = await load(id);
      if (shownId !== id) return;
      story = createStoryView(shown);
      const title = shown.article.title || 'The article';
      panel.replaceChildren(head(title, close), cutsHint(shown.cuts), story.body);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (shownId !== id) return;
      panel.replaceChildren(head('The article', close), element('p', {}, why));
      shownId = undefined;
      story = undefined;
    }
    panel.scrollTop = 0;
  };
  /** @param {HTMLElement} thing @param {Place} place @param {boolean} isAsked */
  const show = async (thing, { articleId, evidence }, isAsked) => {
    if (!isAsked && (isClosed || !isBeside.matches)) return;
    isClosed = false;
    pointed?.classList.remove('lit');
    pointed = thing;
    thing.classList.add('lit');
    const { paragraphs } = (await load(articleId)).article;
    await open(articleId);
    if (pointed !== thing) return;
    const mark = story?.light(evidence);
    if (mark !== undefined) scrollTo(panel, mark);
    if (!isAsked) return;
    const first = evidence[0]?.paragraph ?? 0;
    announce(`It stands in paragraph ${first + 1} of ${paragraphs.length}.`);
    if (isBeside.matches) return;
    thing.scrollIntoView({ block: 'start' });
    panel.querySelector('button')?.focus({ preventScroll: true });
  };

  return {
    /** @type {Pointing} */
    point(thing, place) {
      const onPoint = () => void show(thing, place, false).catch(() => undefined);
      const onAsk = () => void show(thing, place, true).catch(() => undefined);
      thing.addEventListener('pointerenter', (event) => {
        if (event.pointerType === 'mouse') onPoint();
      });
      thing.addEventListener('focus', onPoint);
      thing.addEventListener('click', onAsk);
      thing.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onAsk();
      });
    },
    /** An answer has come: its article stands beside it where there is room. @param {string} id */
    arrive(id) {
      if (isBeside.matches && !isClosed) void open(id);
    },
    /** Nothing is summarized any more. */
    empty() {
      panel.hidden = true;
      shownId = undefined;
      isClosed = false;
      articles.clear();
    },
  };
}

/** @param {string} title @param {() => void} close */
function head(title, close) {
  return element(
    'header',
    {},
    element('h2', {}, title),
    element(
      'button',
      { type: 'button', class: 'quiet', onclick: close, 'aria-label': 'Close the article' },
      'Close',
    ),
  );
}

/** @param {ShownArticle['cuts']} cuts */
function cutsHint(cuts) {
  return element('p', { class: 'hint' }, cutsSentence(cuts));
}

/** @param {ShownArticle['cuts']} cuts */
function cutsSentence(cuts) {
  if (cuts === undefined) return 'What was cut from the page was not kept when it was read.';
  if (cuts.length === 0) return 'Nothing was cut from the page.';
  return cuts.length === 1
    ? 'One thing was cut from the page. It is struck out where it stood.'
    : `${cuts.length} things were cut from the page. They are struck out where they stood.`;
}

/** Shows it a third below the panel's top. @param {HTMLElement} panel @param {Element} thing */
function scrollTo(panel, thing) {
  const top = thing.getBoundingClientRect().top - panel.getBoundingClientRect().top;
  panel.scrollTo({
    top: panel.scrollTop + top - panel.clientHeight / 3,
    behavior: isStill.matches ? 'instant' : 'smooth',
  });
}
