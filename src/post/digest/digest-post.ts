import type { Part, Post, Section, Title } from '../post.ts';
import type { Action } from '../actions.ts';

/** A digest, before it is known how much of it stands in one message. */
export interface ToldDigest {
  readonly name: string;
  /** In local time. */
  readonly at: string;
  /** At least one, the best first. */
  readonly stories: readonly ToldStory[];
  /** What could not be read, a sentence each. */
  readonly footnotes: readonly string[];
}

export interface ToldStory {
  readonly title: Title;
  /** `Harbour Gazette · also in Eel Weekly` */
  readonly about: string;
  /** A bullet or two; of an article that could not be read what its feed says of it. */
  readonly bullets: readonly string[];
  readonly quote?: Extract<Part, { readonly kind: 'quote' }>;
  /** Why this is not the article's own. */
  readonly note?: string;
}

/** How much of each story stands there. */
interface Fullness {
  readonly bullets: number;
  /** So many stories have their quote, the first ones. */
  readonly quotes: number;
  readonly stories: number;
}

/**
 * The same digest, the fullest form first: the first that stands in one message is the one to send. What is left out
 * stands in the thread below it.
 */
export function* digestPosts(digest: ToldDigest, actions: readonly Action[]): Generator<Post> {
  const { length: stories } = digest.stories;
  const half = Math.ceil(stories / 2);
  yield postOf(digest, { bullets: 2, quotes: stories, stories }, actions);
  yield postOf(digest, { bullets: 1, quotes: stories, stories }, actions);
  yield postOf(digest, { bullets: 1, quotes: half, stories }, actions);
  yield postOf(digest, { bullets: 1, quotes: 1, stories }, actions);
  yield postOf(digest, { bullets: 1, quotes: 0, stories }, actions);
  for (let shown = stories; shown > 0; shown -= 1)
    yield postOf(digest, { bullets: 0, quotes: 0, stories: shown }, actions);
}

/** That there is nothing new, where somebody wants to hear it. */
export function nothingNewPost({ name, at, footnotes }: Omit<ToldDigest, 'stories'>): Post {
  const parts: readonly Part[] = [{ kind: 'text', text: 'Nothing new.' }];
  return {
    sections: [{ title: { text: name }, about: at, parts, notes: footnotes }],
    actions: ['delete'],
  };
}

function postOf(
  { name, at, stories, footnotes }: ToldDigest,
  fullness: Fullness,
  actions: readonly Action[],
): Post {
  const more = stories.length - fullness.stories;
  const notes = [
    ...(more > 0
      ? [more === 1 ? 'One more stands in the thread.' : `${more} more stand in the thread.`]
      : []),
    ...footnotes,
  ];
  const heading: Section = { title: { text: name }, about: at, parts: [], notes: [] };
  const told = stories
    .slice(0, fullness.stories)
    .map((story, index) => storySection(story, fullness, index < fullness.quotes));
  const end: readonly Section[] = notes.length === 0 ? [] : [{ parts: [], notes }];
  return { sections: [heading, ...told, ...end], actions };
}

function storySection(
  { title, about, bullets, quote, note }: ToldStory,
  fullness: Fullness,
  hasQuote: boolean,
): Section {
  return {
    title,
    about,
    parts: [
      ...bullets.slice(0, fullness.bullets).map((text): Part => ({ kind: 'bullet', text })),
      ...(quote === undefined || !hasQuote ? [] : [quote]),
    ],
    notes: note === undefined ? [] : [note],
  };
}
