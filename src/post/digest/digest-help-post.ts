import type { Post } from '../post.ts';
import { printableName } from '../printable.ts';
import { textPost } from '../text-post.ts';
import { DIGEST_WORDS, type DigestWord } from './digest-words.ts';

const EXAMPLE = 'Morning news';

/** What can be typed behind `/digest`. */
export function digestHelpPost(): Post {
  return {
    sections: [
      {
        title: { text: 'Digests' },
        parts: [
          {
            kind: 'text',
            text: 'I post the news of your sources to a channel, at the times that you say.',
          },
          ...DIGEST_WORDS.map(
            ({ word, isNamed, does }) =>
              ({
                kind: 'bullet',
                text: `/digest ${word}${isNamed ? ` ${EXAMPLE}` : ''}: ${does}`,
              }) as const,
          ),
        ],
        notes: [],
      },
    ],
    actions: [],
  };
}

/** Of which digest? */
export function unnamedDigestPost(word: DigestWord): Post {
  return textPost(`Say which digest: /digest ${word} ${EXAMPLE}. /digest list shows all of them.`);
}

/** Ours: of a longer word nobody can say what was meant. */
const MAX_WORD_CHARS = 20;

/** Something else stands behind `/digest`. */
export function unknownDigestWordPost(typed: string): Post {
  const nearest = nearestWord(typed.toLowerCase());
  const guess =
    nearest === undefined ? '/digest help shows what I know' : `did you mean /digest ${nearest}?`;
  const end = nearest === undefined ? '.' : '';
  return textPost(`I do not know “/digest ${printableName(typed, 40)}”; ${guess}${end}`);
}

function nearestWord(typed: string): DigestWord | undefined {
  if (typed.length > MAX_WORD_CHARS) return undefined;
  const [best] = DIGEST_WORDS.map(({ word }) => ({
    word,
    distance: word.startsWith(typed) ? 0 : difference(typed, word),
  })).sort((one, other) => one.distance - other.distance);
  return best !== undefined && best.distance <= 2 ? best.word : undefined;
}

/** How long the part is in which two words differ: two letters that were swapped are two. */
function difference(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return Math.max(one.length, other.length) - start - end;
}
