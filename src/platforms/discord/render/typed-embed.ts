import type { APIEmbed } from 'discord.js';
import type { DigestFields } from '../../../ports/digest.ts';
import type { Embed } from './pack-embeds.ts';

/** What somebody typed into a form, a field each, to be copied and to be read again when the form is opened anew. */
export function typedEmbeds(fields: DigestFields): readonly Embed[] {
  return Object.entries(fields)
    .filter(([, value]) => value.trim() !== '')
    .map(([field, value]) => ({ title: field, description: fenced(value), color: 0 }));
}

/** Field and value of each. */
export function findTyped(
  embeds: readonly Pick<APIEmbed, 'title' | 'description'>[],
): readonly (readonly [string, string])[] {
  return embeds.flatMap(({ title = '', description = '' }) => {
    const value = FENCED.exec(description)?.[1];
    return value === undefined ? [] : [[title, value] as const];
  });
}

const FENCED = /^```\n([^]*)\n```$/u;

/** Code has no escapes: a look-alike stands for the mark that would end it. */
function fenced(value: string): string {
  return `\`\`\`\n${value.toWellFormed().replaceAll('`', 'ˋ')}\n\`\`\``;
}
