import type { APIApplicationCommand } from 'discord-api-types/v10';
import { ApplicationFlags, ApplicationIntegrationType } from 'discord-api-types/v10';
import { checkCommands } from '../check/check-commands.ts';
import type { Inside } from '../inside.ts';
import { refusals } from './api-error.ts';
import type { RestRequest, Route } from './route.ts';

/** The app itself, its user and its commands. */
export const applicationRoutes: readonly Route[] = [
  { method: 'GET', path: '/gateway/bot', auth: 'bot', handle: gatewayBot },
  {
    method: 'GET',
    path: '/gateway',
    auth: 'bot',
    handle: ({ inside }) => ({ status: 200, body: { url: inside.gateway.url } }),
  },
  {
    method: 'GET',
    path: '/users/@me',
    auth: 'bot',
    handle: ({ inside }) => ({ status: 200, body: bot(inside) }),
  },
  {
    method: 'GET',
    path: '/applications/@me',
    auth: 'bot',
    handle: ({ inside }) => ({ status: 200, body: renderApplication(inside) }),
  },
  {
    method: 'GET',
    path: '/oauth2/applications/@me',
    auth: 'bot',
    handle: ({ inside }) => ({ status: 200, body: renderApplication(inside) }),
  },
  { method: 'GET', path: '/applications/:app/commands', auth: 'bot', handle: listCommands },
  { method: 'PUT', path: '/applications/:app/commands', auth: 'bot', handle: putCommands },
];

function gatewayBot({ inside }: RestRequest): { status: number; body: unknown } {
  const total = 1000;
  const limit = {
    total,
    remaining: total - inside.gateway.counts.identified,
    reset_after: 14_400_000,
    max_concurrency: 1,
  };
  return { status: 200, body: { url: inside.gateway.url, shards: 1, session_start_limit: limit } };
}

export function applicationFlags(inside: Inside): number {
  return inside.settings.messageContent ? ApplicationFlags.GatewayMessageContentLimited : 0;
}

function bot(inside: Inside): unknown {
  const user = inside.world.users.get(inside.settings.botUserId);
  if (user === undefined) throw refusals.unknownUser();
  return { ...user, verified: true, mfa_enabled: false, email: null, locale: 'en-US' };
}

/** https://discord.com/developers/docs/resources/application#application-object */
function renderApplication(inside: Inside): unknown {
  const { settings } = inside;
  const installParams = { scopes: ['bot', 'applications.commands'], permissions: '309237730304' };
  const config = settings.installTypes.map((type) => [
    String(type),
    {
      oauth2_install_params:
        type === 0 ? installParams : { scopes: ['applications.commands'], permissions: '0' },
    },
  ]);
  return {
    id: settings.applicationId,
    name: 'Nutgraf',
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    bot: bot(inside),
    verify_key: '0'.repeat(64),
    team: null,
    owner: null,
    flags: applicationFlags(inside),
    approximate_guild_count: inside.world.guilds.size,
    approximate_user_install_count: 1,
    interactions_endpoint_url: null,
    event_webhooks_status: 1,
    tags: [],
    install_params: settings.installTypes.includes(0) ? installParams : undefined,
    integration_types_config: Object.fromEntries(config) as unknown,
  };
}

function listCommands({ inside, param }: RestRequest): { status: number; body: unknown } {
  insistOnApp(inside, param('app'));
  return { status: 200, body: inside.world.commands };
}

/** Overwrites the list; a command that was there under its name and type keeps its id. */
function putCommands({ inside, param, insist, body }: RestRequest): {
  status: number;
  body: unknown;
} {
  insistOnApp(inside, param('app'));
  insist(checkCommands);
  inside.world.commands = (body as readonly APIApplicationCommand[]).map((sent) =>
    storeCommand(inside, sent),
  );
  return { status: 200, body: inside.world.commands };
}

function storeCommand(inside: Inside, sent: APIApplicationCommand): APIApplicationCommand {
  const type = (sent.type as number | undefined) ?? 1;
  const before = inside.world.commands.find(
    (one) => one.name === sent.name && (one.type as number) === type,
  );
  const stored = {
    id: before?.id ?? inside.newId(),
    application_id: inside.settings.applicationId,
    version: before?.version ?? '',
    default_member_permissions: sent.default_member_permissions ?? null,
    type,
    name: sent.name,
    name_localizations: sent.name_localizations ?? null,
    description: (sent.description as string | undefined) ?? '',
    description_localizations: sent.description_localizations ?? null,
    dm_permission: true,
    contexts: sent.contexts ?? null,
    integration_types: sent.integration_types ?? [ApplicationIntegrationType.GuildInstall],
    nsfw: sent.nsfw ?? false,
    ...(sent.options === undefined || sent.options.length === 0 ? {} : { options: sent.options }),
  } as unknown as APIApplicationCommand;
  return JSON.stringify(stored) === JSON.stringify(before)
    ? stored
    : { ...stored, version: inside.newId() };
}

function insistOnApp(inside: Inside, id: string): void {
  if (id !== inside.settings.applicationId) throw refusals.missingAccess();
}
