import type { Section, Title } from '../../../post/post.ts';
import { cutText } from './clean-text.ts';
import { renderPart, type Piece } from './render-part.ts';
import { contextBlock, richBlock, richSection, richText, type Element } from './slack-block.ts';

/** Ours: a headline is rarely beyond 200. */
const MAX_TITLE_CHARS = 300;
/** Ours, below Slack's 3000 for a text: what is longer is no address that a person can follow. */
const MAX_URL_CHARS = 2000;
/** Slack's, for a text in a context block; no line of ours comes near. */
const MAX_CONTEXT_CHARS = 2000;

/** A section in its pieces, in their order. */
export function renderSection({ title, about, parts, notes }: Section): readonly Piece[] {
  const rendered: readonly (Piece | undefined)[] = [
    title === undefined ? undefined : renderTitle(title),
    about === undefined ? undefined : renderLine(about),
    ...parts.map(renderPart),
    ...notes.map(renderLine),
  ];
  return rendered.filter((piece) => piece !== undefined);
}

function renderTitle({ text, url }: Title): Piece | undefined {
  const shown = cutText(text, MAX_TITLE_CHARS);
  const address = url === undefined ? undefined : findAddress(url);
  if (shown === '' && address === undefined) return undefined;
  const link: Element | undefined =
    address === undefined
      ? undefined
      : { type: 'link', url: address, text: shown === '' ? address : shown, style: { bold: true } };
  const elements = link === undefined ? richText(shown, { bold: true }) : [link];
  return { kind: 'block', block: richBlock([richSection(elements)]), plain: shown };
}

function findAddress(url: string): string | undefined {
  const parsed = URL.parse(url);
  const isWeb = parsed?.protocol === 'https:' || parsed?.protocol === 'http:';
  return isWeb && parsed.href.length <= MAX_URL_CHARS ? parsed.href : undefined;
}

/** A line that is no quote and no bullet, in small print. */
export function renderLine(text: string): Piece | undefined {
  const shown = cutText(text, MAX_CONTEXT_CHARS);
  return shown === '' ? undefined : { kind: 'block', block: contextBlock(shown), plain: shown };
}
