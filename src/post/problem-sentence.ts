import type { Problem, ProblemCode } from '../article/problem.ts';
import { durationInWords, sizeInWords } from './in-words.ts';
import { printableName } from './printable.ts';

type ProblemOf<Code extends ProblemCode> = Extract<Problem, { readonly code: Code }>;
type Sentences = { readonly [Code in ProblemCode]: (problem: ProblemOf<Code>) => string };

const COPY_INSTEAD = 'open it in your browser, select all, copy, and give me the text instead';

const SENTENCES: Sentences = {
  'bad-address': ({ address }) =>
    `“${printableName(address)}” is no link that I can open; give me one that begins with https:// or http://.`,
  'address-not-allowed': ({ host }) =>
    `${printableName(host)} is not on the public internet, so I do not open it; if it is yours, add its host:port to NUTGRAF_ALLOW_PRIVATE_HOSTS.`,
  'unknown-host': ({ host }) =>
    `I cannot find ${printableName(host)}; check the spelling of the link.`,
  unreachable: ({ host, reason }) =>
    `I cannot connect to ${printableName(host)} (${printableName(reason)}); try again later.`,
  'too-slow': ({ host, limitMs }) =>
    `${printableName(host)} did not answer within ${durationInWords(limitMs)}; try again later, or ${COPY_INSTEAD}.`,
  'too-many-redirects': ({ limit }) =>
    `That link sends me on more than ${limit} times; open it in your browser and give me the address that you end at.`,
  refused: ({ host, status }) => refusedSentence(printableName(host), status),
  'not-found': ({ host, status }) =>
    `${printableName(host)} has no such page (${status}); check the link, it may have moved.`,
  'server-error': ({ host, status }) =>
    `${printableName(host)} answers with an error (${status}) instead of the page; try again later.`,
  'too-large': ({ limitBytes }) =>
    `That is larger than the ${sizeInWords(limitBytes)} that I read; give me the text of the article alone.`,
  'not-text': ({ type }) =>
    `That is no article but ${printableName(type)}; I read web pages, PDF, Markdown and plain text.`,
  'bot-check': () =>
    `The site asks whether I am a person and keeps the page back; ${COPY_INSTEAD}.`,
  'consent-wall': () => `The site shows its consent form instead of the page; ${COPY_INSTEAD}.`,
  paywall: () =>
    'The article is behind a paywall and nothing of it is open; if you can read it, select all in your browser, copy, and give me the text instead.',
  'not-an-article': ({ kind }) => notAnArticleSentence(kind),
  'unreadable-pdf': ({ because }) => unreadablePdfSentence(because),
  'reading-too-slow': ({ limitMs }) =>
    `That took longer to read than the ${durationInWords(limitMs)} that I allow; give me the text of the article alone.`,
  'reader-not-started': () =>
    'My reader does not start; install the packages again (npm ci), and see that there is memory left.',
  'reading-failed': () =>
    'That page is too big or too broken for me to read; select the article in your browser, copy it, and give me the text instead.',
  'summarizing-failed': () =>
    'I read that article and then failed over its summary, which is a fault of mine; ask for the text alone to see it.',
  'too-busy': () => 'I have as much to read as I can take at the moment; try again in a minute.',
  'bad-line': ({ reason }) => `This line ${printableName(reason, 300)}.`,
  'file-not-found': ({ path }) =>
    `There is no file “${printableName(path)}”; if it is a link, begin it with https://.`,
  'file-not-readable': ({ path, reason }) =>
    `I cannot read the file “${printableName(path)}” (${printableName(reason)}).`,
};

/**
 * The one sentence that a person reads for a problem: what happened and what to do about it.
 * Hosts, paths and reasons come from outside; they are stripped of control characters and cut.
 */
export function problemSentence(problem: Problem): string {
  const sentence = SENTENCES[problem.code] as (problem: Problem) => string;
  return sentence(problem);
}

function refusedSentence(host: string, status: number): string {
  if (status === 429) {
    return `${host} gets too many requests from here (429); try again in a while, or ${COPY_INSTEAD}.`;
  }
  if (status === 407) {
    return `The proxy asks for a name and a password (407); put them into HTTPS_PROXY: http://name:password@host:port.`;
  }
  if (status === 451) {
    return `${host} may not show this page here for legal reasons (451); if you can open it, select all, copy, and give me the text instead.`;
  }
  const ask =
    status === 401 || status === 402
      ? 'gives this page to subscribers only'
      : 'refuses to give this page to programs';
  return `${host} ${ask} (${status}); ${COPY_INSTEAD}.`;
}

function notAnArticleSentence(kind: ProblemOf<'not-an-article'>['kind']): string {
  switch (kind) {
    case 'home':
      return 'That is a page of many stories and not one article; give me the link of the story itself.';
    case 'video':
      return 'That is a video with no article around it; give me a page with text.';
    case 'login':
      return `That page asks to log in first; ${COPY_INSTEAD}.`;
    case 'empty':
      return 'I find no article in that; if you see one, select it in your browser, copy it, and give me the text instead.';
  }
}

function unreadablePdfSentence(because: ProblemOf<'unreadable-pdf'>['because']): string {
  switch (because) {
    case 'damaged':
      return 'That PDF is damaged and cannot be opened; download it again.';
    case 'encrypted':
      return 'That PDF is locked with a password; save a copy without one and give me that.';
    case 'no-text':
      return 'That PDF holds pictures of pages and no text; run text recognition (OCR) over it first.';
  }
}
