import { markup, type Markup } from '../markup.ts';
import { renderBotAvatar, renderPersonAvatar } from '../render-avatar.ts';
import type { Surroundings } from '../speaker.ts';
import type { DiscordBody } from './discord-body.ts';
import { renderComponents } from './render-components.ts';
import { renderEmbed } from './render-embed.ts';
import { renderMarkdown } from './render-markdown.ts';

export interface DiscordSurroundings extends Surroundings {
  /** The line above: who asked, and what is answered. */
  readonly above?:
    | { readonly kind: 'command'; readonly person: string; readonly command: string }
    | { readonly kind: 'reply'; readonly person: string; readonly text: string };
}

/** Discord's flag of messages that one person alone sees. */
const EPHEMERAL = 64;

/** A message as Discord's client shows it, out of the JSON with which it is sent. */
export function renderDiscordMessage(body: DiscordBody, around: DiscordSurroundings): Markup {
  const { content = '', embeds = [], components = [], flags = 0 } = body;
  const { speaker, time, above, names = new Map<string, string>() } = around;
  const isPrivate = (flags & EPHEMERAL) !== 0;
  return markup`<section class="message${isPrivate ? ' private' : ''}">
    ${above && renderAbove(above)}
    <div class="portrait">
      ${speaker.isApp ? renderBotAvatar() : renderPersonAvatar(speaker.name)}
    </div>
    <div class="body">
      <header>
        <span class="name">${speaker.name}</span>${speaker.isApp ? markup`<span class="tag">APP</span>` : undefined}<time>${time}</time>
      </header>
      ${content === '' ? undefined : markup`<div class="content">${renderMarkdown(content, names)}</div>`}
      ${embeds.map((embed) => renderEmbed(embed, names))}
      ${renderComponents(components)}
      ${isPrivate ? markup`<div class="only-you">Only you can see this</div>` : undefined}
    </div>
  </section>`;
}

function renderAbove(above: NonNullable<DiscordSurroundings['above']>): Markup {
  const { person } = above;
  return markup`<div class="above">
    <span class="spine"></span><span class="small-portrait">${renderPersonAvatar(person)}</span>
    <span class="who">${person}</span>${
      above.kind === 'command'
        ? markup` used <span class="command">/${above.command}</span>`
        : markup` <span class="excerpt">${above.text}</span>`
    }
  </div>`;
}
