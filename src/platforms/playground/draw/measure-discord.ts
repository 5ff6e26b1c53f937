import type { DiscordBody, DiscordEmbed } from '../looks/discord/discord-body.ts';
import type { Measure } from './drawings.ts';

/** What a message takes of Discord's limits: https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
export function measureDiscord({ embeds = [], components = [] }: DiscordBody): readonly Measure[] {
  const buttons = components.flatMap((row) => row.components).length;
  const descriptions = embeds.map(({ description = '' }) => description.length);
  const sum = embeds.reduce((total, embed) => total + charsOf(embed), 0);
  return [
    { what: 'characters in all embeds', used: sum, limit: 6000 },
    { what: 'characters in one description', used: Math.max(0, ...descriptions), limit: 4096 },
    { what: 'embeds', used: embeds.length, limit: 10 },
    { what: 'buttons', used: buttons, limit: 25 },
  ];
}

function charsOf({ title, description, author, footer, fields = [] }: DiscordEmbed): number {
  const texts = [title, description, author?.name, footer?.text];
  const ofFields = fields.map(({ name, value }) => name.length + value.length);
  return [...texts.map((text) => text?.length ?? 0), ...ofFields].reduce(
    (sum, one) => sum + one,
    0,
  );
}
