import { describe, expect, it } from '@jest/globals';
import type { Cuts } from '../../../../src/article/html/story/cuts.ts';
import { cutRepeats } from '../../../../src/article/html/story/cut-repeats.ts';
import { blocksOf } from '../blocks-of.ts';

const one = 'The eels came back to Kelp Bay on Tuesday night, the wardens said.';
const two = 'Tilde Brask had watched the sluice for thirty winters, and saw them first.';
const quote = 'watched the sluice for thirty winters';

function cutsOf(body: string, before: readonly number[] = []): Cuts {
  const blocks = blocksOf(body);
  const cuts: Cuts = blocks.map((block) => (before.includes(block.index) ? 'outside' : undefined));
  cutRepeats(blocks, cuts);
  return cuts;
}

describe('a repeated paragraph', () => {
  it('is cut where it stands again', () => {
    expect(cutsOf(`<p>${one}</p><p>${two}</p><p>${one}</p>`)).toEqual([
      undefined,
      undefined,
      'repeated',
    ]);
  });

  it('is one that differs in marks, case and spaces only', () => {
    expect(cutsOf(`<p>${one}</p><p>“${one.toUpperCase()}” …</p>`)).toEqual([undefined, 'repeated']);
  });

  it('is none when the first was cut before', () => {
    expect(cutsOf(`<p>${one}</p><p>${one}</p>`, [0])).toEqual(['outside', undefined]);
  });

  it('is none when it is a short line', () => {
    expect(cutsOf('<p>“Eels,” she said.</p><p>“Eels,” she said.</p>')).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('a pull quote', () => {
  it.each([
    ['set apart', `<blockquote>${quote}</blockquote>`],
    ['set apart and marked', `<blockquote>“${quote}”</blockquote>`],
    ['in bold type', `<p><b>${quote}</b></p>`],
  ])('is a part of a paragraph %s', (_, html) => {
    expect(cutsOf(`<p>${two}</p>${html}<p>${one}</p>`)).toEqual([
      undefined,
      'pull-quote',
      undefined,
    ]);
  });

  it('may stand before what it repeats', () => {
    expect(cutsOf(`<blockquote>${quote}</blockquote><p>${two}</p>`)).toEqual([
      'pull-quote',
      undefined,
    ]);
  });

  it.each([
    ['in ordinary type', `<p>${quote}</p>`],
    ['in a heading', `<h2><b>${quote}</b></h2>`],
    ['too short to tell', '<blockquote>for thirty winters</blockquote>'],
    ['that says something else', '<blockquote>watched the sluice for forty winters</blockquote>'],
  ])('is none %s', (_, html) => {
    expect(cutsOf(`<p>${two}</p>${html}`)).toEqual([undefined, undefined]);
  });

  it('is none when what it repeats was cut before', () => {
    expect(cutsOf(`<p>${two}</p><blockquote>${quote}</blockquote>`, [0])).toEqual([
      'outside',
      undefined,
    ]);
  });
});
