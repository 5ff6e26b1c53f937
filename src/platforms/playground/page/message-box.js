import { createAttachments } from './attachments.js';
import { createCompletion } from './completion.js';
import { byId, element } from './element.js';
import { notice } from './notice.js';
import { summaryOf } from './summary-of.js';
import { takeDrops } from './take-drops.js';

/** @import { Message, SharedFile } from '../message.ts' */

/** So much in one paste is a page and no message. */
const PAGE_CHARS = 1500;
/** Where there is one at hand no keyboard comes up over the page. */
const hasKeyboard = matchMedia('(pointer: fine)');

/**
 * Where a person types, attaches files, drops them, and pastes whole pages.
 * @param {{
 *   say: (said: { text: string, files: readonly SharedFile[], repliesTo?: string }) => void,
 *   find: (id: string) => Message | undefined,
 *   saidTexts: () => readonly string[],
 * }} doing `saidTexts`: what was said before, the latest last
 */
export function createMessageBox({ say, find, saidTexts }) {
  const form = byId('box');
  /** @type {HTMLTextAreaElement} */
  const box = byId('text');
  const replying = byId('replying');
  const picker = byId('file');
  const takeKey = createCompletion(box);
  const attachments = createAttachments({ onTaken: () => focus() });
  /** @type {Message | undefined} */
  let repliesTo;
  let isSending = false;
  /** How far back what was said before is called up; 0 is what is typed. */
  let back = 0;

  /** Nothing happens where that would bring a keyboard up. */
  const focus = () => {
    if (hasKeyboard.matches) box.focus();
  };
  const grow = () => {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight}px`;
  };
  /** @param {string} text */
  const write = (text) => {
    box.value = text;
    box.dispatchEvent(new Event('input'));
    box.focus();
  };
  /** @param {Message | undefined} message */
  const reply = (message) => {
    repliesTo = message;
    replying.hidden = message === undefined;
    if (message === undefined) return replying.replaceChildren();
    replying.replaceChildren(
      element('span', { dir: 'auto' }, `Replying to: ${summaryOf(message)}`),
      element(
        'button',
        {
          type: 'button',
          class: 'quiet',
          'aria-label': 'Do not reply',
          onclick: () => reply(undefined),
        },
        '×',
      ),
    );
    box.focus();
  };
  /** @param {Blob} file @param {string} name */
  const attach = (file, name) => {
    attachments.attach(file, name);
    focus();
  };
  const submit = async () => {
    // A second Enter while a file is on its way is the first.
    if (isSending) return;
    isSending = true;
    const files = await attachments.settle();
    isSending = false;
    if (files === undefined)
      return notice('Not sent yet: a file is not attached. Take it away, or give another.');
    const text = box.value.trim();
    if (text === '' && files.length === 0) return;
    const said = { text, files, ...(repliesTo === undefined ? {} : { repliesTo: repliesTo.id }) };
    box.value = '';
    attachments.set([]);
    reply(undefined);
    box.dispatchEvent(new Event('input'));
    say(said);
  };
  /** Earlier messages, as a terminal has them. @param {KeyboardEvent} event */
  const callUp = (event) => {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (step === undefined || (back === 0 && (step === -1 || box.value !== ''))) return false;
    const texts = saidTexts();
    const next = Math.min(back + step, texts.length);
    // No list of commands comes up: the arrows are for going on.
    box.value = next === 0 ? '' : (texts.at(-next) ?? '');
    grow();
    back = next;
    return true;
  };

  form.addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault();
    void submit();
  });
  box.addEventListener('input', () => {
    back = 0;
    grow();
  });
  addEventListener('resize', grow);
  box.addEventListener('keydown', (event) => {
    // While signs are put together (Chinese, Japanese) Enter is for that.
    if (event.isComposing) return;
    if (takeKey(event) || callUp(event)) return event.preventDefault();
    if (event.key === 'Escape' && repliesTo !== undefined) reply(undefined);
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void submit();
  });
  box.addEventListener('paste', (event) => {
    const given = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (given.length === 0 && text.length < PAGE_CHARS) return;
    event.preventDefault();
    if (text.length >= PAGE_CHARS) attach(new Blob([text]), 'Pasted page.txt');
    else for (const file of given) attach(file, file.name);
  });
  byId('attach').addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => {
    for (const file of picker.files) attach(file, file.name);
    picker.value = '';
  });
  takeDrops({ attach, write: (text) => write(`${box.value} ${text}`.trim()) });
  grow();

  return {
    reply,
    limit: attachments.limit,
    /** A message that was not sent is in the box again. @param {{ text: string, files: readonly SharedFile[], repliesTo?: string }} said */
    restore({ text, files, repliesTo: replied }) {
      attachments.set(files);
      reply(replied === undefined ? undefined : find(replied));
      write(`${text}\n${box.value}`.trim());
    },
    focus,
  };
}
