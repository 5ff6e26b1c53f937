import { findForms, introducedBy, isTooLong, type Form } from './form.ts';
import { hasStop } from './has-stop.ts';
import type { Need } from './references/need.ts';
import { isPersonWord } from './references/person-word.ts';
import type { Line, Story } from './story.ts';
import { firstWord } from './token.ts';

/**
 * The ways to tell a sentence and the one behind it in one bullet, where that one opens with what only the sentence before
 * explains: "The ferry Alma sank. She was built in 1931."
 */
export function findJoinedForms(story: Story, form: Form): readonly Form[] {
  const { line } = form;
  const behind = story.lines[line.index + 1];
  if (behind === undefined || !isOneStory(story, line, behind)) return [];
  const [alone] = findForms(story, behind);
  if (!alone?.needs.some((need) => need.kind === 'never' && need.because === 'opener')) return [];
  if (isAboutSomebody(story, behind) && !namesSomebody(story, form)) return [];
  return findForms(story, behind, { isBehind: true })
    .filter(({ needs }) => needs.every(({ kind }) => kind !== 'never'))
    .map((next): Form => ({
      ...form,
      cost: form.cost + next.cost,
      isLastResort: form.isLastResort || next.isLastResort,
      needs: [...form.needs, ...next.needs.filter((need) => !leansBack(need))],
      next,
    }))
    .filter((joined) => !isTooLong(story, joined));
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
