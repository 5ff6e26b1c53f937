import type { Hub } from '../hub.ts';
import { identity } from '../identity.ts';
import type { Json } from '../json.ts';
import type { ResponseTarget } from '../response-urls.ts';
import type { Channel } from '../world.ts';

/** What every interaction says of the workspace and of the one who acts. */
export function renderActor(hub: Hub, user: string): Json {
  const name = hub.world.users.get(user)?.name ?? user;
  return {
    token: identity.verificationToken,
    team: { id: identity.teamId, domain: identity.teamDomain },
    user: { id: user, name, username: name, team_id: identity.teamId },
    api_app_id: identity.appId,
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: hub.triggers.issue(user),
  };
}

/** Conversations other than public ones go without their names. */
export function shownName({ kind, name }: Channel): string {
  return { public: name, private: 'privategroup', im: 'directmessage', mpim: `mpdm-${name}` }[kind];
}

export function responseUrlFor(hub: Hub, target: ResponseTarget): string {
  return hub.origin() + hub.responseUrls.issue(target);
}

/** A conversation in which somebody acts; they must see it. */
export function channelOf(hub: Hub, id: string, user: string): Channel {
  const channel = hub.world.channels.get(id);
  if (!channel) throw new Error(`there is no channel ${id}`);
  if (!channel.members.has(user)) throw new Error(`${user} is not in ${id}`);
  return channel;
}
