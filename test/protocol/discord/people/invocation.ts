import { randomBytes } from 'node:crypto';
import type {
  APIApplicationCommandOptionChoice,
  APIAuthorizingIntegrationOwnersMap,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import {
  ChannelType,
  GatewayDispatchEvents,
  InteractionContextType,
  InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10';
import type { GatewayEvent } from '../gateway/gateway.ts';
import type { Inside } from '../inside.ts';
import type { Person } from '../world/person.ts';
import { permissionsIn } from '../world/permissions-in.ts';
import { renderChannel } from '../world/render-channel.ts';
import { renderMessage } from '../world/render-message.ts';
import { renderMember } from '../world/render-member.ts';
import { seeMessage } from '../world/see-message.ts';
import type { SeenMessage } from '../world/see-message.ts';
import type { StoredAnswer, StoredChannel, StoredInteraction } from '../world/world.ts';

/** Something that a person did to the bot, and what has become of it. */
export interface Invocation {
  readonly id: string;
  readonly token: string;
  readonly userId: string;
  /** Between the event and the answer to it; nothing as long as there is none. */
  readonly acknowledgedAfterMs: number | undefined;
  /** The first answer; fails after the 3 s in which it has to come. */
  readonly answered: () => Promise<StoredAnswer>;
  /** The answer's message once it is more than "thinking". */
  readonly message: () => Promise<SeenMessage>;
  /** The form that was opened. */
  readonly modal: () => Promise<APIModalInteractionResponseCallbackData>;
  /** What was suggested. */
  readonly choices: () => Promise<readonly APIApplicationCommandOptionChoice[]>;
  /** Sends the same event once more. */
  readonly redeliver: () => void;
}

export interface Invoking {
  readonly type: InteractionType;
  readonly user: Person;
  readonly channel: StoredChannel;
  readonly owners: APIAuthorizingIntegrationOwnersMap;
  readonly data: unknown;
  readonly sourceMessageId?: string;
  readonly isMessageCommand?: boolean;
}

export function invoke(inside: Inside, invoking: Invoking): Invocation {
  const id = inside.newId();
  const token = `aW50ZXJhY3Rpb246${Buffer.from(id).toString('base64url')}${randomBytes(60).toString('base64url')}`;
  const stored: StoredInteraction = {
    id,
    token,
    type: invoking.type,
    userId: invoking.user.id,
    channelId: invoking.channel.id,
    guildId: invoking.channel.guildId,
    owners: invoking.owners,
    sourceMessageId: invoking.sourceMessageId,
    isMessageCommand: invoking.isMessageCommand === true,
    startedAtMs: inside.clock.now(),
    answer: undefined,
    originalMessageId: undefined,
    followUps: 0,
  };
  inside.world.interactions.set(id, stored);
  const payload = renderInteraction(inside, stored, invoking);
  const event: GatewayEvent = {
    name: GatewayDispatchEvents.InteractionCreate,
    intents: 0,
    data: () => payload,
  };
  inside.gateway.dispatch(event);
  return watch(inside, stored, event);
}

/** Whom the app is installed for: the server, the person, or both. */
export type Install = 'server' | 'user' | 'both';

export function contextOf(inside: Inside, channel: StoredChannel): InteractionContextType {
  if (channel.guildId !== undefined) return InteractionContextType.Guild;
  const isWithBot =
    channel.type === ChannelType.DM && channel.recipientIds.includes(inside.settings.botUserId);
  return isWithBot ? InteractionContextType.BotDM : InteractionContextType.PrivateChannel;
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object */
function renderInteraction(
  inside: Inside,
  stored: StoredInteraction,
  { channel, data }: Invoking,
): unknown {
  const { world, settings } = inside;
  const user = world.users.get(stored.userId);
  const guild = world.guilds.get(channel.guildId ?? '');
  if (user === undefined) throw new Error(`There is no user ${stored.userId}.`);
  const permissions = permissionsIn(world, channel, user.id).toString();
  const source = world.messages.get(stored.sourceMessageId ?? '');
  const shownChannel: Record<string, unknown> = { ...renderChannel(world, channel) };
  delete shownChannel['permission_overwrites'];
  return {
    id: stored.id,
    application_id: settings.applicationId,
    type: stored.type,
    token: stored.token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: { ...shownChannel, permissions },
    app_permissions: (
      permissionsIn(world, channel, settings.botUserId) || appPermissionsElsewhere
    ).toString(),
    locale: 'en-US',
    entitlements: [],
    authorizing_integration_owners: stored.owners,
    context: contextOf(inside, channel),
    attachment_size_limit: 10_485_760,
    ...(source === undefined ? {} : { message: renderMessage(inside, source) }),
    ...(guild === undefined
      ? { user: user }
      : {
          guild_id: guild.id,
          guild_locale: 'en-US',
          guild: { id: guild.id, locale: 'en-US', features: [] },
          member: { ...renderMember(guild, user.id), user: user, permissions },
        }),
  };
}

/** Attach files, embed links, mention everyone: what apps may where they are no members. */
const appPermissionsElsewhere = (1n << 15n) | (1n << 14n) | (1n << 17n);

function watch(inside: Inside, stored: StoredInteraction, event: GatewayEvent): Invocation {
  const { until } = inside.log;
  const answered = (): Promise<StoredAnswer> =>
    until(() => stored.answer, {
      what: `an answer to interaction ${stored.id} within 3 s`,
      deadlineMs: 3_500,
    });
  const dataOf = async (type: InteractionResponseType): Promise<unknown> => {
    const answer = await answered();
    if (answer.type !== type) throw new Error(`The answer is of type ${answer.type}, not ${type}.`);
    return answer.data;
  };
  return {
    id: stored.id,
    token: stored.token,
    userId: stored.userId,
    get acknowledgedAfterMs() {
      return stored.answer?.afterMs;
    },
    answered,
    message: () =>
      until(
        () => {
          const message = inside.world.messages.get(stored.originalMessageId ?? '');
          const seen =
            message === undefined || message.isDeleted
              ? undefined
              : seeMessage(inside.world, message);
          return seen?.isThinking === false && seen;
        },
        { what: `the answer to interaction ${stored.id}`, deadlineMs: 20_000 },
      ),
    modal: async () =>
      (await dataOf(InteractionResponseType.Modal)) as APIModalInteractionResponseCallbackData,
    choices: async () => {
      const data = await dataOf(InteractionResponseType.ApplicationCommandAutocompleteResult);
      return (data as { readonly choices: readonly APIApplicationCommandOptionChoice[] }).choices;
    },
    redeliver: () => inside.gateway.dispatch(event),
  };
}
