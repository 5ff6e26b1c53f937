import { claimOf } from './claim-of.js';
import { element } from './element.js';
import { outwardLink } from './linked-words.js';

/** @import { Part, Post, Section } from '../../../post/post.ts' */
/** @import { Action } from '../../../post/actions.ts' */
/** @import { Pointing } from './article-view.js' */

/** @typedef {Extract<Part, { kind: 'bullet' | 'quote' | 'passage' }>} Claimable */

/**
 * A post as it is before any platform's form.
 * @param {Post} post
 * @param {{
 *   point: Pointing,
 *   press: (action: Action, button: HTMLElement) => void,
 *   labels: Partial<Record<Action, string>>,
 * }} doing
 */
export function postView({ sections, actions }, { point, press, labels }) {
  const buttons = actions.map((action) =>
    element(
      'button',
      {
        type: 'button',
        onclick: (/** @type {MouseEvent} */ { currentTarget }) =>
          press(action, /** @type {HTMLElement} */ (currentTarget)),
      },
      labels[action] ?? action,
    ),
  );
  return element(
    'div',
    { class: 'post' },
    ...sections.map((section, at) => sectionView(section, at, point)),
    buttons.length === 0 ? undefined : element('div', { class: 'actions' }, ...buttons),
  );
}

/** @param {Section} section @param {number} at @param {Pointing} point */
function sectionView(section, at, point) {
  const { title, about, parts, notes, articleId } = section;
  /** @param {Claimable} part @param {number} partAt */
  const claimed = ({ text, evidence = [] }, partAt) => {
    if (articleId === undefined || evidence.length === 0) return element('span', {}, text);
    const shown = element('span', {}, text);
    return claimOf(shown, { articleId, evidence, claim: `${at}-${partAt}` }, point);
  };
  // Each line has a direction of its own: an Arabic headline may stand above an English date.
  return element(
    'section',
    {},
    title && element('h3', { dir: 'auto' }, linked(title.text, title.url)),
    about ? element('p', { class: 'about', dir: 'auto' }, about) : undefined,
    ...listed(parts, (part, partAt) =>
      partView(part, () => claimed(/** @type {Claimable} */ (part), partAt)),
    ),
    ...notes.map((note) => element('p', { class: 'note', dir: 'auto' }, note)),
  );
}

/**
 * Parts one below the other; bullets that follow each other share a list.
 * @param {readonly Part[]} parts
 * @param {(part: Part, at: number) => HTMLElement} view
 */
function listed(parts, view) {
  /** @type {HTMLElement[]} */
  const views = [];
  for (const [at, part] of parts.entries()) {
    const last = views.at(-1);
    if (part.kind !== 'bullet') views.push(view(part, at));
    else if (last?.tagName === 'UL') last.append(view(part, at));
    else views.push(element('ul', { dir: 'auto' }, view(part, at)));
  }
  return views;
}

/** @param {Part} part @param {() => HTMLElement} claimed @returns {HTMLElement} */
function partView(part, claimed) {
  switch (part.kind) {
    case 'text':
      return element('p', { dir: 'auto' }, part.text);
    case 'example':
      return element('p', { class: 'example' }, element('code', {}, part.text));
    case 'heading':
      return element('h4', { dir: 'auto' }, part.text);
    case 'bullet':
      return element('li', {}, claimed());
    case 'quote':
      return element(
        'blockquote',
        { dir: 'auto' },
        claimed(),
        part.speaker === undefined
          ? undefined
          : element('footer', { dir: 'auto' }, `— ${part.speaker}`),
      );
    case 'passage':
      return element(
        'blockquote',
        { class: 'passage', dir: 'auto' },
        claimed(),
        element('footer', { dir: 'auto' }, part.place),
      );
  }
}

/** @param {string} text @param {string | undefined} url */
function linked(text, url) {
  const address = url === undefined ? null : URL.parse(url);
  if (address?.protocol !== 'https:' && address?.protocol !== 'http:') return text;
  return outwardLink(address.href, text);
}
