import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markup, renderMarkup } from '../../../../src/platforms/playground/looks/markup.ts';
import { shown } from './shown.ts';

describe('markup', () => {
  it('shows values as text, in elements and in attributes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const clean = text.toWellFormed().replaceAll(/[\0\r]/gu, '');
        const body = shown(markup`<p title="${clean}">${clean}</p>`);
        expect(body.children).toHaveLength(1);
        expect(body.querySelector('p')?.textContent).toBe(clean);
        expect(body.querySelector('p')?.getAttribute('title')).toBe(clean);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it('leaves out nothing but how a template is laid out', () => {
    const list = ['a\n b', 2, undefined, markup`<b> </b>`];
    expect(
      renderMarkup(markup`<p>
        ${list}
      </p>`),
    ).toBe('<p>a\n b2<b> </b></p>');
  });
});
