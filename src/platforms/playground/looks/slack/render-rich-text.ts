import { fieldAt, listAt, textAt } from '../../../payload-field.ts';
import { markup, type Markup, type MarkupValue } from '../markup.ts';
import { renderLink } from '../render-link.ts';
import type { Names } from './render-mrkdwn.ts';

/** What stands in a rich text block: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export function renderRichText(element: unknown, names: Names): Markup {
  const inside = (): MarkupValue =>
    listAt(element, 'elements').map((one) => renderPiece(one, names));
  switch (textAt(element, 'type')) {
    case 'rich_text_quote':
      return markup`<blockquote>${inside()}</blockquote>`;
    case 'rich_text_preformatted':
      return markup`<pre>${inside()}</pre>`;
    case 'rich_text_list':
      return renderList(element, names);
    default:
      return markup`<div class="words">${inside()}</div>`;
  }
}

function renderList(element: unknown, names: Names): Markup {
  const level = fieldAt(element, 'indent');
  const indent = typeof level === 'number' && level > 0 ? markup` class="nested"` : undefined;
  const items = listAt(element, 'elements').map(
    (item) => markup`<li>${listAt(item, 'elements').map((one) => renderPiece(one, names))}</li>`,
  );
  return textAt(element, 'style') === 'ordered'
    ? markup`<ol${indent}>${items}</ol>`
    : markup`<ul${indent}>${items}</ul>`;
}

function renderPiece(piece: unknown, names: Names): MarkupValue {
  return styled(fieldAt(piece, 'style'), renderBare(piece, names));
}

function renderBare(piece: unknown, names: Names): MarkupValue {
  const text = textAt(piece, 'text');
  switch (textAt(piece, 'type')) {
    case 'link':
      return renderLink(textAt(piece, 'url'), text === '' ? textAt(piece, 'url') : text);
    case 'user':
      return markup`<span class="mention"
        >@${names.get(textAt(piece, 'user_id')) ?? 'unknown'}</span
      >`;
    case 'channel':
      return markup`<span class="mention"
        >#${names.get(textAt(piece, 'channel_id')) ?? 'unknown'}</span
      >`;
    case 'broadcast':
      return markup`<span class="mention">@${textAt(piece, 'range')}</span>`;
    case 'emoji':
      return `:${textAt(piece, 'name')}:`;
    default:
      return text;
  }
}

function styled(style: unknown, inside: MarkupValue): MarkupValue {
  const has = (name: string): boolean => fieldAt(style, name) === true;
  let shown = inside;
  if (has('code')) shown = markup`<code>${shown}</code>`;
  if (has('strike')) shown = markup`<s>${shown}</s>`;
  if (has('italic')) shown = markup`<em>${shown}</em>`;
  if (has('bold')) shown = markup`<strong>${shown}</strong>`;
  return shown;
}
