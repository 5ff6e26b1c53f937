import { ButtonStyle, ComponentType } from 'discord.js';
import { actionLabel } from '../../../post/action-label.ts';
import type { Action } from '../../../post/actions.ts';
import type { DeliveryKey } from '../../../ports/destination.ts';
import { writeCustomId } from '../wire/custom-id.ts';

export interface ButtonRow {
  readonly type: ComponentType.ActionRow;
  readonly components: readonly {
    readonly type: ComponentType.Button;
    readonly style: ButtonStyle.Secondary;
    readonly label: string;
    readonly custom_id: string;
  }[];
}

/** A post's buttons, in one row: there are fewer than Discord's five. `before` are the messages above them. */
export function renderActions(
  actions: readonly Action[],
  { key, before }: { readonly key: DeliveryKey; readonly before: readonly string[] },
): readonly ButtonRow[] {
  if (actions.length === 0) return [];
  const components = actions.map((action) => ({
    type: ComponentType.Button as const,
    // None is dangerous, and a red one below every answer would be what people look at first.
    style: ButtonStyle.Secondary as const,
    label: actionLabel(action),
    custom_id: writeCustomId({ action, key, before }),
  }));
  return [{ type: ComponentType.ActionRow, components }];
}
