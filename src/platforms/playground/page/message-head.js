import { element } from './element.js';

/**
 * Who says something, when, and the button of what can be done with it.
 * @param {string} name
 * @param {{ atMs: number, remark?: string | undefined, menu: (button: HTMLElement) => void }} message
 */
export function messageHead(name, { atMs, remark, menu }) {
  return element(
    'header',
    {},
    element('b', {}, name),
    element('time', { datetime: new Date(atMs).toISOString() }, timeOf(atMs)),
    remark === undefined ? undefined : element('span', { class: 'remark' }, remark),
    element(
      'button',
      {
        type: 'button',
        class: 'more',
        'aria-label': 'What to do with this message',
        'aria-haspopup': 'menu',
        onclick: (/** @type {MouseEvent} */ { currentTarget }) =>
          menu(/** @type {HTMLElement} */ (currentTarget)),
      },
      '⋯',
    ),
  );
}

/** @param {number} atMs */
export function timeOf(atMs) {
  return new Date(atMs).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/**
 * Opens a message's menu as the browser opens menus.
 * @param {HTMLElement} item
 * @param {(button: HTMLElement) => void} menu
 */
export function openByRightClick(item, menu) {
  item.addEventListener('contextmenu', (event) => {
    // Where words or a link are meant the browser's own menu is wanted.
    if (getSelection()?.isCollapsed === false || isLink(event.target)) return;
    event.preventDefault();
    // What stands in its thread has a menu of its own.
    event.stopPropagation();
    menu(/** @type {HTMLElement} */ (item.querySelector('.more')));
  });
}

/** @param {EventTarget | null} target */
function isLink(target) {
  return target instanceof Element && target.closest('a') !== null;
}
