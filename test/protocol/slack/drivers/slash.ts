import { showResponse } from '../answer-response-url.ts';
import type { Hub } from '../hub.ts';
import { identity } from '../identity.ts';
import { isJson } from '../json.ts';
import { reviewPost } from '../limits/review-post.ts';
import type { Delivery } from '../transport.ts';
import { channelOf, responseUrlFor, shownName } from './interaction.ts';

export interface Slash {
  readonly command: string;
  readonly text: string;
  readonly user: string;
  readonly channel: string;
  /** Where it was typed; Slack passes nothing of a thread on to a command. */
  readonly thread?: string;
}

/**
 * Somebody types a command: https://docs.slack.dev/interactivity/implementing-slash-commands
 * An answer in the acknowledgement is shown like any response.
 */
export async function slash(hub: Hub, one: Slash): Promise<Delivery> {
  if (!hub.settings.scopes.has('commands')) throw new Error('the app has no scope `commands`');
  const channel = channelOf(hub, one.channel, one.user);
  const target = { channel: one.channel, user: one.user };
  const payload = {
    token: identity.verificationToken,
    team_id: identity.teamId,
    team_domain: identity.teamDomain,
    channel_id: one.channel,
    channel_name: shownName(channel),
    user_id: one.user,
    user_name: hub.world.users.get(one.user)?.name ?? one.user,
    command: one.command,
    text: one.text,
    api_app_id: identity.appId,
    is_enterprise_install: 'false',
    response_url: responseUrlFor(hub, target),
    trigger_id: hub.triggers.issue(one.user),
  };
  const delivery = await hub.events.send({ kind: 'slash_commands', payload });
  const { ack } = delivery;
  const answer = ack?.state === 'acknowledged' ? ack.body : undefined;
  const body = typeof answer === 'string' ? { text: answer } : answer;
  if (!isJson(body)) return delivery;
  if (reviewPost(hub, 'ack', body) === undefined) showResponse(hub, target, body);
  return delivery;
}
