import { describe, expect, it } from '@jest/globals';
import { findCandidates, type Candidate } from '../../../src/summary/bullets/candidate.ts';
import { fillUp, type Fillable } from '../../../src/summary/bullets/fill-up.ts';
import { rankStory } from '../../../src/summary/ranking/rank-story.ts';
import type { Line } from '../../../src/summary/bullets/story.ts';
import { inventedStory } from './invented-story.ts';

const PARAGRAPHS = [
  'The council of Ostvik, which met in May, sold the old ferry of the island to a firm in Spain.',
  'The firm in Spain, which builds small boats, will sail the ferry of Ostvik to a new port.',
];

const story = inventedStory(PARAGRAPHS);
const source = {
  story,
  ranking: rankStory(
    story.article,
    story.lines.map(({ sentence }) => sentence),
  ),
};

/** Each sentence in its barest form. */
function barest(): readonly Fillable[] {
  return story.lines.map((line): Fillable => {
    const candidate = candidatesOf(line).at(0);
    const form = candidate?.forms.at(-1);
    if (candidate === undefined || form === undefined) throw new Error('a sentence has no form');
    return { candidate, form, size: 14 };
  });
}

function candidatesOf(line: Line): readonly Candidate[] {
  return findCandidates(story, source.ranking, 'strict').filter((one) => one.line === line);
}

function filled(maxWords: number, chosen = barest()): readonly string[] {
  return fillUp(chosen, source, maxWords).map(({ text }) => text);
}

describe('what tightening took', () => {
  it('comes back where there is room', () => {
    expect(filled(80)).toEqual(PARAGRAPHS);
  });

  it('comes back from the first bullet on', () => {
    const [first, second] = filled(28 + 6);
    expect(first).toBe(PARAGRAPHS[0]);
    expect(second).toBe('The firm in Spain will sail the ferry of Ostvik to a new port.');
  });

  it('comes back in what was chosen in its shorter form', () => {
    const [, line] = story.lines;
    const [full, short] = line === undefined ? [] : candidatesOf(line);
    const [form] = short?.forms ?? [];
    if (short === undefined || form === undefined) throw new Error('there is no shorter form');
    expect(full?.forms).not.toEqual(short.forms);
    const [bullet] = fillUp([{ candidate: short, form, size: 14 }], source, 80);
    expect(bullet?.text).toBe(PARAGRAPHS[1]);
  });

  it('stays away where there is no room', () => {
    expect(filled(28)).not.toContain(PARAGRAPHS[0]);
  });

  it('never makes a bullet longer than one may be', () => {
    const short = barest().map(({ candidate, ...rest }): Fillable => {
      const shorter: Candidate = { ...candidate, maxWords: 16 };
      return { candidate: shorter, ...rest };
    });
    expect(filled(80, short)).not.toContain(PARAGRAPHS[0]);
  });
});
