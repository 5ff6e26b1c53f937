import { markup, type Markup } from '../markup.ts';
import { renderLink } from '../render-link.ts';
import type { DiscordEmbed, DiscordField } from './discord-body.ts';
import { renderMarkdown, type Names } from './render-markdown.ts';

/** An embed: the bar at its side, then author, title, description, fields, footer as far as there are any. */
export function renderEmbed(embed: DiscordEmbed, names: Names): Markup {
  const { author, title, url, description, fields = [], footer, color } = embed;
  return markup`<article class="embed">
    ${renderBar(color)}
    ${author && markup`<div class="embed-author">${linked(author.name, author.url)}</div>`}
    ${title && markup`<div class="embed-title">${linked(renderMarkdown(title, names), url)}</div>`}
    ${description && markup`<div class="embed-description">${renderMarkdown(description, names)}</div>`}
    ${fields.length === 0 ? undefined : renderFields(fields, names)}
    ${footer && markup`<div class="embed-footer">${footer.text}</div>`}
  </article>`;
}

/** Its colour is an attribute of a drawing: pages that allow no styles inside of elements can show it. */
function renderBar(color = 0): Markup {
  const fill = color === 0 ? undefined : markup` fill="${hex(color)}"`;
  return markup`<svg class="bar" aria-hidden="true" focusable="false"><rect width="4" height="100%"${fill} /></svg>`;
}

function renderFields(fields: readonly DiscordField[], names: Names): Markup {
  return markup`<div class="embed-fields">
    ${fields.map(
      ({ name, value, inline }) =>
        markup`<div class="embed-field${inline === true ? ' inline' : ''}">
          <div class="embed-field-name">${renderMarkdown(name, names)}</div>
          <div>${renderMarkdown(value, names)}</div>
        </div>`,
    )}
  </div>`;
}

function linked(text: string | Markup, url: string | undefined): Markup {
  return url === undefined ? markup`${text}` : renderLink(url, text);
}

function hex(color: number): string {
  return `#${(color & 0xffffff).toString(16).padStart(6, '0')}`;
}
