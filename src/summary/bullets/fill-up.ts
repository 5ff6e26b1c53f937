import type { Person } from '../../people/person.ts';
import { findTopics } from '../ranking/similarity.ts';
import type { Bullet } from '../summary.ts';
import type { Source } from './candidate.ts';
import { introducedBy, renderForm, type Form } from './form.ts';
import { sizeInWords } from './size-in-words.ts';
import type { Chosen } from './told.ts';

/** What was chosen in which form. */
export type Fillable = Pick<Chosen, 'candidate' | 'form' | 'size'>;

/**
 * The chosen sentences with as much of what tightening took as there is room for: what a set is worth weighs words
 * against each other, a reader would rather have them. The first comes first.
 */
export function fillUp(
  chosen: readonly Fillable[],
  { story }: Source,
  maxWords: number,
): readonly Bullet[] {
  const above = { people: new Set<Person>(), stems: new Set<string>() };
  let room = maxWords - chosen.reduce((sum, { size }) => sum + size, 0);
  return chosen.map(({ candidate, form, size }) => {
    const render = (one: Form): Bullet => renderForm(story, one, above);
    const fuller = candidate.fuller
      .slice(0, candidate.fuller.indexOf(form))
      .map((one) => ({ form: one, bullet: render(one) }))
      .find(({ form: one, bullet }) => {
        const words = sizeInWords(bullet.text);
        return (
          words <= candidate.maxWords && words - size <= room && weightOf(one) <= weightOf(form)
        );
      });
    const best = fuller ?? { form, bullet: render(form) };
    room -= sizeInWords(best.bullet.text) - size;
    for (const { person } of introducedBy(best.form)) above.people.add(person);
    for (const stem of findTopics(best.bullet.text, story.article.language)) above.stems.add(stem);
    return best.bullet;
  });
}

/** What a form leaves open. */
function weightOf({ needs }: Form): number {
  return needs.reduce((sum, need) => sum + ('weight' in need ? need.weight : 0), 0);
}
