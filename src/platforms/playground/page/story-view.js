import { element } from './element.js';

/** @import { Article, Cut, Span } from '../../../article/article.ts' */
/** @import { ShownArticle } from '../playground-parts.ts' */

/** So many cuts stand openly where they were; more of them would part the story, and wait until they are wanted. */
const MAX_OPEN = 3;
/** So many rules are named on what holds the others. */
const MAX_NAMED = 4;

/**
 * The story with what was cut from the page at its place.
 * @param {ShownArticle} shown
 * @returns {{
 *   body: HTMLElement,
 *   cutCount: number | undefined,
 *   light: (evidence: readonly Span[]) => Element | undefined,
 * }} `light` marks what is pointed at and nothing else, and gives the first mark
 */
export function createStoryView({ article, cuts }) {
  const paragraphs = article.paragraphs.map((text, index) =>
    element(article.subheads.includes(index) ? 'h3' : 'p', { dir: 'auto' }, text),
  );
  const language = languageOf(article);
  const places = Map.groupBy(cuts ?? [], ({ before }) => before);
  const cutsAt = (/** @type {number} */ index) => cutsView(places.get(index) ?? [], language);
  const body = element(
    'div',
    { class: 'story', lang: language },
    ...paragraphs.flatMap((paragraph, index) => [...cutsAt(index), paragraph]),
    ...cutsAt(paragraphs.length),
  );
  /** @type {Set<number>} */
  let lit = new Set();
  return {
    body,
    cutCount: cuts?.length,
    light(evidence) {
      const places = Map.groupBy(evidence, ({ paragraph }) => paragraph);
      // Only what changes is drawn anew: what was opened stays open.
      for (const index of new Set([...lit, ...places.keys()])) {
        const spans = places.get(index)?.sort((one, other) => one.start - other.start) ?? [];
        paragraphs[index]?.replaceChildren(...marked(article.paragraphs[index] ?? '', spans));
      }
      lit = new Set(places.keys());
      return body.querySelector('mark') ?? undefined;
    },
  };
}

/** @param {Article} article */
function languageOf({ language }) {
  return language === 'und' ? undefined : language;
}

/**
 * What was cut at one place, in words of ours.
 * @param {readonly Cut[]} cuts
 * @param {string | undefined} language
 * @returns {HTMLElement[]}
 */
function cutsView(cuts, language) {
  if (cuts.length === 0) return [];
  const list = element(
    'ul',
    { 'aria-label': 'Cut here' },
    ...cuts.map((cut) => cutView(cut, language)),
  );
  const ours = { class: 'cuts', lang: 'en', dir: 'ltr' };
  if (cuts.length <= MAX_OPEN) return [element('div', ours, list)];
  const rules = [...new Set(cuts.map(({ rule }) => ruleName(rule)))];
  const named = rules.slice(0, MAX_NAMED).join(', ') + (rules.length > MAX_NAMED ? '\u00A0…' : '');
  return [
    element(
      'details',
      ours,
      element(
        'summary',
        {},
        `${cuts.length} things were cut here`,
        element('span', { class: 'rules' }, named),
      ),
      list,
    ),
  ];
}

/** @param {Cut} cut @param {string | undefined} language */
function cutView({ text, rule }, language) {
  return element(
    'li',
    {},
    element('span', { class: 'rule' }, ruleName(rule)),
    ' ',
    element('del', { dir: 'auto', lang: language }, text),
  );
}

/** @param {string} rule */
function ruleName(rule) {
  return rule.replaceAll('-', ' ');
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
