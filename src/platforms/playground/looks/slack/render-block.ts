import { fieldAt, listAt, textAt } from '../../../payload-field.ts';
import { markup, type Markup } from '../markup.ts';
import { renderElement } from './render-element.ts';
import { renderMrkdwn, type Names } from './render-mrkdwn.ts';
import { renderRichText } from './render-rich-text.ts';

/** One block of a message: https://docs.slack.dev/reference/block-kit/blocks */
export function renderBlock(block: unknown, names: Names): Markup {
  switch (textAt(block, 'type')) {
    case 'header':
      return markup`<div class="title" role="heading" aria-level="3">
        ${textAt(block, 'text', 'text')}
      </div>`;
    case 'section':
      return renderSection(block, names);
    case 'context':
      return markup`<div class="context">
        ${listAt(block, 'elements').map((element) => renderText(element, names))}
      </div>`;
    case 'rich_text':
      return markup`<div class="rich">
        ${listAt(block, 'elements').map((element) => renderRichText(element, names))}
      </div>`;
    case 'divider':
      return markup`<hr />`;
    case 'actions':
      return markup`<div class="row">${listAt(block, 'elements').map(renderElement)}</div>`;
    default:
      return markup`<div class="context">[${textAt(block, 'type')}]</div>`;
  }
}

function renderSection(block: unknown, names: Names): Markup {
  const accessory = fieldAt(block, 'accessory');
  const fields = listAt(block, 'fields');
  return markup`<div class="section">
    <div class="words">
      ${renderText(fieldAt(block, 'text'), names)}${
        fields.length === 0
          ? undefined
          : markup`<div class="fields">
              ${fields.map((field) => markup`<div>${renderText(field, names)}</div>`)}
            </div>`
      }
    </div>
    ${accessory === undefined ? undefined : renderElement(accessory)}
  </div>`;
}

/** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
function renderText(text: unknown, names: Names): Markup {
  const shown = textAt(text, 'text');
  const isMarked = textAt(text, 'type') === 'mrkdwn';
  return markup`<span class="text">${isMarked ? renderMrkdwn(shown, names) : shown}</span>`;
}
