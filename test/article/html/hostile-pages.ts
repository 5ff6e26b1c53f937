/** A paragraph of an ordinary story. */
const paragraph = numbered(1);
/** A short story, so that there is something to find among the rest. */
const story = paragraphs(12);

/** As much as a fetched page may hold at all. */
const pageChars = 5 * 1024 * 1024;

function body(inner: string): string {
  return `<!doctype html><html><head><title>Harbour closed</title></head><body>${inner}</body></html>`;
}

function head(inner: string): string {
  return `<!doctype html><html><head>${inner}</head><body><h1>Harbour closed</h1>${story}</body></html>`;
}

function numbered(ship: number): string {
  return `<p>Ship ${ship} left the harbour of Kelp Bay on Friday, said the mayor, who had seen the water rise for hours.</p>`;
}

function paragraphs(count: number): string {
  return Array.from({ length: count }, (_, index) => numbered(index + 1)).join('');
}

function fill(unit: string): string {
  return unit.repeat(Math.floor(pageChars / unit.length));
}

function ld(json: string): string {
  return head(`<script type="application/ld+json">${json}</script>`);
}

function attributes(count: number): string {
  return Array.from({ length: count }, (_, index) => `data-a${index}="${index}"`).join(' ');
}

/** Nothing but one tag, as far as a page goes. */
const oneTag: Readonly<Record<string, () => string>> = {
  'five megabytes of <b></b>': () => body(fill('<b></b>')),
  'five megabytes of <b>': () => body(fill('<b>')),
  'five megabytes of <div>': () => body(fill('<div>')),
  'five megabytes of <p>': () => body(fill('<p>')),
  'five megabytes of </div>': () => body(fill('</div>')),
  'five megabytes of <br>': () => body(fill('<br>')),
  'five megabytes of <a href>': () => body(fill('<a href="/x">link</a> ')),
  'five megabytes of <script>': () => body(fill('<script>')),
  'five megabytes of paragraphs': () => body(paragraphs(45_000)),
  'five megabytes of one paragraph': () => body(fill(paragraph)),
  'five megabytes of list items': () => body(`<ul>${fill('<li>An item of the list')}`),
  'five megabytes of table cells': () => body(`<table>${fill('<tr><td>a<td>b')}`),
  'five megabytes of form fields': () => body(fill('<input type=password>')),
  'as many <b></b> as a tree may have': () => body('<b></b>'.repeat(49_000)),
  'as many paragraphs as a tree may have': () => body(paragraphs(24_000)),
  'as many links as a tree may have': () => body('<a href="/x">link</a> '.repeat(16_000)),
  'as many words and breaks as a tree may have': () =>
    body(`<div>${'word word<br><br>'.repeat(16_000)}</div>`),
  'as many rows as a tree may have': () =>
    body(`<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(9000)}</table>`),
  'as many items as a tree may have': () =>
    body(`<ul>${'<li><a href="/x">A link text</a></li>'.repeat(16_000)}</ul>`),
  'as many comments as a tree may have': () => body('<!--x-->'.repeat(49_000) + story),
};

/** Elements in elements in elements. */
const nesting: Readonly<Record<string, () => string>> = {
  '20,000 nested divs': () => body('<div>'.repeat(20_000) + story + '</div>'.repeat(20_000)),
  '490 nested divs around the story': () =>
    body('<div>'.repeat(490) + story + '</div>'.repeat(490)),
  '490 nested divs that nobody closes': () => body('<div>'.repeat(490) + paragraphs(4000)),
  '490 nested bold elements': () => body(`${'<b>'.repeat(490)}x${'</b>'.repeat(490)}${story}`),
  '490 nested spans with text at every level': () => body(`${'<span>word '.repeat(490)}${story}`),
  'many towers of 300 divs': () =>
    body(('<div>'.repeat(300) + paragraph + '</div>'.repeat(300)).repeat(80)),
  'tables nested 120 deep': () => body('<table><tr><td>'.repeat(120) + paragraphs(1000)),
  'lists nested 240 deep': () => body('<ul><li>An item of this list.'.repeat(240) + story),
  'blockquotes nested 400 deep': () => body('<blockquote>A quote. '.repeat(400) + story),
  'svg groups nested 400 deep': () => body(`<svg>${'<g>'.repeat(400)}</svg>${story}`),
  'links in links': () => body('<a href="/x">word '.repeat(5000) + story),
  'forms in forms': () => body('<form>'.repeat(400) + story),
  'headings in headings': () => body('<h1>Harbour '.repeat(400) + story),
  'closing tags in the wrong order': () =>
    body('<b><i><p><a href="/x"><div>word</b></p></i></div></a>'.repeat(3000) + story),
};

