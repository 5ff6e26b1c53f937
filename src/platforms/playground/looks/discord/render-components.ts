import { markup, type Markup } from '../markup.ts';
import { renderLink } from '../render-link.ts';
import type { DiscordComponent, DiscordRow } from './discord-body.ts';

const BUTTON = 2;
const STYLES: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'danger',
};

/** Rows of buttons and menus; a button carries its `custom_id`, so that a page can tell what was pressed. */
export function renderComponents(rows: readonly DiscordRow[]): Markup {
  return markup`${rows.map(
    ({ components }) => markup`<div class="row">${components.map(renderComponent)}</div>`,
  )}`;
}

function renderComponent(component: DiscordComponent): Markup {
  const { type, style = 2, label = '', custom_id: id = '', url, placeholder = '' } = component;
  if (url !== undefined) return renderLink(url, label, 'button secondary');
  const disabled = component.disabled === true ? markup` disabled` : undefined;
  return type === BUTTON
    ? markup`<button type="button" class="button ${STYLES[style] ?? 'secondary'}" data-action="${id}"${disabled}>${label}</button>`
    : markup`<button type="button" class="menu" data-action="${id}"${disabled}>${placeholder}</button>`;
}
