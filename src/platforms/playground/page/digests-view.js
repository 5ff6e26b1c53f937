import { ask } from './connection.js';
import { byId, element } from './element.js';

import { fail } from './notice.js';
import { printable, shownName } from './shown-name.js';

/** @import { ShownDigest, ShownRun } from '../playground-parts.ts' */

/**
 * The digests of this channel: when they come, what became of them. What is done with one is a command in the channel.
 * @param {{ say: (text: string) => void }} doing
 */
export function createDigestsView({ say }) {
  const dialog = byId('digests');
  /** @param {string} command */
  const command = (command) => {
    dialog.close();
    say(command);
  };

  return async function open() {
    try {
      /** @type {{ digests: readonly ShownDigest[] }} */
      const { digests } = await ask('digests');
      dialog.replaceChildren(
        element(
          'header',
          {},
          element('h2', { id: 'digests-title' }, 'Digests'),
          element(
            'button',
            { type: 'button', class: 'quiet', onclick: () => dialog.close() },
            'Close',
          ),
        ),
        digests.length === 0
          ? element(
              'p',
              {},
              'None yet. A digest reads feeds on a schedule and posts the stories that matter, each with its summary.',
            )
          : element('ul', { class: 'digests' }, ...digests.map((one) => digestView(one, command))),
        element(
          'div',
          { class: 'actions' },
          element(
            'button',
            { type: 'button', class: 'primary', onclick: () => command('/digest create') },
            'New digest',
          ),
        ),
      );
      // By a second click it is open already.
      if (!dialog.open) dialog.showModal();
    } catch (error) {
      fail(error);
    }
  };
}

/** @param {ShownDigest} digest @param {(command: string) => void} command */
function digestView({ plan, runs }, command) {
  const { name, schedule, timezone, isPaused, isOfFile, sources, next } = plan;
  /** @param {string} label @param {string} verb */
  const button = (label, verb) =>
    element(
      'button',
      {
        type: 'button',
        'aria-label': `${label}: ${printable(name)}`,
        onclick: () => command(`/digest ${verb} ${name}`),
      },
      label,
    );
  return element(
    'li',
    {},
    element('h3', {}, shownName(name), isPaused ? ' (paused)' : ''),
    element('p', {}, `${schedule}, ${timezone}, from ${sources.join(', ')}`),
    isPaused || next.length === 0
      ? undefined
      : element('p', {}, 'Next: ', next.slice(0, 3).join(' · ')),
    element(
      'div',
      { class: 'actions' },
      button('Preview', 'preview'),
      button('Run now', 'run'),
      ...(isOfFile
        ? []
        : [
            isPaused ? button('Resume', 'resume') : button('Pause', 'pause'),
            button('Edit', 'edit'),
            button('Remove', 'remove'),
          ]),
    ),
    element('h4', {}, 'Last times'),
    runs.length === 0
      ? element('p', { class: 'hint' }, 'It has not run yet.')
      : element('ol', { class: 'runs' }, ...runs.map(runView)),
  );
}

/** @param {ShownRun} run */
function runView({ line, stories, sources }) {
  if (stories.length + sources.length === 0) return element('li', {}, line);
  return element(
    'li',
    {},
    element(
      'details',
      {},
      element('summary', {}, line),
      stories.length === 0 ? undefined : element('p', {}, 'Posted:'),
      element(
        'ul',
        {},
        ...stories.map((title) => element('li', { dir: 'auto' }, printable(title))),
      ),
      sources.length === 0 ? undefined : element('p', {}, 'Sources:'),
      element(
        'ul',
        {},
        ...sources.map(({ address, title, items, fault }) =>
          element('li', {}, shownName(title ?? address), `: ${fault ?? `${items} items`}`),
        ),
      ),
    ),
  );
}
