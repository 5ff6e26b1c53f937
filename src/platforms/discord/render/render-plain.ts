import { leftOutSentence } from '../../../post/left-out-sentence.ts';
import type { Post } from '../../../post/post.ts';
import type { DeliveryKey } from '../../../ports/destination.ts';
import type { DiscordMessage } from './discord-message.ts';
import { NOTE_CHARS } from './pack-embeds.ts';
import { jointOf, type Piece } from './piece.ts';
import { renderActions } from './render-actions.ts';
import { MAX_MESSAGES } from './render-post.ts';
import { renderSection, type RenderedSection, type RenderedTitle } from './render-section.ts';

/** Discord's for a message's content. */
const MAX_CONTENT_CHARS = 2000;
/** What a message has for pieces: the line that tells what was left out stands below them. */
const ROOM = MAX_CONTENT_CHARS - NOTE_CHARS;
/** Ours: what is longer leaves too little room for what is told of the article. */
const MAX_URL_CHARS = 700;

/**
 * A post without embeds, for where the bot may not send any: the same words in a message's content. Addresses stand in
 * `<…>`, so that Discord makes no preview of them, which it may not show there either.
 */
export function renderPlain(post: Post, key: DeliveryKey): readonly DiscordMessage[] {
  const { contents, leftOut } = packContents(post.sections.map(renderSection).flatMap(unitsOf));
  const last = contents.length - 1;
  return contents.map((content, index): DiscordMessage => {
    const isNoted = index === last && leftOut > 0;
    const note = `-# ${leftOutSentence(leftOut, 'Discord')}`;
    return {
      content: isNoted ? [content, note].filter((text) => text !== '').join('\n\n') : content,
      embeds: [],
      rows: (before) => (index === last ? renderActions(post.actions, { key, before }) : []),
    };
  });
}

/** What is never divided, and how it is set off from what stands before it. */
interface Unit {
  readonly piece: Piece;
  readonly startsSection: boolean;
}

/** A section's pieces, its title together with the first of them where both fit into a message. */
function unitsOf({ title, pieces }: RenderedSection): readonly Unit[] {
  const [first, ...rest] = withTitle(title, pieces);
  if (first === undefined) return [];
  const below = rest.map((piece): Unit => ({ piece, startsSection: false }));
  return [{ piece: first, startsSection: true }, ...below];
}

function withTitle(title: RenderedTitle | undefined, pieces: readonly Piece[]): readonly Piece[] {
  if (title === undefined) return pieces;
  const head: Piece = { kind: 'heading', markdown: renderTitle(title) };
  const [first, ...rest] = pieces;
  if (first === undefined) return [head];
  const markdown = `${head.markdown}\n${first.markdown}`;
  return markdown.length > ROOM ? [head, ...pieces] : [{ kind: first.kind, markdown }, ...rest];
}

/** An address has no `>` in it: URLs are written with `%3E`. An `@everyone` in it is written so that it is none. */
function renderTitle({ text, url }: RenderedTitle): string {
  if (url === undefined || url.length > MAX_URL_CHARS) return `**${text}**`;
  return `**${text}**\n<${url.replaceAll(/@(?=everyone|here)/giu, '%40')}>`;
}

interface Packed {
  /** At least one message, never an empty one: Discord refuses those. */
  readonly contents: readonly string[];
  readonly leftOut: number;
}

function packContents(units: readonly Unit[]): Packed {
  const contents: string[] = [];
  let last: Piece | undefined;
  let leftOut = 0;
  let isOver = false;
  for (const { piece, startsSection } of units) {
    const { markdown } = piece;
    const content = contents.at(-1);
    const joint = startsSection || last === undefined ? '\n\n' : jointOf(last, piece);
    const fits = content !== undefined && `${content}${joint}${markdown}`.length <= ROOM;
    isOver ||= !fits && contents.length >= MAX_MESSAGES;
    if (isOver || markdown.length > ROOM) {
      leftOut += 1;
      continue;
    }
    if (fits) contents[contents.length - 1] = `${content}${joint}${markdown}`;
    else contents.push(markdown);
    last = piece;
  }
  if (contents.length === 0) contents.push(leftOut > 0 ? '' : '…');
  return { contents, leftOut };
}