/** Pages that begin what they never end. */
const unclosed: Readonly<Record<string, () => string>> = {
  'nothing closed': () =>
    '<html><head><title>Harbour<body><main><article><div><h1>Harbour closed<p>The mayor said it was over.' +
    '<p>The water had been rising for hours on Friday, said the mayor of Kelp Bay.'.repeat(30),
  'a comment that never ends': () => body(`${story}<!-- ${fill('x -- ')}`),
  'many beginnings of comments': () => body(fill('<!--') + story),
  'a tag that never ends': () => body(`${story}<div ${fill('a ')}`),
  'an attribute that never ends': () => body(`${story}<div class="${fill('a ')}`),
  'a tag name of five megabytes': () => body(`${story}<${fill('x')}>${story}`),
  'a script that never ends': () => body(`${story}<script>${fill('var a = "<p>"; ')}`),
  'a title that never ends': () => `<html><head><title>${fill('Harbour ')}${story}`,
  'a textarea that never ends': () => body(`${story}<textarea>${fill('word ')}`),
  'CDATA that never ends': () => body(`${story}<![CDATA[${fill(']] ')}`),
  'CDATA over and over': () => body('<![CDATA[ x ]]>'.repeat(20_000) + story),
  'a processing instruction that never ends': () => body(`${story}<?xml ${fill('? ')}`),
  'declarations over and over': () => body('<!doctype html>'.repeat(20_000) + story),
  'entities that never end': () => body(`<p>${fill('&amp')}</p>${story}`),
  'only the beginning of a tag': () => '<',
  'only the beginning of a document': () => '<!doctype html><html><bo',
};

/** Text that is not made to be read. */
const text: Readonly<Record<string, () => string>> = {
  'megabytes of one letter': () => body(`<p>${fill('x')}</p>`),
  'megabytes of one letter after a story': () => body(`${story}<p>${fill('x')}</p>`),
  'megabytes of spaces': () => body(`<p>a${fill(' ')}b</p>`),
  'megabytes of no-break spaces': () => body(`<p>a${fill('\u00a0')}b</p>`),
  'megabytes of line breaks': () => body(`<pre>a${fill('\n')}b</pre>`),
  'megabytes of opening quotes': () => body(`<p>${fill('“')}</p>`),
  'megabytes of straight quotes': () => body(`<p>${fill('"')}</p>`),
  'megabytes of commas': () => body(`<p>${fill(',')}</p>`),
  'megabytes of full stops': () => body(`<p>${fill('. ')}</p>`),
  'megabytes of brackets': () => body(`<p>${fill('([')}</p>`),
  'megabytes of digits': () => body(`<p>${fill('2031-04-02 ')}</p>`),
  'as many no-break spaces as a tree may have': () =>
    body(`<p>a${'\u00a0'.repeat(1_400_000)}b</p>${story}`),
  'as many no-break spaces as a tree may have, and no story': () =>
    body(`<p>a${'\u00a0'.repeat(1_400_000)}b</p>`),
  'as many less-than signs as a tree may have, and no story': () =>
    body(`<p>a${'< '.repeat(700_000)}b</p>`),
  'as many ampersands as a tree may have': () => body(`<p>${'&'.repeat(1_400_000)}</p>${story}`),
  'as many full stops as a tree may have': () => body(`<p>${'. '.repeat(700_000)}</p>${story}`),
  'as many digits as a tree may have': () =>
    body(`<p>${'2031-04-02 '.repeat(127_000)}</p>${story}`),
  'paragraphs of no-break spaces': () =>
    body(`<p>The mayor${'\u00a0'.repeat(100)} said no.</p>`.repeat(2000) + story),
  'megabytes of less-than signs': () => body(`<p>${fill('<')}</p>`),
  'megabytes of ampersands': () => body(`<p>${fill('&')}</p>`),
  'megabytes of entities': () => body(`<p>${fill('&nbsp;&amp;')}</p>${story}`),
  'megabytes of unknown entities': () => body(`<p>${fill('&xyz;&#xfffffff;&#0;')}</p>${story}`),
  'a story in one line of megabytes': () => body(`<p>${fill('The mayor said no. ')}</p>`),
  'a megabyte in one short paragraph each': () => body('<p>“““““</p>'.repeat(16_000)),
  'a megabyte of Chinese without a space': () => body(`<p>${'港口关闭了。'.repeat(170_000)}</p>`),
  'a megabyte of combining marks': () => body(`<p>a${'\u0301'.repeat(1_000_000)}</p>${story}`),
  'lone surrogates': () =>
    body('<p>The mayor \ud800 said \udc00 it was over\udbff.</p>'.repeat(3000)),
  'a megabyte of lone surrogates': () => body(`<p>${'\ud800'.repeat(1_000_000)}</p>${story}`),
  'null bytes before the page': () => '\0'.repeat(1_000_000) + story,
  'null bytes in every tag': () => body('<p\0>The mayor\0 said \0it was over.</\0p>'.repeat(3000)),
  'marks that turn the direction of writing': () =>
    body('<p>The mayor \u202esaid \u2066it\u2069 was\u200f over.\u202c</p>'.repeat(3000)),
  'control characters as entities': () =>
    body(
      '<p>The&#1; mayor&#27; said&#x202e; it&#xd800; was&#8;&#13;&#x2028; over.</p>'.repeat(3000),
    ),
  'line separators of every kind': () =>
    body(`<p>The mayor\u2028said\u2029it\u0085was\vall\fover\rin\nKelp Bay.</p>${story}`),
};

