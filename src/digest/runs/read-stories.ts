import type { ChatPlatform } from '../../ports/chat-platform.ts';
import { readSource, type ReadArticle } from '../../bot/read-source.ts';
import type { Length } from '../../summary/summary.ts';
import { fingerprint, type Fingerprint } from '../stories/fingerprint.ts';
import type { Choice, Picks } from '../stories/pick-stories.ts';
import type { MakingParts } from './run-parts.ts';

/** A story with its article, or with what its feed says where that could not be read. */
export interface ReadStory {
  readonly choice: Choice;
  readonly article: ReadArticle;
  /** What tells it again, with the article's own address. */
  readonly fingerprints: readonly Fingerprint[];
}

/** A story that makes room for a reserve. */
export interface DroppedStory {
  readonly choice: Choice;
  /** `unreadable`: neither its page nor its feed says anything of it. `told`: its page is one that is told already. */
  readonly because: 'unreadable' | 'told';
}

export interface ReadingStories {
  readonly platform: Pick<ChatPlatform, 'download'>;
  readonly length: Length;
  readonly count: number;
  readonly posted: readonly Fingerprint[];
  readonly signal: AbortSignal;
  /** What is not read by then is given by the feed's text. */
  readonly deadline: AbortSignal;
}

/** Articles are read side by side, a few at a time: others ask for summaries meanwhile. */
const AT_ONCE = 4;

/**
 * Reads the articles of what was picked. An article that says by its own address that it is one of the others, or was
 * posted before, makes room for a reserve; so does one that cannot be read where the feed says nothing of it either.
 */
export async function readStories(
  parts: MakingParts,
  picks: Picks,
  reading: ReadingStories,
): Promise<{ readonly stories: readonly ReadStory[]; readonly dropped: readonly DroppedStory[] }> {
  const known = new Set(reading.posted.flatMap(({ addresses }) => addresses));
  const queue = [...picks.picked, ...picks.reserve];
  const stories: ReadStory[] = [];
  const dropped: DroppedStory[] = [];
  while (stories.length < reading.count && queue.length > 0) {
    const batch = queue.splice(0, Math.min(AT_ONCE, reading.count - stories.length));
    const read = await Promise.all(batch.map((choice) => readStory(parts, choice, reading)));
    for (const story of read) {
      const because = findHindrance(story, known);
      if (because !== undefined) {
        dropped.push({ choice: story.choice, because });
        continue;
      }
      for (const { addresses } of story.fingerprints) for (const one of addresses) known.add(one);
      stories.push(story);
    }
  }
  return { stories, dropped };
}

function findHindrance(
  { choice, article, fingerprints }: ReadStory,
  known: ReadonlySet<string>,
): DroppedStory['because'] | undefined {
  if (fingerprints.some(({ addresses }) => addresses.some((one) => known.has(one)))) return 'told';
  const isSaid = article.status === 'read' || choice.story.lead.text.trim() !== '';
  return isSaid ? undefined : 'unreadable';
}

async function readStory(
  parts: MakingParts,
  choice: Choice,
  reading: ReadingStories,
): Promise<ReadStory> {
  const { story } = choice;
  const article = await readArticle(parts, story.lead.url, reading);
  if (article.status === 'failed') return { choice, article, fingerprints: story.fingerprints };
  const { canonicalUrl } = article.kept.article;
  const own = fingerprint({
    ...story.lead,
    ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
  });
  return { choice, article, fingerprints: [own, ...story.fingerprints.slice(1)] };
}

async function readArticle(
  parts: MakingParts,
  url: string | undefined,
  { platform, length, signal, deadline }: ReadingStories,
): Promise<ReadArticle> {
  if (url === undefined) return { status: 'failed', problem: { code: 'nothing-to-read' } };
  const until = AbortSignal.any([signal, deadline]);
  try {
    until.throwIfAborted();
    return await readSource(
      parts,
      { kind: 'link', url },
      { platform, form: { length }, signal: until },
    );
  } catch (error) {
    signal.throwIfAborted();
    if (!deadline.aborted) throw error;
    return {
      status: 'failed',
      problem: { code: 'reading-too-slow', limitMs: parts.habits.deadlineMs },
    };
  }
}
