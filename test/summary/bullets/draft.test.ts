import { describe, expect, it } from '@jest/globals';
import { renderDraft, type Edit } from '../../../src/summary/bullets/draft.ts';
import type { Sentence } from '../../../src/summary/sentence.ts';

/** A paragraph that is one sentence, and the edits that cut what stands between ⟦ and ⟧. */
function readMarked(marked: string): {
  readonly paragraph: string;
  readonly sentence: Sentence;
  readonly edits: readonly Edit[];
} {
  const edits: Edit[] = [];
  let paragraph = '';
  for (const [index, piece] of marked.split(/[⟦⟧]/u).entries()) {
    const start = paragraph.length;
    paragraph += piece;
    if (index % 2 === 1) edits.push({ start, end: paragraph.length });
  }
  const span = { paragraph: 0, start: 0, end: paragraph.length };
  return { paragraph, sentence: { span, text: paragraph }, edits };
}

function render(marked: string): string {
  const { paragraph, sentence, edits } = readMarked(marked);
  return renderDraft(sentence, edits, [paragraph]).text;
}

describe('what is cut out of a sentence', () => {
  it.each([
    ['⟦But ⟧the ferry sank.', 'The ferry sank.'],
    ['The ferry⟦, an old one,⟧ sank.', 'The ferry sank.'],
    ['The ferry⟦ — an old one —⟧ sank.', 'The ferry sank.'],
    ['The ferry—⟦an old one—⟧sank.', 'The ferry—sank.'],
    ['The ferry⟦—an old one—⟧sank.', 'The ferry sank.'],
    ['The ferry sank⟦, and all were saved⟧.', 'The ferry sank.'],
    ['The ferry⟦ (pictured)⟧, an old one, sank.', 'The ferry, an old one, sank.'],
    ['The ferry ⟦(pictured)⟧ sank ⟦on Tuesday⟧.', 'The ferry sank.'],
    ['The ferry,⟦ however⟧, sank.', 'The ferry, sank.'],
    ['The ferry sank,⟦ too⟧.', 'The ferry sank.'],
    ['The ferry sank⟦ on Tuesday⟧; all were saved.', 'The ferry sank; all were saved.'],
    ['⟦OSTVIK⟧ — The ferry sank.', 'The ferry sank.'],
    ['She said: "The ferry sank."⟦ -- Ostvik Agency⟧.', 'She said: "The ferry sank."'],
  ])('leaves no trace at the seam: %s', (marked, expected) => {
    expect(render(marked)).toBe(expected);
  });

  it('may be all of it', () => {
    expect(render('⟦The ferry sank.⟧')).toBe('');
  });
});

describe('a bullet', () => {
  it.each([
    ['the ferry sank.', 'The ferry sank.'],
    ['écrasé par la foule, il tomba.', 'Écrasé par la foule, il tomba.'],
    ['iPhone apps show where it is.', 'iPhone apps show where it is.'],
    ['eBay sold the ferry.', 'eBay sold the ferry.'],
    ['macOS runs on the ferry.', 'macOS runs on the ferry.'],
    ['e-scooters are banned.', 'E-scooters are banned.'],
    ['“the ferry is old,” she said.', '“the ferry is old,” she said.'],
    ['12 people were saved.', '12 people were saved.'],
  ])('opens with a capital where the word has none of its own: %s', (text, expected) => {
    expect(render(text)).toBe(expected);
  });

  it.each([
    ['The ferry sank', 'The ferry sank.'],
    ['The ferry sank,', 'The ferry sank.'],
    ['The ferry sank –', 'The ferry sank.'],
    ['The ferry sank.', 'The ferry sank.'],
    ['The ferry sank!', 'The ferry sank!'],
    ['The ferry sank…', 'The ferry sank…'],
    ['She said: “The ferry sank.”', 'She said: “The ferry sank.”'],
    ['Sie sagte: „Die Fähre sank.“', 'Sie sagte: „Die Fähre sank.“'],
    ['渡轮沉没了', '渡轮沉没了。'],
    ['渡轮沉没了。', '渡轮沉没了。'],
    ['船が沈没した', '船が沈没した。'],
    ['彼は「沈んだ。」', '彼は「沈んだ。」'],
    ['नौका डूब गई', 'नौका डूब गई।'],
    ['नौका डूब गई।', 'नौका डूब गई।'],
    ['هل غرقت العبارة؟', 'هل غرقت العبارة؟'],
    ['غرقت العبارة', 'غرقت العبارة.'],
    ['배가 침몰했다', '배가 침몰했다.'],
  ])('ends with the stop of its script: %s', (text, expected) => {
    expect(render(text)).toBe(expected);
  });

  it('has single spaces, whatever the paragraph has', () => {
    expect(render('The  ferry\u00a0 sank\toff Ostvik.')).toBe('The ferry sank off Ostvik.');
  });
});

