import { describe, expect, it } from '@jest/globals';
import { findForms } from '../../../src/summary/bullets/form.ts';
import { findLede, headlineShare } from '../../../src/summary/bullets/lede.ts';
import { inventedStory } from './invented-story.ts';

const ASIDE = 'Most people on the islands give up sweets in the weeks before spring.';
const NEWS = 'A baker in Ostvik has sold her ferry for bread to a museum in Luleby.';
const OTHER = 'Nurses in Norrland fear for the hospital and for its staff in winter.';

function ledeOf(paragraphs: readonly string[], title = ''): string | undefined {
  const story = inventedStory(paragraphs, { title });
  return findLede(story, (line) => findForms(story, line))?.sentence.text;
}

describe('the lede', () => {
  it('is the first statement', () => {
    expect(ledeOf([ASIDE, NEWS])).toBe(ASIDE);
    expect(ledeOf(['Would you?', NEWS, ASIDE])).toBe(NEWS);
  });

  it('is what the headline says where the opening only leads up to it', () => {
    expect(ledeOf([ASIDE, OTHER, NEWS], 'Baker sells ferry to museum')).toBe(NEWS);
  });

  it('stays the first statement where that has something of the headline, or nothing else does', () => {
    expect(ledeOf([ASIDE, NEWS], 'Islands: baker sells ferry')).toBe(ASIDE);
    expect(ledeOf([ASIDE, OTHER], 'Baker sells ferry to museum')).toBe(ASIDE);
  });

  it('does not stand far down', () => {
    const between = [OTHER, OTHER, OTHER, OTHER, OTHER];
    expect(ledeOf([ASIDE, ...between, NEWS], 'Baker sells ferry to museum')).toBe(ASIDE);
  });
});

it('the share of a headline that is told', () => {
  const told = new Set(['baker', 'museum', 'island']);
  expect(headlineShare(inventedStory([NEWS], { title: 'Baker and museum' }), told)).toBe(1);
  expect(headlineShare(inventedStory([NEWS]), told)).toBe(0);
});
