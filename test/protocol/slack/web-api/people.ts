import { identity } from '../identity.ts';
import { textOf } from '../json.ts';
import { SlackRefusal, type Methods } from './method.ts';

/** Who the token is, and who people are. */
export const peopleMethods: Methods = {
  'auth.test': {
    scopes: [],
    run: () => ({
      url: `https://${identity.teamDomain}.slack.com/`,
      team: identity.teamName,
      user: identity.botName,
      team_id: identity.teamId,
      user_id: identity.botUserId,
      bot_id: identity.botId,
      is_enterprise_install: false,
    }),
  },
  'users.info': {
    scopes: ['users:read'],
    run(hub, args) {
      const user = hub.world.users.get(textOf(args, 'user'));
      if (!user) throw new SlackRefusal('user_not_found');
      return {
        user: {
          id: user.id,
          team_id: identity.teamId,
          name: user.name,
          real_name: user.realName,
          tz: user.tz,
          tz_label: user.tz,
          tz_offset: user.tzOffsetSec ?? 3600,
          deleted: false,
          is_admin: user.isAdmin ?? false,
          is_owner: false,
          is_primary_owner: false,
          is_restricted: false,
          is_bot: user.isBot ?? false,
          profile: { real_name: user.realName, display_name: user.name, team: identity.teamId },
        },
      };
    },
  },
  'bots.info': {
    scopes: ['users:read'],
    run(hub, args) {
      if (textOf(args, 'bot') !== identity.botId) throw new SlackRefusal('bot_not_found');
      const updated = Math.floor(hub.clock.now() / 1000);
      const { botId: id, appId: app_id, botUserId: user_id } = identity;
      return { bot: { id, app_id, user_id, name: 'Nutgraf', deleted: false, updated } };
    },
  },
};
