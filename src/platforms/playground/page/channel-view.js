import { drawingView } from './drawing-view.js';
import { announce, byId, element } from './element.js';
import { postView } from './post-view.js';

/** @import { Action } from '../../../post/actions.ts' */
/** @import { BotMessage, Message, SaidMessage } from '../message.ts' */
/** @import { WholeChannel } from './connection.js' */
/** @import { Pointing } from './article-view.js' */

/** @typedef {'post' | 'discord' | 'slack'} Look */

/**
 * The messages of the channel, one below the other.
 * @param {{
 *   point: Pointing,
 *   press: (message: BotMessage, action: Action) => void,
 *   menu: (message: Message, button: HTMLElement) => void,
 *   onAnswer: (message: BotMessage) => void,
 * }} doing
 */
export function createChannelView(doing) {
  const scroller = byId('channel');
  const list = byId('messages');
  const welcome = byId('welcome');
  /** As they stand there: what was sent and is not in the channel yet, too. @type {Map<string, Message>} */
  const messages = new Map();
  /** @type {Map<string, HTMLElement>} */
  const items = new Map();
  /** What was sent and has not come back. @type {Set<string>} */
  const onTheirWay = new Set();
  /** @type {Look} */
  let look = 'post';
  /** @type {Partial<Record<Action, string>>} */
  let labels = {};

  const isAtEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
  const toEnd = () => scroller.scrollTo({ top: scroller.scrollHeight });
  const showWelcome = () => {
    welcome.hidden = messages.size > 0;
  };

  /** @param {Message} message */
  const draw = (message) => {
    const stays = isAtEnd();
    const item =
      message.by === 'person'
        ? saidItem(message, onTheirWay.has(message.id), repliedText(message))
        : botItem(message);
    item.addEventListener('contextmenu', (/** @type {MouseEvent} */ event) => {
      // Where words or a link are meant the browser's own menu is wanted.
      if (getSelection()?.isCollapsed === false || isLink(event.target)) return;
      event.preventDefault();
      doing.menu(message, /** @type {HTMLElement} */ (item.querySelector('.more')));
    });
    const more = item.querySelector('.more');
    more?.addEventListener('click', () => doing.menu(message, /** @type {HTMLElement} */ (more)));
    const standing = items.get(message.id);
    items.set(message.id, item);
    if (standing !== undefined) standing.replaceWith(item);
    else placeOf(message).append(item);
    if (stays) toEnd();
  };

  /** A thread stands below its message. @param {Message} message @returns {Element} */
  const placeOf = (message) => {
    const head = message.by === 'bot' && message.below ? items.get(message.below) : undefined;
    if (head === undefined) return list;
    const known = head.querySelector(':scope > ol.thread');
    if (known !== null) return known;
    const thread = element('ol', { class: 'thread', 'aria-label': 'Thread' });
    head.append(thread);
    return thread;
  };

  /** @param {SaidMessage} message */
  const repliedText = ({ repliesTo }) => {
    const replied = repliesTo === undefined ? undefined : messages.get(repliesTo);
    return replied === undefined ? undefined : summaryOf(replied);
  };

  /** @param {BotMessage} message */
  const botItem = (message) => {
    const body = element('div', { class: 'said' });
    const press = (/** @type {Action} */ action) => doing.press(message, action);
    const item = element(
      'li',
      { class: message.isPrivate ? 'message bot private' : 'message bot', 'data-id': message.id },
      element(
        'article',
        { 'aria-label': `Nutgraf at ${timeOf(message.atMs)}` },
        headOf('Nutgraf', message.atMs, message.isPrivate ? 'Only you see this' : undefined),
        body,
      ),
    );
    const plain = () => postView(message.post, { point: doing.point, press, labels });
    if (look === 'post') {
      body.append(plain());
      return item;
    }
    item.classList.add('as-elsewhere');
    const shown = look;
    body.append(element('p', { class: 'hint' }, 'Drawing …'));
    drawingView(message, shown, { point: doing.point, press }).then(
      (drawing) => {
        const stays = isAtEnd();
        body.replaceChildren(drawing);
        if (stays) toEnd();
      },
      // The answer is there all the same.
      () => body.replaceChildren(plain()),
    );
    const thread = items.get(message.id)?.querySelector(':scope > ol.thread');
    if (thread) item.append(thread);
    return item;
  };

  const redraw = () => {
    list.replaceChildren();
    items.clear();
    for (const message of messages.values()) draw(message);
    toEnd();
  };

  return {
    /** The whole channel, after the connection came about. @param {WholeChannel} whole */
    reset({ messages: all, labels: said }) {
      labels = said;
      const waiting = [...messages.values()].filter(({ id }) => onTheirWay.has(id));
      const known = JSON.stringify([...messages.values()]);
      messages.clear();
      for (const message of all) messages.set(message.id, message);
      for (const { id } of all) onTheirWay.delete(id);
      for (const message of waiting)
        if (!messages.has(message.id)) messages.set(message.id, message);
      showWelcome();
      // A page whose connection was gone for a moment keeps its place.
      if (known !== JSON.stringify([...messages.values()])) redraw();
    },
    /** @param {Message} message */
    put(message) {
      const before = messages.get(message.id);
      messages.set(message.id, message);
      onTheirWay.delete(message.id);
      showWelcome();
      draw(message);
      if (message.by === 'person') {
        if (before === undefined || !isAtEnd()) toEnd();
        return;
      }
      announce(`Nutgraf: ${summaryOf(message)}`);
      doing.onAnswer(message);
    },
    /** What is being sent stands there at once. @param {SaidMessage} message */
    putOnItsWay(message) {
      onTheirWay.add(message.id);
      messages.set(message.id, message);
      showWelcome();
      draw(message);
      toEnd();
    },
    /** @param {string} id */
    remove(id) {
      messages.delete(id);
      onTheirWay.delete(id);
      const item = items.get(id);
      const hadFocus = item?.contains(document.activeElement);
      item?.remove();
      items.delete(id);
      showWelcome();
      if (hadFocus) byId('text').focus();
    },
    /** @param {Look} next */
    setLook(next) {
      look = next;
      redraw();
    },
    /** The latest answer that is about an article. */
    latestArticleId() {
      return [...messages.values()].reverse().flatMap(articleIdsOf)[0];
    },
    get isEmpty() {
      return messages.size === 0;
    },
  };
}

