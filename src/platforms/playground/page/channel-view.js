import { createBotItem } from './bot-item.js';
import { createChannelScroll } from './channel-scroll.js';
import { announce, byId, element } from './element.js';
import { createSaidItem } from './said-item.js';
import { articleIdsOf, summaryOf } from './summary-of.js';

/** @import { Action } from '../../../post/actions.ts' */
/** @import { ShownMessage } from '../channel/seen-by.ts' */
/** @import { BotMessage } from '../message.ts' */
/** @import { WholeChannel } from './connection.js' */
/** @import { Pointing } from './article-view.js' */
/** @import { Look, Press } from './bot-item.js' */
/** @import { Said, Sending } from './said-item.js' */

/**
 * The messages of the channel, one below the other.
 * @param {{
 *   look: Look,
 *   point: Pointing,
 *   press: Press,
 *   menu: (message: ShownMessage, button: HTMLElement) => void,
 *   sendAgain: (message: Said) => void,
 *   takeBack: (message: Said) => void,
 *   isLooking: () => boolean,
 *   onAnswer: (message: BotMessage) => void,
 * }} doing `isLooking`: whether the person is at something that is not to move away; `onAnswer`: an answer is in view
 */
export function createChannelView(doing) {
  const list = byId('messages');
  const welcome = byId('welcome');
  /** As they stand there: what was sent and is not in the channel yet, too. @type {Map<string, ShownMessage>} */
  const messages = new Map();
  /** @type {Map<string, ReturnType<typeof createSaidItem> | ReturnType<typeof createBotItem>>} */
  const items = new Map();
  /** What this page sent and has not come back. @type {Map<string, Sending>} */
  const outgoing = new Map();
  let { look } = doing;
  /** @type {Partial<Record<Action, string>>} */
  let labels = {};

  const scroll = createChannelScroll({
    onSeen(id) {
      const seen = messages.get(id);
      if (seen?.by === 'bot') doing.onAnswer(seen);
    },
  });
  const near = scroll.watchNear((id, isNear) => {
    const shown = items.get(id);
    if (shown !== undefined && 'setNear' in shown) shown.setNear(isNear);
  });
  const showWelcome = () => {
    welcome.hidden = messages.size > 0;
  };

  /** @param {string} id @param {'person' | 'bot'} by */
  const makeItem = (id, by) => {
    const menu = (/** @type {HTMLElement} */ button) => {
      const message = messages.get(id);
      if (message !== undefined) doing.menu(message, button);
    };
    const withSaid = (/** @type {(message: Said) => void} */ work) => () => {
      const message = messages.get(id);
      if (message?.by === 'person') work(message);
    };
    return by === 'bot'
      ? createBotItem(id, { ...doing, menu, labels: () => labels, keepPlace: scroll.keepPlace })
      : createSaidItem({
          id,
          menu,
          sendAgain: withSaid(doing.sendAgain),
          takeBack: withSaid(doing.takeBack),
        });
  };
  /** @param {ShownMessage} message */
  const draw = (message) => {
    const shown = items.get(message.id) ?? makeItem(message.id, message.by);
    if (!items.has(message.id)) {
      items.set(message.id, shown);
      placeOf(message).append(shown.item);
      near.observe(shown.item);
    }
    if (message.by === 'bot' && 'setNear' in shown) shown.show(message, look);
    if (message.by === 'person' && !('setNear' in shown)) {
      const around = { sending: outgoing.get(message.id), replied: repliedText(message) };
      scroll.keepPlace(() => shown.show(message, around));
    }
    return shown.item;
  };
  /** A thread stands below its message. @param {ShownMessage} message @returns {Element} */
  const placeOf = (message) => {
    const head = message.by === 'bot' && message.below ? items.get(message.below)?.item : undefined;
    if (head === undefined) return list;
    const known = head.querySelector(':scope > ol.thread');
    if (known !== null) return known;
    const thread = element('ol', { class: 'thread', 'aria-label': 'Thread' });
    head.append(thread);
    return thread;
  };
  /** @param {Said} message */
  const repliedText = ({ repliesTo }) => {
    const replied = repliesTo === undefined ? undefined : messages.get(repliesTo);
    return replied === undefined ? undefined : summaryOf(replied);
  };
  /** @param {string} id */
  const drop = (id) => {
    const item = items.get(id)?.item;
    const hadFocus = item?.contains(document.activeElement) === true;
    messages.delete(id);
    outgoing.delete(id);
    items.delete(id);
    if (item === undefined) return;
    near.unobserve(item);
    scroll.keepPlace(() => item.remove());
    if (hadFocus) byId('channel').focus({ preventScroll: true });
  };

  return {
    /** The whole channel, after the connection came about. @param {WholeChannel} whole */
    reset({ messages: all, labels: said }) {
      labels = said;
      const isAlong = items.size === 0 || (scroll.isAtEnd() && !doing.isLooking());
      const there = new Set(all.map(({ id }) => id));
      const gone = [...messages.keys()].filter((id) => !there.has(id) && !outgoing.has(id));
      const changed = all.filter(
        (one) =>
          outgoing.delete(one.id) || JSON.stringify(messages.get(one.id)) !== JSON.stringify(one),
      );
      const added = changed.filter(({ id, by }) => !items.has(id) && by === 'bot');
      const isFirst = items.size === 0;
      scroll.keepPlace(() => {
        gone.forEach(drop);
        for (const message of changed) messages.set(message.id, message);
        changed.forEach(draw);
      });
      showWelcome();
      const first = items.get((isFirst ? added.at(-1) : added[0])?.id ?? '')?.item;
      if (first === undefined) return isFirst ? scroll.toEnd() : undefined;
      if (isAlong) scroll.toStart(first);
      else scroll.tellOf(first);
    },
    /** @param {ShownMessage} message */
    put(message) {
      const isAlong = scroll.isAtEnd() && !doing.isLooking();
      const isNew = !messages.has(message.id);
      messages.set(message.id, message);
      outgoing.delete(message.id);
      showWelcome();
      const item = draw(message);
      if (message.by === 'person') return isAlong ? scroll.toEnd() : undefined;
      announce(`Nutgraf: ${summaryOf(message)}`);
      const isSeen = scroll.isInView(item);
      if (isAlong && (isNew || isSeen)) scroll.toStart(item);
      else if (isNew) scroll.tellOf(item);
      if (!doing.isLooking() && scroll.isInView(item)) doing.onAnswer(message);
    },
    /** What is being sent stands there at once; `put` follows when it has come. @param {Said} message @param {Sending} sending */
    putOutgoing(message, sending) {
      outgoing.set(message.id, sending);
      messages.set(message.id, message);
      showWelcome();
      draw(message);
      scroll.toEnd();
    },
    /** @param {string} id */
    remove(id) {
      drop(id);
      showWelcome();
    },
    /** What was not sent and stands here alone goes, too. */
    removeOutgoing() {
      [...outgoing.keys()].forEach(drop);
      showWelcome();
    },
    /** @param {Look} next */
    setLook(next) {
      look = next;
      scroll.keepPlace(() => {
        for (const message of messages.values()) if (message.by === 'bot') draw(message);
      });
    },
    /** The latest answer that is about an article. */
    latestArticleId() {
      return [...messages.values()].reverse().flatMap(articleIdsOf)[0];
    },
    /** @param {string} id */
    find: (id) => messages.get(id),
    /** What was said on this page's side, the latest last. */
    saidTexts() {
      return [...messages.values()].flatMap((one) =>
        one.by === 'person' && !one.isOthers && one.text !== '' ? [one.text] : [],
      );
    },
    get isEmpty() {
      return messages.size === 0;
    },
  };
}
