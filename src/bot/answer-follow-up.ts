import { helpPost } from '../post/help-post.ts';
import type { Post } from '../post/post.ts';
import { passagesPost } from '../post/passages-post.ts';
import { sourcesPost } from '../post/sources-post.ts';
import { allQuotesPost, summaryActions, summarySection } from '../post/summary-post.ts';
import type { FollowUpRequest, Wish } from '../ports/request.ts';
import type { AnsweredArticle, StoredAnswer } from '../ports/store.ts';
import type { Length } from '../summary/summary.ts';
import { problemAnswer, type Answer, type AnswerAbout } from './answer.ts';
import { answerSummarize } from './answer-summarize.ts';
import type { Asked } from './asked.ts';
import type { SummaryForm } from '../engine/task.ts';
import type { BotParts } from './bot-parts.ts';
import type { Endings } from './create-endings.ts';
import { findPlaces } from './find-places.ts';
import { readSource, summarizeKept, withLink, type ReadArticle } from './read-source.ts';

/** What was asked about an answer that was given. */
export async function answerFollowUp(
  parts: BotParts,
  request: FollowUpRequest,
  asked: Asked & { readonly endings: Endings },
): Promise<Answer> {
  const { ask } = request;
  if (ask.kind === 'confirm' || ask.kind === 'discard')
    return parts.digests.decide(request, ask.kind, asked);
  const answer = await findInTime(parts, request, asked);
  if (answer === undefined) return answerNothing(parts, request, asked);
  switch (ask.kind) {
    case 'delete':
      return deleteAnswer({ request, answer }, asked);
    case 'shorter':
    case 'longer':
      return answerInLength(
        parts,
        { request, answer, length: next(answer.length, ask.kind) },
        asked,
      );
    case 'quotes':
    case 'sources':
    case 'question':
      return answerAbout(parts, { request, answer, ask }, asked);
  }
}

/** Who is quick may ask about an answer before it is written down what that is about. */
async function findInTime(
  parts: BotParts,
  request: FollowUpRequest,
  { endings, signal }: { readonly endings: Endings; readonly signal: AbortSignal },
): Promise<StoredAnswer | undefined> {
  const found = await findMeant(parts, request);
  if (found !== undefined) return found;
  await endings.settled(request.channel, signal);
  return findMeant(parts, request);
}

function findMeant(
  { store }: BotParts,
  { about, platform }: FollowUpRequest,
): Promise<StoredAnswer | undefined> {
  if ('key' in about) return store.findAnswer(about.key);
  if ('messageId' in about) return store.findAnswerByMessage(platform, about.messageId);
  return store.findLatestAnswer(platform, about.latestIn);
}

/** No answer of ours stands there, or it is kept no longer. */
function answerNothing(
  parts: BotParts,
  request: FollowUpRequest,
  asked: Asked,
): Promise<Answer> | Answer {
  const { about, from } = request;
  if ('latestIn' in about)
    return { kind: 'post', post: helpPost(parts.settings.name), audience: 'everyone' };
  if (from.kind === 'reply' && !from.isAddressed) return { kind: 'silence' };
  if (from.kind === 'reply' && from.otherwise.length > 0)
    return answerSummarize(parts, { sources: from.otherwise }, asked);
  return problemAnswer({ code: 'no-longer-kept' });
}

interface Followed {
  readonly request: FollowUpRequest;
  readonly answer: StoredAnswer;
}

const LENGTHS: readonly Length[] = ['brief', 'standard', 'detailed'];

/** The neighbouring length; at the ends the same. */
function next(length: Length, direction: 'shorter' | 'longer'): Length {
  const at = LENGTHS.indexOf(length) + (direction === 'shorter' ? -1 : 1);
  return LENGTHS[at] ?? length;
}

async function deleteAnswer(
  { request, answer }: Followed,
  { platform, signal }: Asked,
): Promise<Answer> {
  if (answer.person !== request.person && !request.isModerator)
    return problemAnswer({ code: 'not-yours' });
  const message = request.from.kind === 'button' ? request.from.message : answer.message;
  if (message !== undefined) await platform.remove(message, signal);
  return { kind: 'silence', removes: answer.key };
}

