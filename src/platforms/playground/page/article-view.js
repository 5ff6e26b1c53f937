import { ask } from './connection.js';
import { announce, byId, element } from './element.js';

/** @import { Article, Span } from '../../../article/article.ts' */
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
    const wasHidden = panel.hidden;
    panel.hidden = false;
    if (shownId === id) return wasHidden;
    shownId = id;
    try {
      const shown = await load(id);
      if (shownId === id) panel.replaceChildren(...articleParts(shown, close));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (shownId === id) panel.replaceChildren(head('The article', close), element('p', {}, why));
      shownId = undefined;
    }
    panel.scrollTop = 0;
    return wasHidden;
  };
  /** @param {HTMLElement} thing @param {Place} place @param {boolean} isAsked */
  const show = async (thing, { articleId, evidence }, isAsked) => {
    if (!isAsked && (isClosed || !isBeside.matches)) return;
    isClosed = false;
    pointed?.classList.remove('lit');
    pointed = thing;
    thing.classList.add('lit');
    const { paragraphs, subheads } = (await load(articleId)).article;
    await open(articleId);
    if (pointed !== thing) return;
    light(panel, { paragraphs, subheads }, evidence);
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

/** @param {ShownArticle} shown @param {() => void} close */
function articleParts({ article, cuts }, close) {
  const body = element('div', { class: 'story', dir: 'auto', lang: languageOf(article) });
  fill(body, article, []);
  return [head(article.title || 'The article', close), body, cutsView(cuts)];
}

/** @param {Article} article */
function languageOf({ language }) {
  return language === 'und' ? undefined : language;
}

/** @param {ShownArticle['cuts']} cuts */
function cutsView(cuts) {
  if (cuts === undefined)
    return element(
      'p',
      { class: 'hint' },
      'What was cut from the page is known only of what was read since Nutgraf started.',
    );
  if (cuts.length === 0) return element('p', { class: 'hint' }, 'Nothing was cut from the page.');
  const count = cuts.length === 1 ? 'one piece' : `${cuts.length} pieces`;
  return element(
    'details',
    { class: 'cuts', open: true },
    element('summary', {}, `Cut from the page: ${count}`),
    element(
      'ul',
      {},
      ...cuts.map(({ text, rule }) =>
        element(
          'li',
          {},
          element('span', { class: 'rule' }, rule.replaceAll('-', ' ')),
          ' ',
          element('del', { dir: 'auto' }, text),
        ),
      ),
    ),
  );
}

/**
 * @param {HTMLElement} panel
 * @param {Pick<Article, 'paragraphs' | 'subheads'>} article
 * @param {readonly Span[]} evidence
 */
function light(panel, article, evidence) {
  const body = /** @type {HTMLElement | null} */ (panel.querySelector('.story'));
  if (body === null) return;
  fill(body, article, evidence);
  const marks = [...body.querySelectorAll('mark')];
  const [first] = marks;
  if (first === undefined) return;
  const top = first.getBoundingClientRect().top - panel.getBoundingClientRect().top;
  panel.scrollTo({
    top: panel.scrollTop + top - panel.clientHeight / 3,
    behavior: isStill.matches ? 'instant' : 'smooth',
  });
}

/**
 * The story's paragraphs, with what is pointed at marked.
 * @param {HTMLElement} body
 * @param {Pick<Article, 'paragraphs' | 'subheads'>} article
 * @param {readonly Span[]} evidence
 */
function fill(body, { paragraphs, subheads }, evidence) {
  body.replaceChildren(
    ...paragraphs.map((text, index) => {
      const spans = evidence
        .filter(({ paragraph }) => paragraph === index)
        .sort((one, other) => one.start - other.start);
      return element(subheads.includes(index) ? 'h3' : 'p', {}, ...marked(text, spans));
    }),
  );
}

/** @param {string} text @param {readonly Span[]} spans ascending @returns {(Node | string)[]} */
function marked(text, spans) {
  const pieces = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (end <= at) continue;
    pieces.push(text.slice(at, Math.max(at, start)));
    pieces.push(element('mark', {}, text.slice(Math.max(at, start), end)));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces;
}