describe('words that are brought in', () => {
  const paragraphs = ['Tomas Verrin, the harbour pilot, denies it.', 'Then Verrin slept.'];
  const sentence = { span: { paragraph: 1, start: 0, end: 18 }, text: 'Then Verrin slept.' };
  const name = { paragraph: 0, start: 0, end: 12 };
  const office = { paragraph: 0, start: 0, end: 31 };

  it('stand where they were put, in the words of their place', () => {
    const edits = [{ start: 5, end: 11, insert: { span: name } }];
    expect(renderDraft(sentence, edits, paragraphs).text).toBe('Then Tomas Verrin slept.');
  });

  it('are set off by the marks that were asked for', () => {
    const edits = [{ start: 5, end: 11, insert: { span: office, after: ',' } }];
    expect(renderDraft(sentence, edits, paragraphs).text).toBe(
      'Then Tomas Verrin, the harbour pilot, slept.',
    );
  });

  it('are evidence like the words that were kept', () => {
    const edits = [{ start: 5, end: 11, insert: { span: name } }];
    expect(renderDraft(sentence, edits, paragraphs).evidence).toEqual([
      { paragraph: 1, start: 0, end: 4 },
      name,
      { paragraph: 1, start: 12, end: 18 },
    ]);
  });

  it('may open the bullet', () => {
    const edits = [
      { start: 0, end: 5 },
      { start: 5, end: 11, insert: { span: office, after: ',' } },
    ];
    expect(renderDraft(sentence, edits, paragraphs).text).toBe(
      'Tomas Verrin, the harbour pilot, slept.',
    );
  });
});

describe('evidence', () => {
  it('is the sentence where nothing was cut', () => {
    const { paragraph, sentence } = readMarked('The ferry sank off Ostvik.');
    expect(renderDraft(sentence, [], [paragraph]).evidence).toEqual([sentence.span]);
  });

  it('is what was kept, without white space at its ends', () => {
    const { paragraph, sentence, edits } = readMarked('⟦But ⟧the ferry ⟦(old) ⟧sank.');
    const { evidence } = renderDraft(sentence, edits, [paragraph]);
    expect(evidence.map(({ start, end }) => paragraph.slice(start, end))).toEqual([
      'the ferry',
      'sank.',
    ]);
  });

  it('lies where the sentence lies in its paragraph', () => {
    const paragraph = 'It rained. The ferry sank.';
    const span = { paragraph: 0, start: 11, end: 26 };
    const { text, evidence } = renderDraft({ span, text: 'The ferry sank.' }, [], [paragraph]);
    expect(text).toBe('The ferry sank.');
    expect(evidence).toEqual([span]);
  });

  it('does not depend on the order of the edits', () => {
    const { paragraph, sentence, edits } = readMarked('⟦But ⟧the ferry⟦ (old)⟧ sank⟦ too⟧.');
    const shuffled = [...edits].reverse();
    expect(renderDraft(sentence, shuffled, [paragraph])).toEqual(
      renderDraft(sentence, edits, [paragraph]),
    );
  });
});
