import { ButtonStyle, ComponentType } from 'discord.js';
import { faultsPost } from '../../../post/digest/faults-post.ts';
import { FORM_AGAIN_LABEL } from '../../../post/digest/form-again-label.ts';
import type { DigestFields, FieldFault, FormAbout } from '../../../ports/digest.ts';
import { writeAgainId } from '../wire/form-id.ts';
import type { DiscordMessage } from './discord-message.ts';
import type { Embed } from './pack-embeds.ts';
import { renderPost } from './render-post.ts';
import { typedEmbeds } from './typed-embed.ts';

export interface Faulty {
  readonly faults: readonly FieldFault[];
  readonly about: FormAbout;
  readonly fields: DigestFields;
  /** The interaction's. */
  readonly id: string;
}

/** Discord's, for all text of a message's embeds. */
const MAX_CHARS = 6000;

/**
 * What is wrong in a form, what was typed into it, and a button that opens it again so filled. Discord hands the message
 * back with the click, so nothing need be kept; what has no room beside the faults stands in a message of its own.
 */
export function renderFaults({ faults, about, fields, id }: Faulty): readonly DiscordMessage[] {
  const said = renderPost(faultsPost(faults.map(({ sentence }) => sentence)), id);
  const [first] = said;
  if (first === undefined) throw new Error('a post has a message');
  const beside: Embed[] = [...first.embeds];
  const behind: Embed[] = [];
  for (const embed of typedEmbeds(fields)) {
    const fits = charsOf([...beside, embed]) <= MAX_CHARS;
    (fits ? beside : behind).push(embed);
  }
  const button = {
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    label: FORM_AGAIN_LABEL,
    custom_id: writeAgainId(about),
  };
  const rows = () => [{ type: ComponentType.ActionRow as const, components: [button] }];
  return [
    { content: '', embeds: beside, rows },
    ...said.slice(1),
    ...behind.map((embed): DiscordMessage => ({ content: '', embeds: [embed], rows: () => [] })),
  ];
}

function charsOf(embeds: readonly Embed[]): number {
  return embeds.reduce(
    (sum, { title = '', description = '', footer }) =>
      sum + title.length + description.length + (footer?.text.length ?? 0),
    0,
  );
}
