import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { ComponentType } from 'discord-api-types/v10';
import { isRecord, listAt } from '../check/shape.ts';
import type { Inside } from '../inside.ts';
import { renderAttachment } from '../world/render-message.ts';
import type { StoredChannel } from '../world/world.ts';
import { storeDraft } from './write.ts';
import type { FileDraft } from './write.ts';

/** Text, chosen values, or files. */
export type ModalValue = string | readonly string[] | readonly FileDraft[];

export interface ModalFilling {
  readonly values: Readonly<Record<string, ModalValue>>;
  readonly channel: StoredChannel;
}

/**
 * What a client sends for a form that was filled in; throws for what it would not send.
 * https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-modal-submit-data-structure
 */
export function fillModal(
  inside: Inside,
  modal: APIModalInteractionResponseCallbackData,
  filling: ModalFilling,
): unknown {
  const attachments: Record<string, unknown> = {};
  const components = (modal.components as readonly unknown[]).flatMap((one, index) => {
    if (!isRecord(one)) return [];
    const id = index * 2 + 1;
    const fill = (field: unknown): unknown =>
      fillField(inside, field, { ...filling, attachments, id: id + 1 });
    if (one['type'] === ComponentType.Label)
      return [{ type: ComponentType.Label, id, component: fill(one['component']) }];
    if (one['type'] === ComponentType.ActionRow)
      return [
        { type: ComponentType.ActionRow, id, components: listAt(one, 'components').map(fill) },
      ];
    return [{ type: one['type'], id }];
  });
  const resolved = Object.keys(attachments).length === 0 ? {} : { resolved: { attachments } };
  return { custom_id: modal.custom_id, components, ...resolved };
}

interface FieldFilling extends ModalFilling {
  readonly attachments: Record<string, unknown>;
  readonly id: number;
}

function fillField(inside: Inside, field: unknown, filling: FieldFilling): unknown {
  if (!isRecord(field)) throw new Error('The form has a field of no shape.');
  const customId = String(field['custom_id']);
  const value = filling.values[customId];
  const common = { type: field['type'], id: filling.id, custom_id: customId };
  const isRequired = field['required'] !== false;
  const isEmpty = value === undefined || value.length === 0;
  if (isEmpty && isRequired) throw new Error(`"${customId}" is required.`);
  if (field['type'] === ComponentType.TextInput)
    return { ...common, value: fillText(field, value ?? '') };
  if (field['type'] !== ComponentType.FileUpload) return { ...common, values: value ?? [] };
  const files = ((value ?? []) as readonly FileDraft[]).map((file) =>
    storeDraft(inside, file, { channelId: filling.channel.id, isEphemeral: true }),
  );
  if (files.length > Number(field['max_values'] ?? 1))
    throw new Error(`"${customId}" takes no ${files.length} files.`);
  files.forEach((file) => (filling.attachments[file.id] = renderAttachment(inside, file)));
  return { ...common, values: files.map(({ id }) => id) };
}

function fillText(field: Record<string, unknown>, value: ModalValue): string {
  if (typeof value !== 'string') throw new Error('A text field takes text.');
  const min = Number(field['min_length'] ?? 0);
  const max = Number(field['max_length'] ?? 4000);
  if (value.length > max || (value.length > 0 && value.length < min))
    throw new Error(`The field takes ${min} to ${max} characters.`);
  return value;
}
