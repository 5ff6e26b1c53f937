import { element } from './element.js';

/** What stays above an article while it is read. @param {string} title @param {() => void} close */
export function articleHead(title, close) {
  return element(
    'header',
    {},
    element('h2', { dir: 'auto' }, title),
    element(
      'button',
      { type: 'button', onclick: close, 'aria-label': 'Close the article' },
      'Close',
    ),
  );
}

/** That something was cut from the page. @param {number | undefined} count `undefined` where nobody knows any more */
export function cutsLine(count) {
  return element('p', { class: 'hint' }, cutsSentence(count));
}

/** @param {number | undefined} count */
function cutsSentence(count) {
  if (count === undefined) return 'What was cut from the page was not kept when it was read.';
  if (count === 0) return 'Nothing was cut from the page.';
  return count === 1
    ? 'One thing was cut from the page. It is struck out where it stood.'
    : `${count} things were cut from the page. They are struck out where they stood.`;
}
