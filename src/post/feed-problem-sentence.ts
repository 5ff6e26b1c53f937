import type { FeedProblem, FeedProblemCode, FoundInstead } from './feed-problem.ts';
import { durationInWords, sizeInWords } from './in-words.ts';
import { printableName } from './printable.ts';

type ProblemOf<Code extends FeedProblemCode> = Extract<FeedProblem, { readonly code: Code }>;
type Sentences = { readonly [Code in FeedProblemCode]: (problem: ProblemOf<Code>) => string };

const SENTENCES: Sentences = {
  'bad-address': ({ host }) =>
    `“${printableName(host)}” is no address of a feed; give me one that begins with https:// or http://.`,
  'address-not-allowed': ({ host }) =>
    `${printableName(host)} is not on the public internet, so I do not read feeds there; if it is yours, add its host:port to NUTGRAF_ALLOW_PRIVATE_HOSTS.`,
  'unknown-host': ({ host }) => `I cannot find ${printableName(host)}; check its spelling.`,
  unreachable: ({ host, reason }) =>
    `I cannot connect to ${printableName(host)} (${printableName(reason)}).`,
  'too-slow': ({ host, limitMs }) =>
    `${printableName(host)} did not give me its feed within ${durationInWords(limitMs)}.`,
  'too-many-redirects': ({ host }) =>
    `${printableName(host)} sends me from address to address and never to a feed; open it in a browser and give me the address that you end at.`,
  refused: ({ host, status }) => refusedSentence(printableName(host), status),
  'not-found': ({ host }) =>
    `${printableName(host)} has no feed at that address (404); it may have moved.`,
  gone: ({ host }) =>
    `${printableName(host)} says that this feed is gone for good (410); take it out of the digest.`,
  'server-error': ({ host, status }) =>
    `${printableName(host)} answers with an error (${status}) instead of its feed.`,
  'too-large': ({ host, limitBytes }) =>
    `The feed of ${printableName(host)} is larger than the ${sizeInWords(limitBytes)} that I read.`,
  'not-a-feed': ({ host, came }) =>
    `${printableName(host)} gave me ${IN_WORDS[came]} where a feed should be.`,
  'no-feed-found': ({ host }) =>
    `I find no feed on ${printableName(host)}; if you know its address, give me that.`,
  unreadable: ({ host }) =>
    `The feed of ${printableName(host)} is too big or too broken for me to read.`,
  'too-busy': ({ host }) =>
    `I had too much to read to get to the feed of ${printableName(host)}; I will try again.`,
};

const IN_WORDS: Readonly<Record<FoundInstead, string>> = {
  page: 'a web page',
  data: 'data that are no feed',
  text: 'a text',
  nothing: 'nothing',
};

/** The one sentence that a person reads about a feed that could not be read. Hosts and reasons come from outside. */
export function feedProblemSentence(problem: FeedProblem): string {
  const sentence = SENTENCES[problem.code] as (problem: FeedProblem) => string;
  return sentence(problem);
}

function refusedSentence(host: string, status: number | undefined): string {
  if (status === undefined) return `${host} asks whether I am a person and keeps its feed back.`;
  if (status === 429) return `${host} gets too many requests from here (429).`;
  if (status === 401 || status === 402)
    return `${host} gives this feed to subscribers only (${status}).`;
  return `${host} refuses to give its feed to programs (${status}).`;
}
