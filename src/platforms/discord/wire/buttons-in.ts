import { ComponentType, type APIMessage } from 'discord.js';
import { findMeaning, type ButtonMeaning } from './custom-id.ts';

/** The buttons of ours on a message. */
export function buttonsIn(message: Pick<APIMessage, 'components'>): readonly ButtonMeaning[] {
  return (message.components ?? []).flatMap((row) => {
    if (row.type !== ComponentType.ActionRow) return [];
    return row.components.flatMap((component) => {
      if (!('custom_id' in component)) return [];
      return findMeaning(component.custom_id) ?? [];
    });
  });
}
