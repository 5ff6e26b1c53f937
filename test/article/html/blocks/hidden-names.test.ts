import { describe, expect, it } from '@jest/globals';
import { hiddenNames } from '../../../../src/article/html/blocks/hidden-names.ts';
import { documentOf } from '../document-of.ts';

function namesIn(...sheets: readonly string[]): readonly string[] {
  const styles = sheets.map((css) => `<style>${css}</style>`).join('');
  return [...hiddenNames(documentOf('', styles))].sort();
}

describe('the names that a page hides', () => {
  it('are classes and ids that it does not display', () => {
    expect(namesIn('.teaser { display: none } #box{visibility:hidden}')).toEqual([
      '#box',
      '.teaser',
    ]);
  });

  it('are all the simple ones of a list', () => {
    expect(namesIn('.a, .b p, #c { display: none !important }')).toEqual(['#c', '.a']);
  });

  it('stand in any style element of the page', () => {
    expect(namesIn('.a{display:none}', '.b{display:none}')).toEqual(['.a', '.b']);
  });

  it.each(['/* out of sight */', '/* .b { color: red } */', '/* } */'])(
    'may follow %j',
    (comment) => {
      expect(namesIn(`${comment} .a{display:none}`)).toEqual(['.a']);
    },
  );

  it('are none that stand in a comment', () => {
    expect(namesIn('/* .a{display:none} */ .b{display:none}')).toEqual(['.b']);
  });

  it('may follow rules in at-rules', () => {
    expect(namesIn('@media screen{.x{color:red}.y{color:blue}} .a{display:none}')).toEqual(['.a']);
  });
});

describe('a name is not hidden', () => {
  it('by what holds on some screens or on paper only', () => {
    expect(namesIn('@media print { .a { display: none } }')).toEqual([]);
  });

  it('when a later rule shows it again', () => {
    expect(namesIn('.a{display:none} .a{display:block}')).toEqual([]);
  });

  it('when it is hidden only somewhere or in some state', () => {
    expect(namesIn('.nav .a, .b:hover, p.c, .d.e, .f > .g, .h::before { display: none }')).toEqual(
      [],
    );
  });

  it('by other declarations', () => {
    expect(namesIn('.a { color: red; overflow: hidden; height: 10px }')).toEqual([]);
  });

  it('by a rule that never ends', () => {
    expect(namesIn('.a { display: none')).toEqual([]);
  });

  it('when it is a tag', () => {
    expect(namesIn('p, body, * { display: none }')).toEqual([]);
  });
});

describe('a style sheet without end', () => {
  it('costs no more than its beginning', () => {
    const css = Array.from({ length: 100_000 }, (_, index) => `.a${index}{display:none}`).join('');
    expect(namesIn(css).length).toBeLessThan(50_000);
  });

  it.each(['{', '}', '@media x{', '/*', ',', '.a{'])('of nothing but %j hides nothing', (unit) => {
    expect(namesIn(unit.repeat(20_000))).toEqual([]);
  });
});
