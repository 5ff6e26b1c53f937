import type { FeedProblem } from '../feed-problem.ts';
import { feedProblemSentence } from '../feed-problem-sentence.ts';
import type { Post } from '../post.ts';
import { textPost } from '../text-post.ts';

/** What the maker of a digest is told of it, alone. */
export type Telling = OfItself | OfAsked;

type OfItself =
  /** Nobody can tell whether all of it stands there. */
  | { readonly kind: 'unknown'; readonly at: string }
  /** The channel is gone, or the bot may not write there. */
  | { readonly kind: 'undeliverable'; readonly at: string }
  | { readonly kind: 'failing-source'; readonly problem: FeedProblem; readonly days: number };

/** What whoever asked for one is told where none comes. */
interface OfAsked {
  readonly kind: 'nothing-new' | 'nothing-read';
}

export function tellingPost(name: string, telling: Telling): Post {
  switch (telling.kind) {
    case 'nothing-new':
      return textPost(`There is nothing new for “${name}”, so nothing was posted.`);
    case 'nothing-read':
      return textPost(
        `None of the sources of “${name}” could be read, so nothing was posted; /digest show tells more.`,
      );
    default:
      return textPost(`Your digest “${name}”: ${sentenceOf(telling)}`);
  }
}

function sentenceOf(telling: OfItself): string {
  switch (telling.kind) {
    case 'unknown':
      return `I cannot tell whether all of the one of ${telling.at} was posted, so I did not post it again; look into its channel, and use /digest run if it is missing.`;
    case 'undeliverable':
      return `the one of ${telling.at} could not be posted: its channel is gone, or I may not write there. Invite me there, or choose another channel with /digest edit.`;
    case 'failing-source': {
      const days = telling.days === 1 ? 'a day' : `${telling.days} days`;
      return `one of its sources has failed for ${days}. ${feedProblemSentence(telling.problem)} I go on trying; you can change it with /digest edit.`;
    }
  }
}
