import { byId, element } from './element.js';

/** @typedef {{ label: string, run: () => void }} Choice */

/** The menu of a message: opened by its button or as the browser opens menus, gone through with the arrow keys. */
export function createMessageMenu() {
  const menu = byId('menu');
  /** @type {HTMLElement | undefined} */
  let opener;

  menu.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    const choices = [...menu.querySelectorAll('button')];
    const at = choices.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Tab') menu.hidePopover();
    if (step === undefined) return;
    event.preventDefault();
    choices.at((at + step) % choices.length)?.focus();
  });
  menu.addEventListener('toggle', (/** @type {ToggleEvent} */ event) => {
    if (event.newState === 'closed') opener?.focus();
  });

  /** @param {HTMLElement} button @param {readonly Choice[]} choices */
  return function open(button, choices) {
    opener = button;
    menu.replaceChildren(
      ...choices.map(({ label, run }) =>
        element(
          'button',
          {
            type: 'button',
            role: 'menuitem',
            onclick: () => {
              // Before: what is chosen may take the focus elsewhere, and is not to lose it again.
              opener = undefined;
              menu.hidePopover();
              button.focus();
              run();
            },
          },
          label,
        ),
      ),
    );
    menu.showPopover();
    const { right, bottom } = button.getBoundingClientRect();
    const { width, height } = menu.getBoundingClientRect();
    menu.style.left = `${Math.max(8, right - width)}px`;
    menu.style.top = `${Math.min(bottom + 4, innerHeight - height - 8)}px`;
    menu.querySelector('button')?.focus();
  };
}