/** @param {Message} message @returns {readonly string[]} */
export function articleIdsOf(message) {
  if (message.by === 'person') return [];
  return message.post.sections.flatMap(({ articleId }) =>
    articleId === undefined ? [] : [articleId],
  );
}

/** A line that tells which message is meant. @param {Message} message */
export function summaryOf(message) {
  const text =
    message.by === 'person'
      ? message.text || message.files.map(({ name }) => name).join(', ')
      : message.post.sections.map(({ title, parts }) => title?.text ?? firstText(parts)).join('; ');
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

/** @param {BotMessage['post']['sections'][number]['parts']} parts */
function firstText(parts) {
  return parts[0]?.text ?? '';
}

/** @param {SaidMessage} message @param {boolean} isOnItsWay @param {string | undefined} replied */
function saidItem({ id, atMs, text, files, isWaiting }, isOnItsWay, replied) {
  const state = isOnItsWay ? 'Sending' : 'Nutgraf is at work';
  return element(
    'li',
    { class: 'message person', 'data-id': id },
    element(
      'article',
      { 'aria-label': `You at ${timeOf(atMs)}` },
      headOf('You', atMs),
      element(
        'div',
        { class: 'said' },
        replied === undefined ? undefined : element('p', { class: 'replied' }, replied),
        text === '' ? undefined : element('p', { class: 'words', dir: 'auto' }, text),
        ...files.map(({ name, sizeBytes }) =>
          element('p', { class: 'file' }, `${name} · ${sizeInWords(sizeBytes)}`),
        ),
      ),
    ),
    isWaiting
      ? element(
          'p',
          { class: 'waiting' },
          state,
          element(
            'span',
            { class: 'dots', 'aria-hidden': 'true' },
            element('i'),
            element('i'),
            element('i'),
          ),
        )
      : undefined,
  );
}

/** @param {string} name @param {number} atMs @param {string} [remark] */
function headOf(name, atMs, remark) {
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
      },
      '⋯',
    ),
  );
}

/** @param {number} atMs */
function timeOf(atMs) {
  return new Date(atMs).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/** @param {number} sizeBytes */
export function sizeInWords(sizeBytes) {
  if (sizeBytes < 1000) return `${sizeBytes} bytes`;
  if (sizeBytes < 1e6) return `${Math.round(sizeBytes / 1000)} KB`;
  return `${(sizeBytes / 1e6).toFixed(1)} MB`;
}

/** @param {EventTarget | null} target */
function isLink(target) {
  return target instanceof Element && target.closest('a') !== null;
}
