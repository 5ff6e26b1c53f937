import { MessageFlags, PermissionFlagsBits, type APIMessageComponentInteraction } from 'discord.js';
import type { FollowUpRequest } from '../../../ports/request.ts';
import type { Action } from '../../../post/actions.ts';
import { findMeaning } from '../wire/custom-id.ts';
import { DISCORD, destinationOf, sentOf, type Standing } from '../wire/discord-address.ts';
import { isPlain } from '../wire/is-plain.ts';
import { may, type Caller } from './read-opening.ts';

/**
 * What a click on one of our buttons asks for. Those that change the clicked message are acknowledged silently, and the
 * click's own token changes it as `@original`; what the others ask for is answered to the person alone.
 */
export function readClick(
  { id, data, message }: APIMessageComponentInteraction,
  caller: Caller,
): FollowUpRequest | undefined {
  const meaning = findMeaning(data.custom_id);
  if (meaning === undefined) return undefined;
  const { action, key, before } = meaning;
  // That opens a form, which is no request.
  if (action === 'change') return undefined;
  const isPrivate = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const changes = isChange(action);
  const messages: readonly Standing[] = [
    ...before.map((one): Standing => ({ id: one, via: isPrivate ? 'follow-up' : 'channel' })),
    { id: message.id, via: changes ? 'original' : 'follow-up' },
  ];
  const opening = caller.opening(isPrivate);
  const beside = caller.opening(true);
  return {
    kind: 'follow-up',
    id: `interaction:${id}`,
    platform: DISCORD,
    person: caller.person,
    channel: caller.channel,
    place: caller.place,
    // A click that changes its message shows nothing meanwhile; a message that says so would only be in the way.
    replyTo: destinationOf({ kind: changes ? 'beside' : 'open', opening: beside }, true),
    isPrivate: true,
    about: { key },
    ask: { kind: action },
    from: {
      kind: 'button',
      message: sentOf({
        channel: caller.channel,
        messages,
        opening,
        ...(isPlain(message) ? { isPlain: true } : {}),
      }),
    },
    isModerator: may(caller, PermissionFlagsBits.ManageMessages),
  };
}

/** Whether the clicked message is what changes. */
export function isChange(action: Action): boolean {
  return CHANGES.has(action);
}

const CHANGES: ReadonlySet<Action> = new Set(['shorter', 'longer', 'delete', 'confirm', 'discard']);