/** Whoever asked for the summary changes it by its buttons; for anybody else there is one of their own beside it. */
async function answerInLength(
  parts: BotParts,
  { request, answer, length }: Followed & { readonly length: Length },
  asked: Asked,
): Promise<Answer> {
  // As many quotes as were asked for; else as many as the new length has.
  const form: SummaryForm = {
    length,
    ...(answer.maxQuotes === undefined ? {} : { maxQuotes: answer.maxQuotes }),
  };
  const read = await readAgain(parts, answer.articles, { ...asked, form });
  if (read.status === 'failed') return problemAnswer(read.problem);
  const isOwn = answer.person === request.person;
  const isClick = request.from.kind === 'button';
  return {
    kind: 'post',
    post: {
      sections: read.articles.map(({ kept, summary }) =>
        summarySection(kept.article, summary, kept.id),
      ),
      actions: summaryActions(
        length,
        read.articles.map(({ summary }) => summary),
      ),
    },
    audience: isClick && !isOwn ? 'person' : 'everyone',
    about: aboutRead(read.articles, form),
    ...(request.from.kind === 'button' && isOwn
      ? { replaces: { key: answer.key, answer, message: request.from.message } }
      : {}),
  };
}

async function answerAbout(
  parts: BotParts,
  { request, answer, ask }: Followed & { readonly ask: Wish },
  asked: Asked,
): Promise<Answer> {
  const audience = request.from.kind === 'button' ? 'person' : 'everyone';
  const form: SummaryForm = {
    length: answer.length,
    ...(answer.maxQuotes === undefined ? {} : { maxQuotes: answer.maxQuotes }),
  };
  const read = await readAgain(parts, answer.articles, { ...asked, form });
  if (read.status === 'failed') return problemAnswer(read.problem);
  const kept = read.articles.map((one) => one.kept);
  // A reply to this one is about the same articles.
  const about = aboutRead(read.articles, form);
  const said = (post: Post): Answer => ({ kind: 'post', post, audience, about });
  switch (ask.kind) {
    case 'quotes':
      return said(allQuotesPost(kept));
    case 'sources':
      return said(
        sourcesPost(
          read.articles.map(({ kept: { id, article }, summary }) => ({ id, article, summary })),
        ),
      );
    case 'question': {
      const found = await findPlaces(parts, { kept, question: ask.text }, asked);
      return found.status === 'failed'
        ? problemAnswer(found.problem)
        : said(passagesPost(found.found));
    }
  }
}

/** As they were read now: a page that was read again may say something else. */
function aboutRead(
  read: readonly Extract<ReadArticle, { readonly status: 'read' }>[],
  form: SummaryForm,
): AnswerAbout {
  const articles = read.map(({ kept: { id }, link }) =>
    link === undefined ? { id } : { id, link },
  );
  return { articles, form, isGiven: articles.some(({ link }) => link === undefined) };
}

type ReadAgain =
  | {
      readonly status: 'read';
      readonly articles: readonly Extract<ReadArticle, { readonly status: 'read' }>[];
    }
  | Extract<ReadArticle, { readonly status: 'failed' }>;

/** The articles of an answer: as they are kept, else read again where a link tells where. */
async function readAgain(
  parts: BotParts,
  articles: readonly AnsweredArticle[],
  asked: Asked & { readonly form: SummaryForm },
): Promise<ReadAgain> {
  const read = await Promise.all(
    articles.map(async ({ id, link }): Promise<ReadArticle> => {
      const kept = await parts.store.findArticle(id);
      if (kept !== undefined) {
        const again = await summarizeKept(parts, kept, asked);
        return link === undefined ? again : withLink(again, link);
      }
      if (link === undefined) return { status: 'failed', problem: { code: 'no-longer-kept' } };
      return readSource(parts, { kind: 'link', url: link }, asked);
    }),
  );
  const failed = read.find((one) => one.status === 'failed');
  if (failed !== undefined) return failed;
  return { status: 'read', articles: read.filter((one) => one.status === 'read') };
}
