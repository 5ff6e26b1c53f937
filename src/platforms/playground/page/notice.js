import { byId } from './element.js';

const SHOWN_MS = 6000;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let going;

/** Says something to whoever sees the page and to whoever listens to it, for a while. @param {string} text */
export function notice(text) {
  const place = byId('notice');
  place.textContent = text;
  place.hidden = false;
  clearTimeout(going);
  going = setTimeout(() => {
    place.hidden = true;
    place.textContent = '';
  }, SHOWN_MS);
}

/** The same of what went wrong. @param {unknown} error */
export function fail(error) {
  notice(error instanceof Error ? error.message : String(error));
}
