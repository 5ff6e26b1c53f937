import { describe, expect, it } from '@jest/globals';
import type { Block } from '../../../src/platforms/terminal/block.ts';
import { renderForTerminal, renderPlain } from '../../../src/platforms/terminal/render-text.ts';

const blocks: readonly Block[] = [
  { role: 'title', text: 'Harbour opens again' },
  { role: 'about', text: 'The Quay Post · 1 min read' },
  { role: 'bullet', text: 'The harbour of Ostvik opened again.' },
  { role: 'bullet', text: 'A second pier is planned.' },
  { role: 'quote', text: '“We had almost forgotten it”' },
  { role: 'speaker', text: 'Tilde Brask, who sells eel' },
  { role: 'quote', text: '“Never”' },
  { role: 'remark', text: 'This was found in a pasted page.' },
];

describe('renderForTerminal', () => {
  it('hangs bullets and speakers and sets quotes off', () => {
    expect(renderForTerminal(blocks, { columns: 26, isStyled: false })).toBe(
      [
        'Harbour opens again',
        'The Quay Post · 1 min read',
        '',
        '• The harbour of Ostvik',
        '  opened again.',
        '• A second pier is',
        '  planned.',
        '',
        '  │ “We had almost',
        '  │ forgotten it”',
        '  │ — Tilde Brask, who',
        '  │   sells eel',
        '',
        '  │ “Never”',
        '',
        'This was found in a pasted',
        'page.',
        '',
      ].join('\n'),
    );
  });

  it('styles line by line and leaves no style open', () => {
    const lines = renderForTerminal(blocks, { columns: 26, isStyled: true }).split('\n');
    expect(lines).toContain('\u001B[2m  │ \u001B[22m“Never”');
    expect(lines).toContain('\u001B[2m  │ \u001B[22m\u001B[2m— Tilde Brask, who\u001B[22m');
    for (const line of lines) {
      const codes = line.match(/\u001B\[\d+m/gu) ?? [];
      expect(codes.length % 2).toBe(0);
    }
  });

  it('tells a candidate on one line', () => {
    const text = 'chosen · 0.82 · The harbour of Ostvik opened again after eleven weeks.';
    const out = renderForTerminal([{ role: 'chosen', text }], { columns: 30, isStyled: false });
    expect(out).toBe('chosen · 0.82 · The harbour…\n');
  });
});

describe('renderPlain', () => {
  it('sets a block a line, with the marks that say what it is', () => {
    expect(renderPlain(blocks)).toBe(
      [
        'Harbour opens again',
        'The Quay Post · 1 min read',
        '',
        '• The harbour of Ostvik opened again.',
        '• A second pier is planned.',
        '',
        '“We had almost forgotten it”',
        '— Tilde Brask, who sells eel',
        '',
        '“Never”',
        '',
        'This was found in a pasted page.',
        '',
      ].join('\n'),
    );
  });
});
