// The playground's page: the channel, the message box, and the article beside them.
import { createArticleView } from './article-view.js';
import { articleIdsOf, createChannelView, summaryOf } from './channel-view.js';
import { listen, send, shareExample } from './connection.js';
import { createDigestForm } from './digest-form.js';
import { createDigestsView } from './digests-view.js';
import { announce, byId, newId } from './element.js';
import { createMessageBox } from './message-box.js';
import { createMessageMenu } from './message-menu.js';

/** @import { Message, SharedFile } from '../message.ts' */
/** @import { Reply } from '../create-talk.ts' */
/** @import { Look } from './channel-view.js' */

const offline = byId('offline');

/** @param {unknown} error */
function fail(error) {
  const sentence = error instanceof Error ? error.message : String(error);
  offline.textContent = sentence;
  offline.hidden = false;
  setTimeout(() => {
    if (offline.textContent === sentence) offline.hidden = true;
  }, 8000);
}

const article = createArticleView();
const openMenu = createMessageMenu();
const openForm = createDigestForm({ fail });

const channel = createChannelView({
  point: article.point,
  press: (message, action) => void act(() => send('press', { message: message.id, action })),
  menu: (message, button) =>
    openMenu(button, [
      { label: 'Reply', run: () => box.reply(message) },
      { label: 'Summarize', run: () => void act(() => send('summarize', { message: message.id })) },
      { label: 'Copy', run: () => void copy(message) },
    ]),
  onAnswer(message) {
    const [id] = articleIdsOf(message);
    if (id !== undefined) article.arrive(id);
  },
});
const box = createMessageBox({ say: (said) => void say(said), fail });
const openDigests = createDigestsView({ say: (text) => void say({ text, files: [] }), fail });

/** @param {() => Promise<Reply>} doing */
async function act(doing) {
  try {
    const reply = await doing();
    if (reply.status === 'form') openForm(reply.form);
    if (reply.status === 'gone') fail('That message is gone.');
    return reply;
  } catch (error) {
    fail(error);
    return undefined;
  }
}

/** @param {{ text: string, files: SharedFile[], repliesTo?: string }} said */
async function say(said) {
  const id = newId();
  channel.putOnItsWay({ id, by: 'person', atMs: Date.now(), isWaiting: true, ...said });
  const reply = await act(() => send('say', { id, ...said }));
  // It has become a form, or was refused: it is no message.
  if (reply?.status !== 'taken') channel.remove(id);
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
    announce(`Copied: ${summaryOf(message)}`);
  } catch {
    fail('The browser does not let the page copy.');
  }
}

for (const radio of document.querySelectorAll('input[name="look"]'))
  radio.addEventListener('change', (event) => {
    const { value } = /** @type {HTMLInputElement} */ (event.target);
    channel.setLook(/** @type {Look} */ (value));
  });
byId('open-digests').addEventListener('click', () => void openDigests());
byId('clear').addEventListener('click', () => {
  if (channel.isEmpty || !confirm('Remove everything from the channel?')) return;
  void act(() => send('clear'));
});
document.querySelector('[data-try="example"]')?.addEventListener('click', async () => {
  try {
    await say({ text: '/summarize', files: [await shareExample()] });
    box.focus();
  } catch (error) {
    fail(error);
  }
});

listen({
  onChannel(whole) {
    channel.reset(whole);
    const latest = channel.latestArticleId();
    if (latest === undefined) article.empty();
    else article.arrive(latest);
  },
  onMessage: (message) => channel.put(message),
  onRemoved(id) {
    channel.remove(id);
    if (channel.isEmpty) article.empty();
  },
  onState(isConnected) {
    if (!isConnected) offline.textContent = 'The connection is gone. Trying again …';
    offline.hidden = isConnected;
  },
});
