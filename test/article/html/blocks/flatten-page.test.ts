import { describe, expect, it } from '@jest/globals';
import { flattenPage } from '../../../../src/article/html/blocks/flatten-page.ts';

function linesOf(html: string): readonly string[] {
  return flattenPage(html).text.split('\n');
}

describe('a flat page', () => {
  it('has a line for each block', () => {
    const html = '<h1>Eels return</h1><p>They came\nat <b>night</b>.<ul><li>One<li>Two</ul>';
    expect(linesOf(html)).toEqual(['Eels return', 'They came at night.', 'One', 'Two']);
  });

  it('has a line for each line break', () => {
    expect(linesOf('<div>One<br>two</div>')).toEqual(['One', 'two']);
  });

  it('has its title apart from its text', () => {
    expect(flattenPage('<title> Eels &amp;\n snakes </title><p>Text</p>')).toEqual({
      title: 'Eels & snakes',
      text: 'Text',
      truncated: false,
    });
  });

  it('keeps its first title', () => {
    expect(flattenPage('<title>One</title><title>Two</title>').title).toBe('One');
  });

  it('has a title of bounded length', () => {
    expect(flattenPage(`<title>${'Eels '.repeat(10_000)}`).title.length).toBeLessThanOrEqual(300);
  });

  it('has its entities decoded', () => {
    expect(linesOf('<p>Eels &amp; snakes &#8211; &eacute;</p>')).toEqual(['Eels & snakes – é']);
  });

  it('has no comments, scripts, styles or controls in it', () => {
    const html =
      '<p>Eels<!-- c --><script>if (a<b) "</p>"</script><style>p{}</style><select><option>x</select> sleep';
    expect(linesOf(html)).toEqual(['Eels sleep']);
  });

  it.each(['hidden', 'aria-hidden="true"', 'style="display:none"', "style='VISIBILITY: hidden'"])(
    'leaves out elements with %s',
    (attribute) => {
      expect(linesOf(`<p>One</p><div ${attribute}>eels<div>in</div>eels</div><p>Two</p>`)).toEqual([
        'One',
        'Two',
      ]);
    },
  );

  it('goes on after a hidden element that has no end tag', () => {
    expect(linesOf('<p>One<img hidden>two')).toEqual(['Onetwo']);
  });

  it.each(['<p hidden>One<p>two', '<ul><li hidden>One<li>two</ul>'])(
    'goes on where the next element closes a hidden one: %s',
    (html) => {
      expect(linesOf(`${html}</div><p>Three</p>`)).toEqual(['two', 'Three']);
    },
  );

  it('takes a slash for nothing in a tag that has an end tag', () => {
    expect(
      linesOf('<p>One</p><script src="a.js"/>eels()</script><div hidden/>eels</div><p>Two'),
    ).toEqual(['One', 'Two']);
  });

  it('sees elements that only have a like attribute', () => {
    expect(linesOf('<p aria-hidden="false" data-hidden style="display:block">Eels')).toEqual([
      'Eels',
    ]);
  });

  it('stops after a million characters and says so', () => {
    const flat = flattenPage('<p>The eels came. </p>'.repeat(100_000));
    expect(flat.truncated).toBe(true);
    expect(flat.text.length).toBeLessThan(1_200_000);
  });

  it('is empty when the page is', () => {
    expect(flattenPage('')).toEqual({ title: '', text: '', truncated: false });
  });

  it.each(['<', '</', '<p', '<p class="', '<!--', '<script>', '&', '&#', '<![CDATA['])(
    'ends where a page breaks off after %j',
    (end) => {
      expect(linesOf(`<p>Eels</p>${end}`)[0]).toBe('Eels');
    },
  );
});
