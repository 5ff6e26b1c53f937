import { element } from './element.js';

const LINK = /https?:\/\/[^\s<>"]+/giu;
/** What stands behind an address and belongs to the sentence. */
const TAIL = /[.,;:!?'’”»)\]]+$/u;
/** Ours: so much is a page, of which the beginning says which. */
const LONG_CHARS = 1200;
const BEGINNING_CHARS = 500;

/** What somebody typed, with its links; the most of a long text waits until it is wanted. @param {string} text */
export function linkedWords(text) {
  if (text.length <= LONG_CHARS) return words(text);
  const beginning = words(`${text.slice(0, BEGINNING_CHARS).toWellFormed()} … `);
  const whole = element(
    'button',
    { type: 'button', class: 'quiet', onclick: () => beginning.replaceWith(words(text)) },
    `Show all ${text.length.toLocaleString('en')} characters`,
  );
  beginning.append(whole);
  return beginning;
}

/** @param {string} text */
function words(text) {
  return element('p', { class: 'words', dir: 'auto' }, ...pieces(text));
}

/** @param {string} text */
function pieces(text) {
  /** @type {(Node | string)[]} */
  const found = [];
  let at = 0;
  for (const { 0: match, index } of text.matchAll(LINK)) {
    const address = match.replace(TAIL, '');
    if (!URL.canParse(address)) continue;
    found.push(text.slice(at, index), outwardLink(address, address));
    at = index + address.length;
  }
  return [...found, text.slice(at)];
}

/** @param {string} href http(s) @param {string} text */
export function outwardLink(href, text) {
  return element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, text);
}
