import { ask } from './connection.js';
import { announce, byId, element } from './element.js';

/** @typedef {{ insert: string, label: string, about: string }} Completion */

/** @type {readonly Completion[]} */
const COMMANDS = [
  ['/summarize ', 'a link, a text or a file, then short, long, quotes 5 or private'],
  ['/nutgraf help', 'what there is'],
  ['/nutgraf status', 'how it is'],
  ['/nutgraf forget', 'erase what was asked for here'],
  ['/digest list', 'all digests'],
  ['/digest create', 'a new one: a form opens'],
  ['/digest show ', 'one digest, its times and last runs'],
  ['/digest edit ', 'change one'],
  ['/digest preview ', 'what it would post now'],
  ['/digest run ', 'post it now'],
  ['/digest pause ', 'until it is resumed'],
  ['/digest resume ', 'as it was'],
  ['/digest remove ', 'for good'],
].map(([insert = '', about = '']) => ({ insert, label: insert.trim(), about }));

const WITH_NAME = /^(\/digest\s+(?:show|edit|preview|run|pause|resume|remove)\s)\s*(.*)$/u;

/**
 * What may be meant by what is typed so far, in a list below the message box.
 * @param {HTMLTextAreaElement} box
 */
export function createCompletion(box) {
  const list = byId('completions');
  /** @type {readonly Completion[]} */
  let shown = [];
  let active = -1;

  const hide = () => {
    shown = [];
    active = -1;
    list.hidden = true;
    // A box of several lines is a combobox only while there is something to choose.
    box.removeAttribute('role');
    box.removeAttribute('aria-expanded');
    box.removeAttribute('aria-activedescendant');
  };
  /** @param {number} index */
  const mark = (index) => {
    active = index;
    for (const [at, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(at === index));
      if (at === index) option.scrollIntoView({ block: 'nearest' });
    }
    if (index === -1) box.removeAttribute('aria-activedescendant');
    else box.setAttribute('aria-activedescendant', `completion-${index}`);
  };
  /** @param {number} index */
  const take = (index) => {
    const taken = shown[index];
    if (taken === undefined) return;
    box.value = taken.insert;
    box.focus();
    box.dispatchEvent(new Event('input'));
  };
  /** @param {readonly Completion[]} completions */
  const show = (completions) => {
    // What stands there already need not be offered.
    if (
      completions.length === 0 ||
      completions.every(({ insert }) => insert.trim() === box.value.trim())
    )
      return hide();
    shown = completions;
    list.replaceChildren(
      ...completions.map(({ label, about }, index) =>
        element(
          'li',
          {
            id: `completion-${index}`,
            role: 'option',
            'aria-selected': 'false',
            // Not on click: the box would lose its focus before.
            onpointerdown: (/** @type {Event} */ event) => {
              event.preventDefault();
              take(index);
            },
          },
          element('b', {}, label),
          about === '' ? undefined : element('span', {}, about),
        ),
      ),
    );
    list.hidden = false;
    box.setAttribute('role', 'combobox');
    box.setAttribute('aria-expanded', 'true');
    // What stands there in full already is sent as it is.
    mark(completions.findIndex(({ insert }) => insert.trim() === box.value.trim()) === -1 ? 0 : -1);
    announce(completions.length === 1 ? 'One command' : `${completions.length} commands`);
  };
  const suggest = async () => {
    const typed = box.value;
    if (!typed.startsWith('/') || typed.includes('\n')) return hide();
    const named = WITH_NAME.exec(typed);
    if (named === null)
      return show(COMMANDS.filter(({ insert }) => insert.startsWith(typed.toLowerCase())));
    const [, command = '', name = ''] = named;
    const { choices } = await ask('suggest', { field: 'name', typed: name });
    if (box.value !== typed) return;
    show(
      choices.map((/** @type {{ label: string, value: string }} */ { label, value }) => ({
        insert: `${command}${value}`,
        label: `${command}${value}`,
        about: label === value ? '' : label,
      })),
    );
  };
  box.addEventListener('input', () => {
    // Without suggestions everything can be typed all the same.
    suggest().catch(hide);
  });
  box.addEventListener('blur', hide);

  /** Whether a key was for the list. @param {KeyboardEvent} event */
  return function takeKey(event) {
    if (list.hidden) return false;
    const count = shown.length;
    switch (event.key) {
      case 'ArrowDown':
        mark((active + 1) % count);
        return true;
      case 'ArrowUp':
        mark((active + count - (active === -1 ? 0 : 1)) % count);
        return true;
      case 'Escape':
        hide();
        return true;
      case 'Tab':
        if (event.shiftKey) return false;
        take(Math.max(active, 0));
        return true;
      case 'Enter':
        if (active === -1) return false;
        take(active);
        return true;
      default:
        return false;
    }
  };
}
