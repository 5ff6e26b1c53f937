import { element } from './element.js';
import { keepFocus } from './keep-focus.js';
import { linkedWords } from './linked-words.js';
import { messageHead, openByRightClick, timeOf } from './message-head.js';
import { shownName } from './shown-name.js';
import { sizeInWords } from './size-in-words.js';
import { waitingLine } from './waiting-line.js';

/** @import { SaidMessage } from '../message.ts' */
/** @import { ShownMessage } from '../channel/seen-by.ts' */

/** What became of a message that this page sends. @typedef {{ status: 'sending' } | { status: 'unsent', because: string }} Sending */
/** @typedef {SaidMessage & Pick<ShownMessage, 'isOthers'>} Said */

/**
 * A message that a person said. It is drawn anew by `show`, in its place.
 * @param {{ id: string, menu: (button: HTMLElement) => void, sendAgain: () => void, takeBack: () => void }} doing
 */
export function createSaidItem({ id, menu, sendAgain, takeBack }) {
  const item = element('li', { class: 'message person', 'data-id': id, tabindex: -1 });
  openByRightClick(item, menu);
  /** They never change, and what was opened of them stays open. @type {HTMLElement | undefined} */
  let words;
  /** @param {string} text */
  const wordsOf = (text) => {
    if (text !== '') words ??= element('div', {}, linkedWords(text));
    return words;
  };

  /** @param {Said} message @param {{ sending: Sending | undefined, replied: string | undefined }} around */
  const view = ({ atMs, text, files, isOthers, isPrivate }, { replied }) => {
    const name = isOthers ? 'Somebody else' : 'You';
    return element(
      'article',
      { 'aria-label': `${name} at ${timeOf(atMs)}` },
      messageHead(name, { atMs, menu, remark: isPrivate ? 'Only you see this' : undefined }),
      element(
        'div',
        { class: 'said' },
        replied === undefined ? undefined : element('p', { class: 'replied' }, replied),
        wordsOf(text),
        ...files.map(({ name, sizeBytes }) =>
          element('p', { class: 'file' }, shownName(name), ` · ${sizeInWords(sizeBytes)}`),
        ),
      ),
    );
  };
  /** @param {string} because */
  const unsentLine = (because) =>
    element(
      'p',
      { class: 'unsent', role: 'alert' },
      element('span', {}, `Not sent. ${because}`),
      element('button', { type: 'button', onclick: sendAgain }, 'Try again'),
      element('button', { type: 'button', onclick: takeBack }, 'Change it'),
    );

  return {
    item,
    /** @param {Said} message @param {{ sending: Sending | undefined, replied: string | undefined }} around */
    show(message, around) {
      const { sending } = around;
      const below =
        sending?.status === 'unsent'
          ? unsentLine(sending.because)
          : message.isWaiting
            ? waitingLine(sending ? 'Sending' : 'Nutgraf is at work', message.atMs)
            : undefined;
      const parts = [view(message, around), ...(below === undefined ? [] : [below])];
      keepFocus(item, () => item.replaceChildren(...parts));
    },
  };
}
