// The playground's page: the channel, the message box, and the article beside them.
import { createArticleView } from './article-view.js';
import { createChannelView } from './channel-view.js';
import { listen, send, shareExample } from './connection.js';
import { createDigestForm } from './digest-form.js';
import { createDigestsView } from './digests-view.js';
import { byId, newId } from './element.js';
import { createMessageBox } from './message-box.js';
import { createMessageMenu } from './message-menu.js';
import { fail, notice } from './notice.js';
import { once } from './once.js';
import { recall, remember } from './remembered.js';
import { articleIdsOf, summaryOf } from './summary-of.js';

/** @import { Message, SharedFile } from '../message.ts' */
/** @import { Reply } from '../create-talk.ts' */
/** @import { Look } from './bot-item.js' */
/** @import { State } from './connection.js' */
/** @import { Said } from './said-item.js' */

/** @type {NodeListOf<HTMLInputElement>} */
const lookRadios = document.querySelectorAll('input[name="look"]');
const offline = byId('offline');
const pointingHint = byId('pointing-hint');

const article = createArticleView({
  onPointed() {
    remember('has-pointed', 'yes');
    // It leaves its room behind: nothing moves below the pointer.
    pointingHint.classList.add('followed');
  },
});
const openMenu = createMessageMenu();
const form = createDigestForm();
const channel = createChannelView({
  look: recallLook(),
  point: article.point,
  press: (message, action, button) =>
    void once(button, () => act(() => send('press', { message: message.id, action })), {
      what: `${message.id} ${action}`,
    }),
  menu: (message, button) =>
    openMenu(button, [
      { label: 'Reply', run: () => box.reply(message) },
      { label: 'Summarize', run: () => void act(() => send('summarize', { message: message.id })) },
      { label: 'Copy', run: () => void copy(message) },
    ]),
  sendAgain: (message) => void hand(message),
  takeBack(message) {
    channel.remove(message.id);
    box.restore(message);
  },
  isLooking: article.isLooking,
  onAnswer(message) {
    const [id] = articleIdsOf(message);
    if (id !== undefined) article.arrive(id);
    showPointingHint();
  },
});
const box = createMessageBox({
  say: (said) => void say(said),
  find: channel.find,
  saidTexts: channel.saidTexts,
});
const openDigests = createDigestsView({ say: (text) => void say({ text, files: [] }) });

/** @param {() => Promise<Reply>} doing */
async function act(doing) {
  article.release();
  try {
    const reply = await doing();
    if (reply.status === 'form') form.open(reply.form);
    if (reply.status === 'gone') notice('That message is gone.');
  } catch (error) {
    fail(error);
  }
}

/** @param {{ text: string, files: readonly SharedFile[], repliesTo?: string }} said */
function say(said) {
  return hand({ id: newId(), by: 'person', atMs: Date.now(), isWaiting: true, ...said });
}

/** Sends a message, and says in its place where that fails. @param {Said} message */
async function hand(message) {
  const { id, text, files, repliesTo } = message;
  article.release();
  channel.putOutgoing(message, { status: 'sending' });
  try {
    const reply = await send('say', { id, text, files, repliesTo });
    // It has become a form, and is no message.
    if (reply.status === 'form') channel.remove(id);
    if (reply.status === 'form') form.open(reply.form);
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    channel.putOutgoing(message, { status: 'unsent', because });
  }
}

/** @param {Message} message */
async function copy(message) {
  const text =
    message.by === 'person'
      ? message.text
      : message.post.sections
          .flatMap(({ title, parts }) => [title?.text ?? '', ...parts.map((part) => part.text)])
          .filter((line) => line !== '')
          .join('\n');
  try {
    await navigator.clipboard.writeText(text);
    notice(`Copied: ${summaryOf(message)}`);
  } catch {
    notice('The browser does not let the page copy.');
  }
}

/** @returns {Look} */
function recallLook() {
  const kept = recall('look');
  const radio = [...lookRadios].find(({ value }) => value === kept);
  if (radio === undefined) return 'post';
  radio.checked = true;
  return /** @type {Look} */ (radio.value);
}

/** Until somebody has done it once: that bullets and quotes can be pointed at. */
function showPointingHint() {
  if (recall('has-pointed') === undefined)
    pointingHint.hidden = channel.latestArticleId() === undefined;
}

function showLatest() {
  const latest = channel.latestArticleId();
  if (latest === undefined) article.empty();
  else if (!article.isLooking()) article.arrive(latest);
  showPointingHint();
}

/** @type {Record<State, string>} */
const STATES = {
  connected: '',
  lost: 'The connection is gone. Trying again …',
  waiting:
    'Still no connection. A browser has six for one server: where this page is open in more windows than that, close one.',
};

for (const radio of lookRadios)
  radio.addEventListener('change', () => {
    remember('look', radio.value);
    channel.setLook(/** @type {Look} */ (radio.value));
  });
byId('open-digests').addEventListener('click', () => void openDigests());
byId('clear').addEventListener('click', () => {
  if (channel.isEmpty || !confirm('Remove everything from the channel?')) return;
  channel.removeOutgoing();
  void act(() => send('clear'));
});
const example = byId('try-example');
example.addEventListener(
  'click',
  () =>
    void once(example, async () => {
      try {
        const file = await shareExample();
        box.focus();
        await say({ text: '/summarize', files: [file] });
      } catch (error) {
        fail(error);
      }
    }),
);

listen({
  onChannel(whole) {
    box.limit(whole.limits);
    channel.reset(whole);
    showLatest();
  },
  onMessage(message) {
    channel.put(message);
    // What was understood of a form is said back, and can be changed there.
    if (message.by === 'bot' && message.post.actions.includes('change')) form.forget();
  },
  onRemoved(id) {
    channel.remove(id);
    if (channel.latestArticleId() === undefined) showLatest();
  },
  onState(state) {
    offline.textContent = STATES[state];
    offline.hidden = state === 'connected';
  },
});
