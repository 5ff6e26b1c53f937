import { describe, expect, it } from '@jest/globals';
import { labelLines } from '../../scripts/label-lines.ts';
import { readPageLines } from '../../src/article/pasted/page-line.ts';

const story = [
  'The keeper of the north lamp put out its light on Monday for the first time in forty years.',
  'What the boats saw',
  'Three boats waited in the bay until the morning, their crews said, and none of them was lost.',
];

describe('labelLines', () => {
  it('marks the lines of the story and its short headings, and nothing of the page', () => {
    const lines = readPageLines([
      'Home',
      'Sport',
      ...story,
      'Most read',
      'Ferry stuck off Kelp Bay',
    ]);
    expect(labelLines(lines, story.join('\n'))).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('marks one copy of a line that stands twice in the page and once in the story', () => {
    const lines = readPageLines([story[0] ?? '', 'Most read', ...story]);
    expect(labelLines(lines, story.join('\n')).filter(Boolean)).toHaveLength(3);
  });
});
