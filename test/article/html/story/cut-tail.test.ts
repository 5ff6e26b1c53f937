import { describe, expect, it } from '@jest/globals';
import type { Cuts } from '../../../../src/article/html/story/cuts.ts';
import { cutTail } from '../../../../src/article/html/story/cut-tail.ts';
import { blocksOf } from '../blocks-of.ts';

const note = 'Mara Voss writes about rivers and has kept eels since she was nine.';
const line = 'The next count is in April.';

function cutsOf(texts: readonly string[], byline: readonly string[] = ['Mara Voss']): Cuts {
  return cutsIn(texts.map((text) => `<p>${text}</p>`).join(''), byline);
}

function cutsIn(html: string, byline: readonly string[] = ['Mara Voss']): Cuts {
  const blocks = blocksOf(html);
  const cuts: Cuts = blocks.map(() => undefined);
  cutTail(blocks, cuts, { title: '', description: '', byline, isThread: false });
  return cuts;
}

describe('a note about the author', () => {
  it('is a last paragraph that opens with her name', () => {
    expect(cutsOf([line, line, note])).toEqual([undefined, undefined, 'author-note']);
  });

  it('takes along what stands below it in an element of its own', () => {
    const html = `<div><p>${line}</p><p>${line}</p></div><div><p>${note}</p><p>Write to us.</p></div>`;
    expect(cutsIn(html)).toEqual([undefined, undefined, 'author-note', 'author-note']);
  });

  it('leaves what stands below it among the story', () => {
    expect(cutsOf([line, note, line])).toEqual([undefined, 'author-note', undefined]);
  });

  it('may be about any of the authors', () => {
    expect(cutsOf([line, note], ['Ilan Perez', 'Mara Voss'])).toEqual([undefined, 'author-note']);
  });

  it('may print her name in capitals', () => {
    expect(cutsOf([line, note.replace('Mara Voss', 'MARA VOSS')])).toEqual([
      undefined,
      'author-note',
    ]);
  });
});

describe('it is no note about the author', () => {
  it('when it names somebody else', () => {
    expect(cutsOf([line, note], ['Ilan Perez'])).toEqual([undefined, undefined]);
  });

  it('when her name stands inside it', () => {
    expect(cutsOf([line, 'The eels met Mara Voss at the sluice.'])).toEqual([undefined, undefined]);
  });

  it('when the author has one word for a name', () => {
    expect(cutsOf([line, 'Staff were not hurt.'], ['Staff'])).toEqual([undefined, undefined]);
  });

  it('when she speaks in an interview', () => {
    expect(cutsOf([line, 'Mara Voss: When did the eels come back?', line])).toEqual(
      Array(3).fill(undefined),
    );
  });

  it('when the story has spoken of her before', () => {
    expect(cutsOf([`${line} Mara Voss saw it.`, note])).toEqual([undefined, undefined]);
  });

  it('when it is the first paragraph', () => {
    expect(cutsOf([note, line, line])).toEqual([undefined, undefined, undefined]);
  });

  it('when much of the story follows', () => {
    expect(cutsOf([line, note, line, line, line, line, line, line])).toEqual(
      Array(8).fill(undefined),
    );
  });

  it('when it is as long as a story', () => {
    expect(cutsOf([line, `${note} ${line.repeat(30)}`])).toEqual([undefined, undefined]);
  });
});
