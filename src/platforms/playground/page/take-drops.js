import { byId } from './element.js';

/**
 * Takes what is dropped anywhere on the page: files, or a link. While a form is open nothing is taken, and nothing is
 * opened in the page's place either.
 * @param {{ attach: (file: Blob, name: string) => void, write: (text: string) => void }} doing
 */
export function takeDrops({ attach, write }) {
  const sign = byId('drop');
  const isWanted = (/** @type {DragEvent} */ event) =>
    event.dataTransfer?.types.some((type) => type === 'Files' || type === 'text/uri-list') === true;
  const isBusy = () => document.querySelector('dialog[open]') !== null;
  addEventListener('dragover', (event) => {
    if (!isWanted(event)) return;
    event.preventDefault();
    sign.hidden = isBusy();
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) sign.hidden = true;
  });
  addEventListener('drop', (event) => {
    sign.hidden = true;
    if (!isWanted(event)) return;
    event.preventDefault();
    if (isBusy()) return;
    const files = event.dataTransfer?.files ?? [];
    for (const file of files) attach(file, file.name);
    if (files.length === 0) write(linksOf(event.dataTransfer?.getData('text/uri-list') ?? ''));
  });
}

/** Lines that begin with a hash are remarks (RFC 2483, section 5). @param {string} list */
function linksOf(list) {
  return list
    .split(/\r?\n/u)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .join(' ');
}
