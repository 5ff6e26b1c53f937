import { Parser } from 'htmlparser2';

/** What is no text, or no text of the story. */
const SILENT: ReadonlySet<string> = new Set(
  'script style template noscript iframe svg math object video audio canvas form button select textarea figure figcaption table pre head title'.split(
    ' ',
  ),
);
/** Inline elements: they do not end a line. All others do. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** The visible text of HTML within Markdown, a string for each block, entities decoded. */
export function htmlText(html: string): readonly string[] {
  const blocks: string[] = [];
  let block: string[] = [];
  let silent = 0;
  const endBlock = () => {
    const text = block.join('').replace(/\s+/gu, ' ').trim();
    if (text !== '') blocks.push(text);
    block = [];
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (silent > 0 || SILENT.has(name) || isHidden(attributes))
          silent += VOID.has(name) ? 0 : 1;
        else if (!INLINE.has(name)) endBlock();
      },
      ontext(text) {
        if (silent === 0) block.push(text);
      },
      onclosetag(name) {
        if (VOID.has(name)) return;
        if (silent > 0) silent -= 1;
        else if (!INLINE.has(name)) endBlock();
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  endBlock();
  return blocks;
}

const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  if ('hidden' in attributes || attributes['aria-hidden'] === 'true') return true;
  return /display:\s?none|visibility:\s?hidden/iu.test(attributes['style'] ?? '');
}

/** Text with its entities decoded and nothing taken for a tag. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  const parts: string[] = [];
  const parser = new Parser({ ontext: (part) => parts.push(part) }, { decodeEntities: true });
  parser.end(text.replaceAll('<', '&lt;'));
  return parts.join('');
}
