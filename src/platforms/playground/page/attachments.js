import { sendFile } from './connection.js';
import { byId, element } from './element.js';
import { notice } from './notice.js';
import { printable, shownName } from './shown-name.js';
import { sizeInWords } from './size-in-words.js';

/** @import { SharedFile } from '../message.ts' */
/** @import { FileLimits } from './connection.js' */

/** The server takes as many with a message. */
const MAX_FILES = 3;

/**
 * @typedef {{
 *   name: string,
 *   sizeBytes: number,
 *   state: { status: 'sending', stop: () => void, done: Promise<void> } | { status: 'there', file: SharedFile } | { status: 'failed', because: string },
 * }} Attachment
 */

/** The files that go with the next message, each with what becomes of it. @param {{ onTaken: () => void }} doing */
export function createAttachments({ onTaken }) {
  const chips = byId('chips');
  /** @type {Attachment[]} */
  let attachments = [];
  /** Unknown until the channel is there; the server looks at it in any case. @type {FileLimits | undefined} */
  let limits;

  const show = () => {
    chips.hidden = attachments.length === 0;
    chips.replaceChildren(...attachments.map(chipOf));
  };
  /** @param {Attachment} one */
  const chipOf = (one) =>
    element(
      'li',
      { class: one.state.status },
      element(
        'span',
        { role: one.state.status === 'failed' ? 'alert' : undefined },
        shownName(one.name),
        ` · ${stateOf(one)} `,
      ),
      element(
        'button',
        {
          type: 'button',
          'aria-label': `Take ${printable(one.name)} away`,
          onclick: () => {
            if (one.state.status === 'sending') one.state.stop();
            attachments = attachments.filter((other) => other !== one);
            show();
            onTaken();
          },
        },
        '×',
      ),
    );

  return {
    /** @param {Blob} file @param {string} name */
    attach(file, name) {
      if (attachments.length >= MAX_FILES)
        return notice(`A message takes ${MAX_FILES} files: ${printable(name)} is not attached.`);
      const tooLarge = tooLargeSentence(file, name, limits);
      /** @type {Attachment} */
      const own = { name, sizeBytes: file.size, state: { status: 'failed', because: tooLarge } };
      attachments = [...attachments, own];
      if (tooLarge === '') own.state = upload(own, file, show);
      show();
    },
    /** What is there once nothing is on its way; `undefined` where one of them failed, and the message waits. */
    async settle() {
      await Promise.all(
        attachments.map(({ state }) => (state.status === 'sending' ? state.done : undefined)),
      );
      const there = attachments.flatMap(({ state }) =>
        state.status === 'there' ? [state.file] : [],
      );
      return there.length === attachments.length ? there : undefined;
    },
    /** As it was before a message was sent. @param {readonly SharedFile[]} files */
    set(files) {
      attachments = files.map((file) => ({ ...file, state: { status: 'there', file } }));
      show();
    },
    /** @param {FileLimits} known */
    limit(known) {
      limits = known;
    },
  };
}

/** @param {Attachment} own @param {Blob} file @param {() => void} show @returns {Attachment['state']} */
function upload(own, file, show) {
  const stopping = new AbortController();
  const done = sendFile(file, own.name, stopping.signal).then(
    (sent) => {
      own.state = { status: 'there', file: sent };
      show();
    },
    (error) => {
      own.state = { status: 'failed', because: error instanceof Error ? error.message : '' };
      show();
    },
  );
  return { status: 'sending', stop: () => stopping.abort(), done };
}

/** @param {Attachment} one */
function stateOf({ sizeBytes, state }) {
  if (state.status === 'failed') return `not attached. ${state.because}`;
  const size = sizeInWords(sizeBytes);
  return state.status === 'sending' ? `${size} · being sent …` : size;
}

/** @param {Blob} file @param {string} name @param {FileLimits | undefined} limits */
function tooLargeSentence(file, name, limits) {
  if (limits === undefined) return '';
  const isPdf = file.type === 'application/pdf' || /\.pdf$/iu.test(name);
  const limit = isPdf ? limits.maxPdfBytes : limits.maxPageBytes;
  if (file.size <= limit) return '';
  const kind = isPdf ? 'A PDF' : 'A page or a text';
  return `${kind} may have up to ${Math.floor(limit / 1e6)} MB, this one has ${sizeInWords(file.size)}.`;
}
