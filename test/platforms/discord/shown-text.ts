import type { APIEmbed } from 'discord-api-types/v10';
import { readMarkdown } from './read-markdown.ts';

/** What a person reads in an embed. */
export function shownText({
  title,
  description,
  footer,
}: Pick<APIEmbed, 'title' | 'description' | 'footer'>): string {
  return [readMarkdown(title ?? '').text, readMarkdown(description ?? '').text, footer?.text ?? '']
    .join('\n')
    .trim();
}
