import { createCompletion } from './completion.js';
import { sendFile } from './connection.js';
import { announce, byId, element } from './element.js';
import { sizeInWords, summaryOf } from './channel-view.js';

/** @import { Message, SharedFile } from '../message.ts' */

/** So much in one paste is a page and no message. */
const PAGE_CHARS = 1500;
const MAX_FILES = 3;

/**
 * Where a person types, attaches files, drops them, and pastes whole pages.
 * @param {{ say: (said: { text: string, files: SharedFile[], repliesTo?: string }) => void, fail: (error: unknown) => void }} doing
 */
export function createMessageBox({ say, fail }) {
  const form = byId('box');
  /** @type {HTMLTextAreaElement} */
  const box = byId('text');
  const chips = byId('chips');
  const replying = byId('replying');
  const picker = byId('file');
  const takeKey = createCompletion(box);
  /** @type {SharedFile[]} */
  let files = [];
  /** @type {Message | undefined} */
  let repliesTo;
  let uploading = Promise.resolve();

  const grow = () => {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight}px`;
  };
  const showChips = () => {
    chips.hidden = files.length === 0;
    chips.replaceChildren(
      ...files.map((file) =>
        element(
          'li',
          {},
          `${file.name} · ${sizeInWords(file.sizeBytes)} `,
          element(
            'button',
            {
              type: 'button',
              'aria-label': `Take ${file.name} away`,
              onclick: () => {
                files = files.filter((one) => one !== file);
                showChips();
                box.focus();
              },
            },
            '×',
          ),
        ),
      ),
    );
  };
  /** @param {Message | undefined} message */
  const reply = (message) => {
    repliesTo = message;
    replying.hidden = message === undefined;
    if (message === undefined) return replying.replaceChildren();
    replying.replaceChildren(
      element('span', {}, `Replying to: ${summaryOf(message)}`),
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
    uploading = uploading.then(async () => {
      if (files.length >= MAX_FILES) return announce(`No more than ${MAX_FILES} files.`);
      try {
        files = [...files, await sendFile(file, name)];
        announce(`${name} is attached.`);
      } catch (error) {
        fail(error);
      }
      showChips();
      box.focus();
    });
  };
  const submit = async () => {
    await uploading;
    const text = box.value.trim();
    if (text === '' && files.length === 0) return;
    const said = { text, files, ...(repliesTo === undefined ? {} : { repliesTo: repliesTo.id }) };
    box.value = '';
    files = [];
    showChips();
    reply(undefined);
    box.dispatchEvent(new Event('input'));
    say(said);
  };

  form.addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault();
    void submit();
  });
  box.addEventListener('input', grow);
  box.addEventListener('keydown', (event) => {
    // While signs are put together (Chinese, Japanese) Enter is for that.
    if (event.isComposing) return;
    if (takeKey(event)) return event.preventDefault();
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
  takeDrops(attach);

  return { reply, focus: () => box.focus() };
}

/** @param {(file: Blob, name: string) => void} attach */
function takeDrops(attach) {
  const sign = byId('drop');
  const hasFiles = (/** @type {DragEvent} */ event) =>
    event.dataTransfer?.types.includes('Files') === true;
  addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    sign.hidden = false;
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) sign.hidden = true;
  });
  addEventListener('drop', (event) => {
    sign.hidden = true;
    if (!hasFiles(event)) return;
    event.preventDefault();
    for (const file of event.dataTransfer?.files ?? []) attach(file, file.name);
  });
}
