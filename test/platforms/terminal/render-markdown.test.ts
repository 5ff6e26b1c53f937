import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { marked, type Token, type Tokens } from 'marked';
import { renderMarkdown } from '../../../src/platforms/terminal/render-markdown.ts';

/** What a reader of the Markdown sees. */
function visibleText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      const { tokens: inner, text } = token as Tokens.Generic;
      return inner === undefined ? String(text) : visibleText(inner);
    })
    .join('');
}

function readBack(text: string): readonly Token[] {
  return marked
    .lexer(renderMarkdown([{ role: 'paragraph', text }]))
    .filter(({ type }) => type !== 'space');
}

describe('renderMarkdown', () => {
  it('sets title, subheads, notes and cuts', () => {
    const blocks = [
      { role: 'title', text: 'A # title' },
      { role: 'about', text: 'Site · 1 min read' },
      { role: 'note', text: 'A note.' },
      { role: 'subhead', text: 'Next' },
      { role: 'paragraph', text: 'Text.' },
      { role: 'heading', text: 'Cut from the page:' },
      { role: 'cut', text: 'caption: a' },
      { role: 'cut', text: 'caption: b' },
    ] as const;
    expect(renderMarkdown(blocks)).toBe(
      '# A # title\n\nSite · 1 min read\n\n> A note.\n\n## Next\n\nText.\n\n## Cut from the page:\n\n- caption: a\n- caption: b\n',
    );
  });

  it('sets bullets as a list and each quote with its speaker', () => {
    const blocks = [
      { role: 'bullet', text: 'One.' },
      { role: 'bullet', text: 'Two.' },
      { role: 'quote', text: '“Three”' },
      { role: 'speaker', text: 'Tilde Brask, eel seller' },
      { role: 'quote', text: '“Four”' },
      { role: 'remark', text: 'A note.' },
      { role: 'heading', text: 'Sentences:' },
      { role: 'chosen', text: 'One.' },
      { role: 'left-out', text: 'Five.' },
    ] as const;
    expect(renderMarkdown(blocks)).toBe(
      '- One.\n- Two.\n\n> “Three”\n>\n> — Tilde Brask, eel seller\n\n> “Four”\n\n_A note._\n\n## Sentences:\n\n- One.\n- Five.\n',
    );
  });

  it.each([
    '# no heading',
    '#hashtag',
    '- no item',
    '+ no item',
    '* no item',
    '3. no item',
    '3) no item',
    '> no quote',
    '---',
    '***',
    '===',
    '*not* _so_ `strong` ~~here~~',
    '[no](link) ![nor image](x)',
    '<b>no tag</b> &amp; no entity &#65;',
    'back\\slash \\* end #',
    'a | b | c',
    'snake_case and 2 * 3 < 7',
  ])('keeps %j as it is', (text) => {
    const tokens = readBack(text);
    expect(tokens.map(({ type }) => type)).toEqual(['paragraph']);
    expect(visibleText(tokens)).toBe(text);
  });

  it('keeps any line of marks as one paragraph', () => {
    const marks = fc.string({
      unit: fc.constantFrom(...Array.from('ab 1.)#*_-+>=`~[]()<>|&;!\\:')),
    });
    fc.assert(
      fc.property(
        marks.map((text) => text.replaceAll(/ +/gu, ' ').trim()),
        (text) => {
          fc.pre(text !== '');
          const tokens = readBack(text);
          expect(tokens.map(({ type }) => type)).toEqual(['paragraph']);
          expect(visibleText(tokens)).toBe(text);
        },
      ),
      { seed: 5, numRuns: 500 },
    );
  });
});
