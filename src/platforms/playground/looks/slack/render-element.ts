import { fieldAt, textAt } from '../../../payload-field.ts';
import { markup, type Markup } from '../markup.ts';
import { renderLink } from '../render-link.ts';

/**
 * Something to press or to choose from; it carries its `action_id` and value, so that a page can tell what was pressed.
 * https://docs.slack.dev/reference/block-kit/block-elements
 */
export function renderElement(element: unknown): Markup {
  const url = textAt(element, 'url');
  const label = textAt(element, 'text', 'text');
  if (textAt(element, 'type') !== 'button')
    return markup`<button type="button" class="menu" data-action="${textAt(element, 'action_id')}">
      ${textAt(element, 'placeholder', 'text')}
    </button>`;
  const style = fieldAt(element, 'style');
  const look = style === 'primary' || style === 'danger' ? ` ${style}` : '';
  return url === ''
    ? markup`<button type="button" class="button${look}" data-action="${textAt(element, 'action_id')}" data-value="${textAt(element, 'value')}">
        ${label}
      </button>`
    : renderLink(url, label, `button${look}`);
}
