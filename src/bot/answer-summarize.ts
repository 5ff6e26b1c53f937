import type { Section } from '../post/post.ts';
import { problemSection } from '../post/problem-post.ts';
import { passagesUnder } from '../post/passages-post.ts';
import { summaryActions, summarySection } from '../post/summary-post.ts';
import type { SummarizeRequest } from '../ports/request.ts';
import type { SummaryForm } from '../engine/task.ts';
import { problemAnswer, type Answer } from './answer.ts';
import type { Asked } from './asked.ts';
import type { BotParts } from './bot-parts.ts';
import { findPlaces } from './find-places.ts';
import { findSources } from './find-sources.ts';
import { readSource, type ReadArticle } from './read-source.ts';
import { sourceName } from './source-name.ts';

/** Summaries of a request's sources, in one post; what cannot be read of several is said in its place. */
export async function answerSummarize(
  parts: BotParts,
  request: Pick<SummarizeRequest, 'sources' | 'length' | 'maxQuotes' | 'question'>,
  { platform, signal }: Asked,
): Promise<Answer> {
  const found = await findSources(request.sources, platform, signal);
  if (found.status === 'failed') return problemAnswer(found.problem);
  const form = formOf(request);
  const read = await Promise.all(
    found.sources.map((source) => readSource(parts, source, { platform, form, signal })),
  );
  const names = found.sources.map(sourceName);
  return answerOf(read, {
    names,
    form,
    isGiven: found.sources.some(({ kind }) => kind !== 'link'),
    before: await sectionsOfQuestion(parts, { question: request.question, read }, signal),
  });
}

/** What the articles say to what was asked along with them. */
async function sectionsOfQuestion(
  parts: BotParts,
  {
    question,
    read,
  }: { readonly question: string | undefined; readonly read: readonly ReadArticle[] },
  signal: AbortSignal,
): Promise<readonly Section[]> {
  if (question === undefined) return [];
  const kept = read.flatMap((one) => (one.status === 'read' ? [one.kept] : []));
  const places = await findPlaces(parts, { kept, question }, { signal });
  return places.status === 'failed'
    ? [problemSection(places.problem)]
    : passagesUnder(question, places.found);
}

/** More are no key quotes any more. */
const MAX_QUOTES = 10;

/** How a summary is put when nobody says. */
function formOf({
  length = 'standard',
  maxQuotes,
}: Pick<SummarizeRequest, 'length' | 'maxQuotes'>): SummaryForm {
  return {
    length,
    ...(maxQuotes === undefined ? {} : { maxQuotes: Math.min(maxQuotes, MAX_QUOTES) }),
  };
}

interface Told {
  readonly names: readonly string[];
  readonly form: SummaryForm;
  readonly isGiven: boolean;
  /** What stands above the summaries. */
  readonly before: readonly Section[];
}

function answerOf(read: readonly ReadArticle[], { names, form, isGiven, before }: Told): Answer {
  const done = read.filter((one) => one.status === 'read');
  const [first] = read;
  if (done.length === 0)
    return problemAnswer(first?.status === 'failed' ? first.problem : { code: 'nothing-to-read' });
  const sections = read.map((one, at): Section =>
    one.status === 'read'
      ? summarySection(one.kept.article, one.summary, one.kept.id)
      : problemSection(one.problem, names[at]),
  );
  const articles = done.map(({ kept, link }) => ({
    id: kept.id,
    ...(link === undefined ? {} : { link }),
  }));
  return {
    kind: 'post',
    post: {
      sections: [...before, ...sections],
      actions: summaryActions(
        form.length,
        done.map(({ summary }) => summary),
      ),
    },
    audience: 'everyone',
    about: { articles, form, isGiven },
  };
}