/** Names, styles and attributes beyond reason. */
const attributesAndStyles: Readonly<Record<string, () => string>> = {
  '100,000 attributes': () => body(`<div ${attributes(100_000)}>${story}</div>`),
  '190 attributes on every element': () =>
    body(`<p ${attributes(190)}>The mayor said it was over.</p>`.repeat(1000)),
  'class names of megabytes': () => body(`<div class="${'a b-c '.repeat(500_000)}">${story}</div>`),
  'long class names on every level': () =>
    body(`<div class="${'a b-c '.repeat(2000)}">`.repeat(300) + story),
  'one class name of a megabyte': () =>
    body(`<div class="${'aB-'.repeat(350_000)}">${story}</div>`),
  'a style attribute of megabytes': () =>
    body(`<div style="${'height:0; '.repeat(400_000)}">${story}</div>`),
  'a style sheet of 100,000 rules': () =>
    head(`<style>${'.a{display:none}'.repeat(100_000)}</style>`),
  'a style sheet of 100,000 names': () =>
    head(
      `<style>${Array.from({ length: 100_000 }, (_, index) => `.a${index}{display:none}`).join('')}</style>`,
    ),
  'a style sheet with one selector of a megabyte': () =>
    head(`<style>${'.a,'.repeat(350_000)}.b{display:none}</style>`),
  'media rules in media rules': () => head(`<style>${'@media x{'.repeat(100_000)}</style>`),
  'many unclosed media rules': () => head(`<style>${'@media x{a{}'.repeat(40_000)}</style>`),
  'comments in a style sheet that never end': () => head(`<style>${'/*'.repeat(250_000)}{</style>`),
  'a style sheet of comment beginnings and rules': () =>
    head(`<style>${'/*{}'.repeat(125_000)}</style>`),
  'a string in a style sheet that never ends': () =>
    head(`<style>.a{content:"${'{'.repeat(250_000)}</style>`),
  '20,000 style elements': () => head('<style>.a{display:none}</style>'.repeat(16_000)),
  'hidden text of megabytes': () => body(`<div hidden>${fill('word ')}</div>${story}`),
  'as many hidden elements as a tree may have': () =>
    body('<i hidden>x</i>'.repeat(16_000) + story),
};

