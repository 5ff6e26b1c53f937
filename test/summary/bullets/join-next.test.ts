import { describe, expect, it } from '@jest/globals';
import { findForms, renderForm } from '../../../src/summary/bullets/form.ts';
import { joinNext } from '../../../src/summary/bullets/join-next.ts';
import type { Article } from '../../../src/article/article.ts';
import { inventedStory } from './invented-story.ts';

const nothing = { people: new Set<never>(), stems: new Set<never>() };

/** The first sentence told with the one behind it. */
function joinedOf(paragraphs: readonly string[], more: Partial<Article> = {}): string | undefined {
  const story = inventedStory(paragraphs, more);
  const [line] = story.lines;
  const [form] = line === undefined ? [] : findForms(story, line);
  const joined = form && joinNext(story, form, (behind) => findForms(story, behind));
  return joined && renderForm(story, joined, nothing).text;
}

const FERRY = 'The ferry Alma sank off Seal Island on its way to Luleby.';

describe('a sentence is told with the one behind it', () => {
  it.each([
    ['that opens with "it"', FERRY, 'It had been inspected in March.'],
    ['that opens with "this"', FERRY, 'This was the third accident of the year.'],
    ['that goes on with "but"', FERRY, 'But it did not lose any of its passengers.'],
    [
      'that is about a person of it',
      'The pilot of the ferry was arrested in Ostvik.',
      'He denies that he was asleep on the bridge.',
    ],
  ])('%s', (_, first, second) => {
    expect(joinedOf([`${first} ${second}`])).toBe(`${first} ${second}`);
    expect(joinedOf([first, second])).toBe(`${first} ${second}`);
  });

  it('and both are its evidence', () => {
    const story = inventedStory([FERRY, 'It had been inspected in March.']);
    const [line] = story.lines;
    const [form] = line === undefined ? [] : findForms(story, line);
    const joined = form && joinNext(story, form, (behind) => findForms(story, behind));
    expect(joined && renderForm(story, joined, nothing).evidence).toEqual([
      { paragraph: 0, start: 0, end: FERRY.length },
      { paragraph: 1, start: 0, end: 31 },
    ]);
  });
});

describe('a sentence is told alone where the one behind it', () => {
  it.each([
    ['stands alone too', FERRY, 'The council of Ostvik closed the harbour.'],
    [
      'is about somebody whom it does not name',
      FERRY,
      'He denies that he was asleep on the bridge.',
    ],
    ['is no sentence', FERRY, 'It sank.'],
    ['is in somebody’s words', FERRY, '“It was dark,” said the pilot.'],
    [
      'makes it longer than a bullet',
      FERRY,
      `It had been inspected in March${' by the council of Ostvik'.repeat(5)}.`,
    ],
    [
      'has no stop before it',
      'Ferries of Seal Island that sank in the last year',
      `It was dark when ${FERRY}`,
    ],
  ])('%s', (_, first, second) => {
    expect(joinedOf([first, second])).toBeUndefined();
  });

  it('stands below another heading', () => {
    const paragraphs = [FERRY, 'The rescue', 'It took the divers three hours to find the boat.'];
    expect(joinedOf(paragraphs, { subheads: [1] })).toBeUndefined();
  });
});
