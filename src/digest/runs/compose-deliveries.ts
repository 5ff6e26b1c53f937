import { shownQuote } from '../../post/shown-quote.ts';
import { digestPosts, nothingNewPost, type ToldStory } from '../../post/digest/digest-post.ts';
import { speakerLine } from '../../post/speaker-line.ts';
import { summaryActions, summarySection } from '../../post/summary-post.ts';
import type { Post } from '../../post/post.ts';
import type { ChatPlatform } from '../../ports/chat-platform.ts';
import type { DeliveryKey } from '../../ports/destination.ts';
import type { DigestPlan } from '../../ports/digest.ts';
import type { NewDelivery, NewRun, RunReport } from '../../ports/digest-store.ts';
import type { AnsweredArticle } from '../../ports/store.ts';
import { splitSentences } from '../../text/sentences.ts';
import { localTime } from '../schedule/local-time.ts';
import type { GatheredSource } from './gather-reports.ts';
import type { MadeDigest } from './make-digest.ts';
import type { ReadStory } from './read-stories.ts';

/** What a run is to send, in its order; nothing where there is no news and nobody wants to hear so. */
export function composeDeliveries(
  run: Pick<NewRun, 'plan' | 'slotMs'>,
  made: MadeDigest,
  { platform, newKey }: { readonly platform: ChatPlatform; readonly newKey: () => DeliveryKey },
): readonly NewDelivery[] {
  const { plan, slotMs } = run;
  const { stories } = made;
  if (stories.length === 0 && plan.whenNothing === 'silence') return [];
  const head: NewDelivery = {
    key: newKey(),
    position: 0,
    post: headPost(run, made, platform),
    // Before it was due nothing of it can stand there; clocks differ a little.
    to: platform.toChannel(plan.channel, slotMs - CLOCKS_DIFFER_MS),
    about: { articles: stories.flatMap(articleOf), length: plan.length },
  };
  const below = stories.flatMap((story) => threadPost(story, plan) ?? []);
  return [
    head,
    ...below.map(({ post, articles }, index) => ({
      key: newKey(),
      position: index + 1,
      post,
      about: { articles, length: plan.length },
    })),
  ];
}

const CLOCKS_DIFFER_MS = 5 * 60_000;

/** The digest itself, as full as it stands in one message. */
export function headPost(
  { plan, slotMs }: Pick<NewRun, 'plan' | 'slotMs'>,
  { stories, sources }: MadeDigest,
  platform: Pick<ChatPlatform, 'fitsOneMessage'>,
): Post {
  const { name, timezone } = plan;
  const at = localTime(slotMs, timezone);
  const footnotes = footnotesOf(sources);
  if (stories.length === 0) return nothingNewPost({ name, at, footnotes });
  const hasArticles = stories.some(({ article }) => article.status === 'read');
  const told = { name, at, stories: stories.map(toldStory), footnotes };
  let post: Post | undefined;
  const actions = hasArticles ? (['quotes', 'sources', 'delete'] as const) : (['delete'] as const);
  for (post of digestPosts(told, actions)) if (platform.fitsOneMessage(post)) return post;
  // Not even one title alone: the platform divides it.
  return post ?? nothingNewPost({ name, at, footnotes });
}

/** What people see of a run later. */
export function reportOf({ stories, sources }: MadeDigest): RunReport {
  return {
    stories: stories.map((story) => toldStory(story).title.text),
    sources: sources.map(({ address, title, items, fault }) => ({
      address,
      items,
      ...(title === undefined ? {} : { title }),
      ...(fault === undefined ? {} : { fault }),
    })),
  };
}

const MAX_FOOTNOTES = 5;

function footnotesOf(sources: readonly GatheredSource[]): readonly string[] {
  const faults = sources.flatMap(({ fault }) => fault ?? []);
  const more = faults.length - MAX_FOOTNOTES;
  const named = faults.slice(0, MAX_FOOTNOTES);
  return more > 0 ? [...named, `${more} more sources could not be read.`] : named;
}

function toldStory({ choice, article }: ReadStory): ToldStory {
  const { lead, alsoIn } = choice.story;
  const others = alsoIn.map(({ source }) => source);
  const about = [lead.source, ...(others.length === 0 ? [] : [alsoLine(others)])].join(' · ');
  if (article.status === 'failed') {
    return {
      title: titleOf(lead.title, lead.url),
      about,
      bullets: beginningOf(lead.text, lead.language),
      note: 'What the feed says of it: I could not read the article.',
    };
  }
  const { kept, summary } = article;
  const [quote] = summary.quotes;
  const speaker = quote === undefined ? undefined : speakerLine(quote);
  const title = kept.article.title.trim() === '' ? lead.title : kept.article.title;
  return {
    title: titleOf(title, lead.url),
    about,
    bullets: summary.bullets.map(({ text }) => text),
    ...(quote === undefined
      ? {}
      : {
          quote: {
            kind: 'quote',
            text: shownQuote(quote, kept.article),
            ...(speaker === undefined ? {} : { speaker }),
          },
        }),
  };
}

const MAX_OTHERS = 3;

function alsoLine(sources: readonly string[]): string {
  const more = sources.length - MAX_OTHERS;
  const named = sources.slice(0, MAX_OTHERS).join(', ');
  return `also in ${named}${more > 0 ? ` and ${more} more` : ''}`;
}

function titleOf(text: string, url: string | undefined) {
  return url === undefined ? { text } : { text, url };
}

/** Ours: as much as a bullet or two. */
const MAX_BEGINNING_CHARS = 400;

/** The first sentences of a feed's text, whole where they are not endless. */
function beginningOf(text: string, language: string | undefined): readonly string[] {
  const [paragraph = ''] = text.split('\n').filter((line) => line.trim() !== '');
  const sentences: string[] = [];
  let chars = 0;
  for (const sentence of splitSentences(paragraph, language)) {
    if (sentences.length > 0 && chars + sentence.length > MAX_BEGINNING_CHARS) break;
    sentences.push(sentence);
    chars += sentence.length;
  }
  const whole = sentences.join(' ');
  if (whole === '') return [];
  if (whole.length <= MAX_BEGINNING_CHARS) return [whole];
  return [
    `${whole
      .slice(0, MAX_BEGINNING_CHARS)
      .replace(/\s+\S*$/u, '')
      .toWellFormed()}…`,
  ];
}

interface ThreadPost {
  readonly post: Post;
  readonly articles: readonly AnsweredArticle[];
}

/** A story's full summary; of what could not be read the digest itself says all that is known. */
function threadPost(story: ReadStory, { length }: DigestPlan): ThreadPost | undefined {
  const { article } = story;
  if (article.status === 'failed') return undefined;
  return {
    post: {
      sections: [summarySection(article.kept.article, article.summary, article.kept.id)],
      actions: summaryActions(length),
    },
    articles: articleOf(story),
  };
}

function articleOf({ article }: ReadStory): readonly AnsweredArticle[] {
  if (article.status === 'failed') return [];
  const { kept, link } = article;
  return [{ id: kept.id, ...(link === undefined ? {} : { link }) }];
}
