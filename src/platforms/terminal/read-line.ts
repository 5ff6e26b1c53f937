import type { FollowUpRequest, HouseRequest, Source } from '../../ports/request.ts';
import type { Length } from '../../summary/summary.ts';
import { readDigestLine, type DigestLine } from './read-digest-line.ts';

/** What a typed line asks for. */
export type Line =
  | DigestLine
  | { readonly kind: 'nothing' }
  /** Of the draft that was shown last. */
  | { readonly kind: 'decide'; readonly decision: 'confirm' | 'discard' }
  | { readonly kind: 'house'; readonly what: HouseRequest['kind'] }
  | { readonly kind: 'follow-up'; readonly ask: FollowUpRequest['ask'] }
  | {
      readonly kind: 'summarize';
      readonly sources: readonly Source[];
      readonly length?: Length;
    };

const LENGTHS: Readonly<Record<string, Length>> = {
  brief: 'brief',
  short: 'brief',
  standard: 'standard',
  detailed: 'detailed',
  long: 'detailed',
};
const ASKS: ReadonlySet<string> = new Set(['shorter', 'longer', 'quotes', 'sources']);
const HOUSE: ReadonlySet<string> = new Set(['help', 'status', 'forget']);
const DECISIONS: ReadonlyMap<string, 'confirm' | 'discard'> = new Map([
  ['yes', 'confirm'],
  ['y', 'confirm'],
  ['no', 'discard'],
  ['n', 'discard'],
]);
const MAX_SOURCES = 3;

/**
 * Reads a line: links or `/summarize` with links and files, one of the words for the last answer, `/nutgraf` with its
 * words, `/digest` with its own, `yes` or `no` where a draft is shown, or else a question about the last answer.
 */
export function readLine(line: string, hasDraft = false): Line {
  const words = line.trim().split(/\s+/u).filter(Boolean);
  const [first = ''] = words;
  if (first === '') return { kind: 'nothing' };
  if (first === '/summarize') return readSummarize(words.slice(1));
  if (first === '/nutgraf') return readHouse(words[1] ?? 'help');
  if (first === '/digest') return readDigestLine(line.trim().slice(first.length));
  if (words.some(isLink))
    return readSummarize(words.filter((word) => isLink(word) || word in LENGTHS));
  const lower = line.trim().toLowerCase();
  const decision = hasDraft ? DECISIONS.get(lower) : undefined;
  if (decision !== undefined) return { kind: 'decide', decision };
  if (ASKS.has(lower)) return { kind: 'follow-up', ask: { kind: lower as 'shorter' } };
  if (HOUSE.has(lower)) return readHouse(lower);
  return { kind: 'follow-up', ask: { kind: 'question', text: line.trim() } };
}

function readHouse(word: string): Line {
  return { kind: 'house', what: HOUSE.has(word) ? (word as HouseRequest['kind']) : 'help' };
}

function readSummarize(words: readonly string[]): Line {
  const length = words.map((word) => LENGTHS[word]).find((one) => one !== undefined);
  const sources = words
    .filter((word) => !(word in LENGTHS))
    .slice(0, MAX_SOURCES)
    .map((word): Source =>
      isLink(word)
        ? { kind: 'link', url: word }
        : { kind: 'file', file: { name: word, address: word } },
    );
  return { kind: 'summarize', sources, ...(length === undefined ? {} : { length }) };
}

function isLink(word: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//iu.test(word);
}
