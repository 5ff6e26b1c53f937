import { claimOf } from './claim-of.js';
import { ask } from './connection.js';
import { element } from './element.js';

/** @import { Post } from '../../../post/post.ts' */
/** @import { Action } from '../../../post/actions.ts' */
/** @import { Drawing, MeasuredPayload } from '../draw/drawings.ts' */
/** @import { BotMessage } from '../message.ts' */
/** @import { Pointing } from './article-view.js' */

const NAMES = { discord: 'Discord', slack: 'Slack' };

/**
 * An answer as Discord or Slack shows it, with what is sent there.
 * @param {BotMessage} message
 * @param {'discord' | 'slack'} look
 * @param {{ point: Pointing, press: (action: Action, button: HTMLElement) => void }} doing
 */
export async function drawingView(message, look, doing) {
  /** @type {Drawing} */
  const { html, payloads } = await ask('drawing', { message: message.id, look });
  const drawn = element('div', { class: 'drawn' });
  // Made by our own looks, in which all that came from outside is escaped; the page lets no script in it run besides.
  drawn.innerHTML = html;
  markClaims(drawn, message.post, doing.point);
  wireButtons(drawn, message.post, doing.press);
  return element('div', {}, drawn, payloadView(payloads, look));
}

/**
 * Bullets and quotes are found again by their words.
 * @param {HTMLElement} drawn
 * @param {Post} post
 * @param {Pointing} point
 */
function markClaims(drawn, { sections }, point) {
  const places = [...drawn.querySelectorAll('li, blockquote')];
  for (const [sectionAt, { articleId, parts }] of sections.entries()) {
    for (const [partAt, part] of parts.entries()) {
      if (articleId === undefined || !('evidence' in part) || part.evidence === undefined) continue;
      const words = folded(part.text);
      const at = places.findIndex((one) => folded(one.textContent).startsWith(words));
      const [place] = at === -1 ? [] : places.splice(at, 1);
      if (place === undefined) continue;
      const shown = element('span');
      shown.append(...place.childNodes);
      place.append(shown);
      claimOf(
        shown,
        { articleId, evidence: part.evidence, claim: `${sectionAt}-${partAt}` },
        point,
      );
    }
  }
}

/** @param {string | null} text */
function folded(text) {
  return (text ?? '').replaceAll(/\s+/gu, '');
}

/**
 * The buttons stand in the order of the post's actions, below the last message.
 * @param {HTMLElement} drawn
 * @param {Post} post
 * @param {(action: Action, button: HTMLElement) => void} press
 */
function wireButtons(drawn, { actions }, press) {
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = drawn.querySelectorAll('button[data-action]');
  for (const [index, button] of buttons.entries()) {
    const action = actions[index];
    if (action !== undefined) button.addEventListener('click', () => press(action, button));
  }
}

/** @param {readonly MeasuredPayload[]} payloads @param {'discord' | 'slack'} look */
function payloadView(payloads, look) {
  const count = payloads.length === 1 ? 'the message' : `the ${payloads.length} messages`;
  return element(
    'details',
    { class: 'payload' },
    element('summary', {}, `What ${NAMES[look]} gets: ${count}, and the limits`),
    ...payloads.flatMap(({ json, measures }) => [
      element('ul', {}, ...measures.map(measureView)),
      element('pre', { tabindex: 0, 'aria-label': 'JSON' }, json),
    ]),
  );
}

/** @param {MeasuredPayload['measures'][number]} measure */
function measureView({ what, used, limit }) {
  const number = (/** @type {number} */ one) => one.toLocaleString('en');
  return element(
    'li',
    {},
    element('meter', { min: 0, max: limit, value: used, 'aria-label': what }),
    ` ${number(used)} of ${number(limit)} ${what}`,
  );
}
