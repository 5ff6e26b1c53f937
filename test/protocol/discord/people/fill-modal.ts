import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { ComponentType } from 'discord-api-types/v10';
import { isRecord, listAt } from '../check/shape.ts';
import type { Inside } from '../inside.ts';
import { renderChannel } from '../world/render-channel.ts';
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
  const channels: Record<string, unknown> = {};
  const components = (modal.components as readonly unknown[]).flatMap((one, index) => {
    if (!isRecord(one)) return [];
    const id = index * 2 + 1;
    const fill = (field: unknown): unknown =>
      fillField(inside, field, { ...filling, attachments, channels, id: id + 1 });
    if (one['type'] === ComponentType.Label)
      return [{ type: ComponentType.Label, id, component: fill(one['component']) }];
    if (one['type'] === ComponentType.ActionRow)
      return [
        { type: ComponentType.ActionRow, id, components: listAt(one, 'components').map(fill) },
      ];
    return [{ type: one['type'], id }];
  });
  const resolved = {
    ...(Object.keys(attachments).length === 0 ? {} : { attachments }),
    ...(Object.keys(channels).length === 0 ? {} : { channels }),
  };
  return {
    custom_id: modal.custom_id,
    components,
    ...(Object.keys(resolved).length === 0 ? {} : { resolved }),
  };
}

interface FieldFilling extends ModalFilling {
  readonly attachments: Record<string, unknown>;
  readonly channels: Record<string, unknown>;
  readonly id: number;
}

function fillField(inside: Inside, field: unknown, filling: FieldFilling): unknown {
  if (!isRecord(field)) throw new Error('The form has a field of no shape.');
  const customId = String(field['custom_id']);
  const value = filling.values[customId] ?? presetOf(field);
  const common = { type: field['type'], id: filling.id, custom_id: customId };
  const isRequired = field['required'] !== false;
  const isEmpty = value.length === 0;
  if (isEmpty && isRequired) throw new Error(`"${customId}" is required.`);
  if (field['type'] === ComponentType.TextInput)
    return { ...common, value: fillText(field, value) };
  if (field['type'] !== ComponentType.FileUpload)
    return { ...common, values: chosen(inside, field, { value, channels: filling.channels }) };
  const files = (value as readonly FileDraft[]).map((file) =>
    storeDraft(inside, file, { channelId: filling.channel.id, isEphemeral: true }),
  );
  if (files.length > Number(field['max_values'] ?? 1))
    throw new Error(`"${customId}" takes no ${files.length} files.`);
  files.forEach((file) => (filling.attachments[file.id] = renderAttachment(inside, file)));
  return { ...common, values: files.map(({ id }) => id) };
}

/** What stands in a field before anybody touches it. */
function presetOf(field: Record<string, unknown>): ModalValue {
  if (field['type'] === ComponentType.TextInput)
    return typeof field['value'] === 'string' ? field['value'] : '';
  const options = listAt(field, 'options').filter(isRecord);
  const preset = options.filter((one) => one['default'] === true).map((one) => one['value']);
  const ids = listAt(field, 'default_values')
    .filter(isRecord)
    .map(({ id }) => id);
  return [...preset, ...ids].map(String);
}

/** What is chosen in a menu, which offers nothing else. */
function chosen(
  inside: Inside,
  field: Record<string, unknown>,
  { value, channels }: { readonly value: ModalValue; readonly channels: Record<string, unknown> },
): readonly string[] {
  if (typeof value === 'string') throw new Error('A menu takes a list.');
  const values = value.map((one) => (typeof one === 'string' ? one : ''));
  const offered = listAt(field, 'options')
    .filter(isRecord)
    .map((one) => one['value']);
  for (const one of values) {
    if (field['type'] === ComponentType.StringSelect && !offered.includes(one))
      throw new Error(`The menu does not offer "${one}".`);
    if (field['type'] !== ComponentType.ChannelSelect) continue;
    const channel = inside.world.channels.get(one);
    const types = listAt(field, 'channel_types');
    if (channel === undefined || (types.length > 0 && !types.includes(channel.type)))
      throw new Error(`The menu does not offer the channel "${one}".`);
    channels[one] = renderChannel(inside.world, channel);
  }
  return values;
}

function fillText(field: Record<string, unknown>, value: ModalValue): string {
  if (typeof value !== 'string') throw new Error('A text field takes text.');
  const min = Number(field['min_length'] ?? 0);
  const max = Number(field['max_length'] ?? 4000);
  if (value.length > max || (value.length > 0 && value.length < min))
    throw new Error(`The field takes ${min} to ${max} characters.`);
  return value;
}
