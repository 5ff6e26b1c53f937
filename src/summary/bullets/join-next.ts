import { MAX_BULLET_WORDS } from '../lengths.ts';
import { countWords } from './clause.ts';
import { formBehind, introducedBy, isTooLong, type Form, type FormsOf } from './form.ts';
import { hasStop } from './has-stop.ts';
import type { Need } from './references/need.ts';
import { isPersonWord } from './references/person-word.ts';
import type { Line, Story } from './story.ts';
import { firstWord } from './token.ts';

/**
 * A sentence told in one bullet with the one behind it, where that one opens with what only the sentence before explains:
 * "The ferry Alma sank. It was built in 1931." Both are told as they are; `aloneOf` has what the second is without the first.
 */
export function joinNext(story: Story, form: Form, aloneOf: FormsOf): Form | undefined {
  const { line } = form;
  const behind = story.lines[line.index + 1];
  if (behind === undefined || !isOneStory(story, line, behind)) return undefined;
  if (sizeOf(story, line) + sizeOf(story, behind) > MAX_BULLET_WORDS + MAX_CUT_WORDS)
    return undefined;
  const [alone] = aloneOf(behind);
  if (!alone?.needs.some((need) => need.kind === 'never' && need.because === 'opener'))
    return undefined;
  if (isAboutSomebody(story, behind) && !namesSomebody(story, form)) return undefined;
  const next = formBehind(story, behind);
  if (next.needs.some(({ kind }) => kind === 'never')) return undefined;
  const joined: Form = {
    ...form,
    cost: form.cost + next.cost,
    isLastResort: form.isLastResort || next.isLastResort,
    needs: [...form.needs, ...next.needs.filter((need) => !leansBack(need))],
    next,
  };
  return isTooLong(story, joined) ? undefined : joined;
}

/** What says nothing, such as a dateline, has no more words. */
const MAX_CUT_WORDS = 12;

function sizeOf({ words }: Story, { tokens }: Line): number {
  return countWords({ tokens, words }, { from: 0, to: tokens.length });
}

/** Both are told by the article itself, and no heading stands between them. */
function isOneStory({ article }: Story, before: Line, behind: Line): boolean {
  if (before.speech !== undefined || behind.speech !== undefined) return false;
  if (!hasStop(before.sentence.text) || firstWord(behind.tokens)?.isNested === true) return false;
  const from = before.sentence.span.paragraph;
  const to = behind.sentence.span.paragraph;
  return !article.subheads.some((paragraph) => paragraph > from && paragraph <= to);
}

/** "He", "She", where things are neither. */
function isAboutSomebody({ words }: Story, { tokens }: Line): boolean {
  const base = firstWord(tokens)?.base ?? '';
  return words.finiteVerbs.size > 0 && (words.male.has(base) || words.female.has(base));
}

function namesSomebody({ words }: Story, form: Form): boolean {
  return (
    introducedBy(form).length > 0 || form.line.tokens.some((token) => isPersonWord(token, words))
  );
}

/** What the sentence before tells. */
function leansBack({ kind }: Need): boolean {
  return kind === 'sentence-before' || kind === 'somebody' || kind === 'thing';
}
