import type { Section, Title } from '../../../post/post.ts';
import { cleanText } from './clean-text.ts';
import { escapeWithin } from './escape-markdown.ts';
import type { Piece } from './piece.ts';
import { renderPart, renderSmall } from './render-part.ts';

export interface RenderedSection {
  readonly title?: RenderedTitle;
  readonly pieces: readonly Piece[];
}

export interface RenderedTitle {
  readonly text: string;
  readonly url?: string;
}

/** Discord's for an embed's title. */
const MAX_TITLE_CHARS = 256;
/** Discord's for an embed's `url`. */
const MAX_URL_CHARS = 2048;

/** A section's title and its pieces, in their order. */
export function renderSection({ title, about, parts, notes }: Section): RenderedSection {
  const pieces = [
    about === undefined ? undefined : renderSmall(about),
    ...parts.map(renderPart),
    ...notes.map(renderSmall),
  ].filter((piece) => piece !== undefined);
  const rendered = title === undefined ? undefined : renderTitle(title);
  return rendered === undefined ? { pieces } : { title: rendered, pieces };
}

function renderTitle({ text, url }: Title): RenderedTitle | undefined {
  const address = url === undefined ? undefined : findAddress(url);
  const shown = cleanText(text) || (address?.hostname ?? '');
  if (shown === '') return undefined;
  const short = escapeWithin(shown, MAX_TITLE_CHARS);
  return address === undefined ? { text: short } : { text: short, url: address.href };
}

function findAddress(url: string): URL | undefined {
  const parsed = URL.parse(url);
  const isWeb = parsed?.protocol === 'https:' || parsed?.protocol === 'http:';
  return isWeb && parsed.href.length <= MAX_URL_CHARS ? parsed : undefined;
}
