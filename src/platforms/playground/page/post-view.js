import { element } from './element.js';

/** @import { Part, Post, Section } from '../../../post/post.ts' */
/** @import { Action } from '../../../post/actions.ts' */
/** @import { Pointing } from './article-view.js' */

/**
 * A post as it is before any platform's form.
 * @param {Post} post
 * @param {{
 *   point: Pointing,
 *   press: (action: Action) => void,
 *   labels: Partial<Record<Action, string>>,
 * }} doing
 */
export function postView({ sections, actions }, { point, press, labels }) {
  const buttons = actions.map((action) =>
    element('button', { type: 'button', onclick: () => press(action) }, labels[action] ?? action),
  );
  return element(
    'div',
    { class: 'post' },
    ...sections.map((section) => sectionView(section, point)),
    buttons.length === 0 ? undefined : element('div', { class: 'actions' }, ...buttons),
  );
}

/** @param {Section} section @param {Pointing} point */
function sectionView(section, point) {
  const { title, about, parts, notes } = section;
  return element(
    'section',
    { dir: 'auto' },
    title && element('h3', {}, linked(title.text, title.url)),
    about ? element('p', { class: 'about' }, about) : undefined,
    ...listed(parts, (part) => partView(part, section, point)),
    ...notes.map((note) => element('p', { class: 'note' }, note)),
  );
}

/**
 * Parts one below the other; bullets that follow each other share a list.
 * @param {readonly Part[]} parts
 * @param {(part: Part) => HTMLElement} view
 */
function listed(parts, view) {
  /** @type {HTMLElement[]} */
  const views = [];
  for (const part of parts) {
    const last = views.at(-1);
    if (part.kind !== 'bullet') views.push(view(part));
    else if (last?.tagName === 'UL') last.append(view(part));
    else views.push(element('ul', {}, view(part)));
  }
  return views;
}

/** @param {Part} part @param {Section} section @param {Pointing} point @returns {HTMLElement} */
function partView(part, section, point) {
  switch (part.kind) {
    case 'text':
      return element('p', {}, part.text);
    case 'example':
      return element('p', {}, element('code', {}, part.text));
    case 'heading':
      return element('h4', {}, part.text);
    case 'bullet':
      return element('li', {}, claim(part, section, point));
    case 'quote':
      return element(
        'blockquote',
        {},
        claim(part, section, point),
        part.speaker === undefined ? undefined : element('footer', {}, `— ${part.speaker}`),
      );
    case 'passage':
      return element(
        'blockquote',
        { class: 'passage' },
        claim(part, section, point),
        element('footer', {}, part.place),
      );
  }
}

/**
 * Something that stands in the article: pointing at it shows where.
 * @param {Extract<Part, { kind: 'bullet' | 'quote' | 'passage' }>} part
 * @param {Section} section
 * @param {Pointing} point
 */
function claim({ text, evidence = [] }, { articleId }, point) {
  if (articleId === undefined || evidence.length === 0) return element('span', {}, text);
  const shown = element('span', { class: 'claim', role: 'button', tabindex: 0 }, text);
  point(shown, { articleId, evidence });
  return shown;
}

/** @param {string} text @param {string | undefined} url */
function linked(text, url) {
  const address = url === undefined ? null : URL.parse(url);
  if (address?.protocol !== 'https:' && address?.protocol !== 'http:') return text;
  return element('a', { href: address.href, target: '_blank', rel: 'noopener noreferrer' }, text);
}
