import { drawingView } from './drawing-view.js';
import { element } from './element.js';
import { keepFocus } from './keep-focus.js';
import { messageHead, openByRightClick, timeOf } from './message-head.js';
import { postView } from './post-view.js';
import { waitingLine } from './waiting-line.js';

/** @import { Action } from '../../../post/actions.ts' */
/** @import { BotMessage } from '../message.ts' */
/** @import { Pointing } from './article-view.js' */

/** @typedef {'post' | 'discord' | 'slack'} Look */
/** @typedef {(message: BotMessage, action: Action, button: HTMLElement) => void} Press */

/**
 * A message of the bot. It is drawn anew by `show`, in its place and with the focus where it was.
 * @param {string} id
 * @param {{
 *   point: Pointing,
 *   press: Press,
 *   menu: (button: HTMLElement) => void,
 *   labels: () => Partial<Record<Action, string>>,
 *   keepPlace: (change: () => void) => void,
 * }} doing
 */
export function createBotItem(id, { point, press, menu, labels, keepPlace }) {
  const body = element('div', { class: 'said' });
  const state = element('div');
  const frame = element('article', { tabindex: -1 });
  const item = element('li', { class: 'message bot', 'data-id': id }, frame);
  openByRightClick(item, menu);
  /** What is to stand there. @type {{ message: BotMessage, look: Look } | undefined} */
  let wanted;
  /** What stands there or is on its way, by revision and look. @type {string | undefined} */
  let painted;
  /** Drawings are asked for where somebody comes near. */
  let isNear = false;

  /** @param {BotMessage} message */
  const frameFor = ({ atMs, isPrivate }) => {
    frame.setAttribute('aria-label', `Nutgraf at ${timeOf(atMs)}`);
    item.classList.toggle('private', isPrivate);
    const remark = isPrivate ? 'Only you see this' : undefined;
    keepFocus(frame, () =>
      frame.replaceChildren(messageHead('Nutgraf', { atMs, remark, menu }), body, state),
    );
  };
  /** @param {BotMessage} message */
  const doingFor = (message) => ({
    labels: labels(),
    /** @type {Pointing} */
    point: (thing, place) =>
      point(thing, { ...place, claim: `${id}/${message.revision}/${place.claim}` }),
    /** @param {Action} action @param {HTMLElement} button */
    press: (action, button) => press(message, action, button),
  });
  /** @param {HTMLElement} view @param {Look} look */
  const fill = (view, look) =>
    keepPlace(() => {
      item.classList.toggle('as-elsewhere', look !== 'post');
      keepFocus(frame, () => body.replaceChildren(view));
    });
  const paint = async () => {
    if (wanted === undefined) return;
    const { message, look } = wanted;
    const own = `${message.revision} ${look}`;
    if (painted === own) return;
    const plain = () => postView(message.post, doingFor(message));
    if (look === 'post' || body.childElementCount === 0) fill(plain(), 'post');
    if (look !== 'post' && !isNear) return;
    painted = own;
    if (look === 'post') return;
    try {
      const drawing = await drawingView(message, look, doingFor(message));
      if (painted === own) fill(drawing, look);
    } catch {
      // The answer is there all the same.
      if (painted === own) fill(plain(), 'post');
    }
  };

  return {
    item,
    /** @param {BotMessage} message @param {Look} look */
    show(message, look) {
      if (wanted?.message.isPrivate !== message.isPrivate) frameFor(message);
      wanted = { message, look };
      const { post, atMs } = message;
      state.replaceChildren(...(post.isUnderWay ? [waitingLine('Nutgraf is at work', atMs)] : []));
      void paint();
    },
    /** @param {boolean} isNearNow */
    setNear(isNearNow) {
      isNear = isNearNow;
      if (isNear) void paint();
    },
  };
}
