import { element } from './element.js';

/** Ours: before that nobody asks whether it still goes on. */
const FIRST_SHOWN_S = 3;

setInterval(() => {
  for (const place of document.querySelectorAll('[data-since]')) show(place);
}, 1000);

/**
 * That something is being done, and for how long.
 * @param {string} text
 * @param {number} sinceMs
 */
export function waitingLine(text, sinceMs) {
  const elapsed = element('span', {
    class: 'elapsed',
    'data-since': sinceMs,
    'aria-hidden': 'true',
  });
  show(elapsed);
  return element(
    'p',
    { class: 'waiting' },
    text,
    element(
      'span',
      { class: 'dots', 'aria-hidden': 'true' },
      element('i'),
      element('i'),
      element('i'),
    ),
    elapsed,
  );
}

/** @param {Element} place */
function show(place) {
  const seconds = Math.floor((Date.now() - Number(place.getAttribute('data-since'))) / 1000);
  place.textContent = seconds < FIRST_SHOWN_S ? '' : `${seconds} s`;
}
