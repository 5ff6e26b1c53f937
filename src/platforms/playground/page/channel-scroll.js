import { byId } from './element.js';

/** So near to the end is at the end. */
const END_PX = 80;
/** Whose head is seen is seen. */
const HEAD_PX = 40;
/** The looks of others have messages of their own. */
const MESSAGE = 'li[data-id]';

/**
 * Where in the channel a person is: what comes and changes leaves them where they are, or they go along with it.
 * @param {{ onSeen: (id: string) => void }} doing is told once what came below is come to
 */
export function createChannelScroll({ onSeen }) {
  const scroller = byId('channel');
  const newer = byId('newer');
  /** What came below and was not seen yet: the first of it. @type {HTMLElement | undefined} */
  let unseen;
  let isKeeping = false;

  const topOf = (/** @type {Element} */ one) =>
    one.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  const isBelow = (/** @type {Element} */ one) => topOf(one) > scroller.clientHeight - HEAD_PX;
  /** @param {Element} item */
  const toStart = (item) => scroller.scrollTo({ top: scroller.scrollTop + topOf(item) });

  /** The first message that begins in view, else the one that fills it. */
  const findFirst = () => {
    const all = [...scroller.querySelectorAll(MESSAGE)];
    const first = all.find((one) => topOf(one) > -HEAD_PX);
    return first !== undefined && !isBelow(first)
      ? first
      : all.find((one) => topOf(one) + one.getBoundingClientRect().height > HEAD_PX);
  };
  /** What is to stay where it is: what is lit, else a message. */
  const findAnchor = () => {
    const lit = scroller.querySelector('.claim.lit');
    const isLitSeen = lit !== null && topOf(lit) >= 0 && !isBelow(lit);
    const item = isLitSeen ? lit.closest(MESSAGE) : findFirst();
    if (!item) return undefined;
    const claim = isLitSeen ? lit.getAttribute('data-claim') : undefined;
    // What was lit may be another element afterwards.
    const find = () => (claim ? item.querySelector(`[data-claim="${claim}"]`) : undefined) ?? item;
    return { find, top: topOf(find()) };
  };

  const look = () => {
    if (unseen === undefined || (unseen.isConnected && isBelow(unseen))) return;
    const { id } = unseen.dataset;
    const isThere = unseen.isConnected;
    unseen = undefined;
    newer.hidden = true;
    if (isThere && id !== undefined) onSeen(id);
  };
  scroller.addEventListener('scroll', look, { passive: true });
  newer.addEventListener('click', () => {
    const item = unseen;
    if (item === undefined) return;
    toStart(item);
    look();
    item.querySelector('article')?.focus({ preventScroll: true });
  });

  return {
    isAtEnd: () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < END_PX,
    toEnd: () => scroller.scrollTo({ top: scroller.scrollHeight }),
    /** The beginning of a message above; a short one is seen whole. */
    toStart,
    /** @param {Element} item */
    isInView: (item) => !isBelow(item) && topOf(item) + item.getBoundingClientRect().height > 0,
    /** Says that something has come, where it is out of view. @param {HTMLElement} item */
    tellOf(item) {
      if (unseen !== undefined || !isBelow(item)) return;
      unseen = item;
      newer.hidden = false;
    },
    /** Changes something and leaves what is in view where it is. @param {() => void} change */
    keepPlace(change) {
      if (isKeeping) return change();
      isKeeping = true;
      try {
        const anchor = findAnchor();
        change();
        if (anchor !== undefined) scroller.scrollTop += topOf(anchor.find()) - anchor.top;
      } finally {
        isKeeping = false;
      }
      look();
    },
    /** Calls back when an item comes near to what is in view, and when it is far again. @param {(id: string, isNear: boolean) => void} take */
    watchNear(take) {
      const options = { root: scroller, rootMargin: '75% 0px' };
      return new IntersectionObserver((entries) => {
        for (const { target, isIntersecting } of entries)
          take(/** @type {HTMLElement} */ (target).dataset['id'] ?? '', isIntersecting);
      }, options);
    },
  };
}
