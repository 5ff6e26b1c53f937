import type { Hub } from '../hub.ts';
import { identity } from '../identity.ts';
import type { Delivery } from '../transport.ts';

const bot = identity.botUserId;

export function createMembership(hub: Hub) {
  const place = (id: string) => {
    const channel = hub.world.channels.get(id);
    if (!channel) throw new Error(`there is no channel ${id}`);
    return channel;
  };
  const happened = async (all: readonly Promise<Delivery | undefined>[]) => {
    hub.changed();
    return (await Promise.all(all)).filter((one) => one !== undefined);
  };
  return {
    /** Somebody puts the app out of a channel. */
    async kickBot(id: string, by: string): Promise<readonly Delivery[]> {
      const channel = place(id);
      channel.members.delete(bot);
      const type = channel.kind === 'private' ? 'group_left' : 'channel_left';
      const event = { type, channel: id, actor_id: by, event_ts: hub.ids.ts() };
      return happened([hub.events.emit(type, event)]);
    },
    async inviteBot(id: string, by: string): Promise<readonly Delivery[]> {
      const channel = place(id);
      channel.members.add(bot);
      const channel_type = channel.kind === 'private' ? 'G' : 'C';
      const type = 'member_joined_channel';
      const event = {
        type,
        user: bot,
        channel: id,
        channel_type,
        inviter: by,
        team: identity.teamId,
        event_ts: hub.ids.ts(),
      };
      return happened([hub.events.emit(type, event)]);
    },
    archive(id: string): void {
      hub.world.channels.set(id, { ...place(id), isArchived: true });
      hub.changed();
    },
    /** The app is removed from the workspace: its token is dead before it hears of it. */
    async uninstall(): Promise<readonly Delivery[]> {
      hub.world.isInstalled = false;
      const event_ts = hub.ids.ts();
      const tokens = { oauth: [], bot: [bot] };
      return happened([
        hub.events.emit('tokens_revoked', { type: 'tokens_revoked', tokens, event_ts }),
        hub.events.emit('app_uninstalled', { type: 'app_uninstalled', event_ts }),
      ]);
    },
  };
}
