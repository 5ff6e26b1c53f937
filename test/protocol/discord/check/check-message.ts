import { MessageFlags } from 'discord-api-types/v10';
import { checkComponents } from './check-components.ts';
import { checkEmbeds } from './check-embeds.ts';
import {
  both,
  fault,
  flag,
  isRecord,
  listAt,
  listOf,
  oneOf,
  orNull,
  shape,
  snowflake,
  text,
  whole,
} from './shape.ts';
import type { Check } from './shape.ts';

/** https://discord.com/developers/docs/resources/message#allowed-mentions-object */
const allowedMentions: Check = both(
  shape({
    parse: listOf(oneOf(['users', 'roles', 'everyone']), { max: 3 }),
    users: listOf(snowflake, { max: 100 }),
    roles: listOf(snowflake, { max: 100 }),
    replied_user: flag,
  }),
  (value, path) =>
    (['users', 'roles'] as const).flatMap((kind) =>
      listAt(value, 'parse').includes(kind) && listAt(value, kind).length > 0
        ? fault(
            path,
            'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
            `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
          )
        : [],
    ),
);

const attachment = shape({
  id: (value, path) => (typeof value === 'number' ? whole()(value, path) : snowflake(value, path)),
  filename: text({ min: 1, max: 1024 }),
  description: orNull(text({ max: 1024 })),
});

const fields = {
  content: orNull(text({ max: 2000 })),
  tts: flag,
  flags: orNull(whole({ max: 2 ** 31 - 1 })),
  embeds: orNull(checkEmbeds),
  components: orNull(checkComponents),
  allowed_mentions: orNull(allowedMentions),
  attachments: orNull(listOf(attachment, { max: 10 })),
};

/** A message as a bot sends it. https://discord.com/developers/docs/resources/message#create-message */
export const checkMessage: Check = both(
  shape({
    ...fields,
    nonce: (value, path) =>
      typeof value === 'number' ? whole()(value, path) : text({ max: 25 })(value, path),
    enforce_nonce: flag,
    message_reference: shape(
      {
        type: whole({ max: 1 }),
        message_id: snowflake,
        channel_id: snowflake,
        guild_id: snowflake,
        fail_if_not_exists: flag,
      },
      ['message_id'],
    ),
    sticker_ids: listOf(snowflake, { max: 3 }),
  }),
  mayOnlySet(MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications),
);

/**
 * A change to a message that has some flags; discord.js sends those along.
 * https://discord.com/developers/docs/resources/message#edit-message
 */
export function checkMessageEdit(flagsNow: number): Check {
  return both(shape(fields), mayOnlySet(MessageFlags.SuppressEmbeds | flagsNow));
}

/** Answers and follow-ups to interactions. */
export const checkInteractionMessage: Check = both(
  shape(fields),
  mayOnlySet(
    MessageFlags.SuppressEmbeds | MessageFlags.Ephemeral | MessageFlags.SuppressNotifications,
  ),
);

/** What may stand in "thinking": its privacy and nothing else. */
export const checkDeferredMessage: Check = both(
  shape({ flags: whole() }),
  mayOnlySet(MessageFlags.Ephemeral),
);

function mayOnlySet(allowed: number): Check {
  return (value, path) => {
    const flags = isRecord(value) ? value['flags'] : undefined;
    return typeof flags === 'number' && (flags & ~allowed) !== 0
      ? fault([...path, 'flags'], 'BASE_TYPE_CHOICES', `Only flags of ${allowed} may be set here.`)
      : [];
  };
}
