import { markup, type Markup } from '../markup.ts';
import { renderBotAvatar, renderPersonAvatar } from '../render-avatar.ts';
import type { Surroundings } from '../speaker.ts';
import { renderBlock } from './render-block.ts';
import { renderMrkdwn } from './render-mrkdwn.ts';
import type { SlackBody } from './slack-body.ts';

/** A message as Slack's client shows it, out of the JSON with which it is sent. */
export function renderSlackMessage(body: SlackBody, around: Surroundings): Markup {
  const { text, blocks = [], response_type: audience } = body;
  const { speaker, time, names = new Map<string, string>() } = around;
  const isPrivate = audience === 'ephemeral';
  return markup`<section class="message${isPrivate ? ' private' : ''}">
    ${isPrivate ? markup`<div class="only-you">Only visible to you</div>` : undefined}
    <div class="portrait">
      ${speaker.isApp ? renderBotAvatar() : renderPersonAvatar(speaker.name)}
    </div>
    <div class="body">
      <header>
        <span class="name">${speaker.name}</span
        >${speaker.isApp ? markup`<span class="tag">APP</span>` : undefined}<time>${time}</time>
      </header>
      ${blocks.length === 0 ? markup`<div class="words">${renderMrkdwn(text, names)}</div>` : blocks.map((block) => renderBlock(block, names))}
    </div>
  </section>`;
}