/** What a page says about itself, too often or without an end. */
const metadata: Readonly<Record<string, () => string>> = {
  'JSON-LD that only opens arrays': () => ld('['.repeat(500_000)),
  'JSON-LD nested 100,000 deep': () => ld(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`),
  'JSON-LD with 100,000 authors': () =>
    ld(`{"@type":"NewsArticle","author":[${'{"name":"Mara"},'.repeat(100_000)}{"name":"Voss"}]}`),
  'JSON-LD with a text of megabytes': () =>
    `<html><head><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"${fill('The mayor said no. ')}"}</script></head><body></body></html>`,
  'JSON-LD that is broken for a megabyte': () => ld('{"@type": '.repeat(100_000)),
  'JSON-LD with trailing commas and spaces': () => ld(`[1${`,${' '.repeat(2000)}]`.repeat(400)}`),
  '10,000 JSON-LD scripts': () =>
    head('<script type="application/ld+json">{"@type":"NewsArticle"}</script>'.repeat(10_000)),
  '60,000 metas': () => head('<meta property="og:title" content="x">'.repeat(60_000)),
  'as many metas as a tree may have': () =>
    head('<meta property="og:title" content="x">'.repeat(48_000)),
  'a title of megabytes': () => head(`<title>${'A - B | '.repeat(500_000)}</title>`),
  'a description of megabytes': () =>
    head(`<meta name="description" content="${'The mayor said no. '.repeat(200_000)}">`),
  '60,000 headings': () => body('<h1>Title of this</h1>'.repeat(60_000) + story),
  'as many headings as a tree may have': () =>
    body('<h1>Title of this</h1>'.repeat(24_000) + story),
  'as many subheads as a tree may have': () =>
    body(('<h2>A subhead here</h2>' + paragraph).repeat(12_000)),
  '60,000 times': () => body('<time datetime="2031-01-01">1 Jan</time>'.repeat(60_000) + story),
  'as many times as a tree may have': () =>
    body('<time datetime="2031-01-01">1 Jan</time>'.repeat(24_000) + story),
  '60,000 authors': () =>
    body('<span class="author">By Mara Voss and</span>'.repeat(60_000) + story),
  'as many authors as a tree may have': () =>
    body('<span class="author">By Mara Voss and</span>'.repeat(24_000) + story),
  'as many blockquotes as a tree may have': () =>
    body(
      `<blockquote>${'The mayor said no. '.repeat(15)}</blockquote>`.repeat(12_000) +
        paragraphs(10_000),
    ),
  'as many distinct paragraphs and pull quotes as a tree may have': () =>
    body(
      Array.from(
        { length: 8000 },
        (_, index) =>
          `<p>Ship ${index} left the harbour of Kelp Bay on Friday, said the mayor.</p>` +
          `<blockquote>Ship ${index} came back to the quay, she said.</blockquote>`,
      ).join(''),
    ),
  'a thread of thousands of replies': () =>
    `<html><head><script type="application/ld+json">{"@type":"DiscussionForumPosting","headline":"Harbour"}</script></head><body>${`<div class="post"><span class="author">Mara</span>${paragraph}</div>`.repeat(7000)}</body></html>`,
  'an address of a megabyte': () =>
    head(`<link rel="canonical" href="https://harbour.example/${'a/'.repeat(500_000)}">`),
};

/** What is no page of text at all. */
const otherKinds: Readonly<Record<string, () => string>> = {
  'empty input': () => '',
  'one space': () => ' ',
  'only a byte order mark': () => '\ufeff',
  'only null bytes': () => '\0'.repeat(1000),
  'only a document type': () => '<!doctype html>',
  'an empty document': () => '<html></html>',
  'a document with an empty body': () => '<html><head></head><body></body></html>',
  'two documents': () => body(story) + body(story),
  'a body in a body': () => body(body(body(story))),
  'a document without a body': () => `<html>${story}`,
  'a fragment': () => story,
  'a frameset': () =>
    '<html><frameset cols="50%,50%"><frame src="a"><frame src="b"></frameset></html>',
  'a feed': () => `<?xml version="1.0"?><rss>${'<item><title>x</title></item>'.repeat(9000)}</rss>`,
  'an XHTML page': () =>
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>${story}</body></html>`,
  'an SVG picture': () => '<svg xmlns="http://www.w3.org/2000/svg"><text>Kelp Bay</text></svg>',
  'template elements': () => body(`<template>${story}</template>`.repeat(100) + story),
  'elements with names of the prototype': () =>
    body(`<constructor><__proto__ class="constructor __proto__ toString">${story}</__proto__>`),
  'its own block marks': () =>
    body(
      story.replaceAll('<p>', '<p data-nutgraf-block="0">') + '<p data-nutgraf-block="NaN">x</p>',
    ),
};

/**
 * Pages made to break or to slow down a reader: a name and a function that makes the page, so that a run needs
 * memory for one page at a time.
 */
export const hostilePages: Readonly<Record<string, () => string>> = {
  ...oneTag,
  ...nesting,
  ...unclosed,
  ...text,
  ...attributesAndStyles,
  ...metadata,
  ...otherKinds,
};
