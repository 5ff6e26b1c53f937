import type { ChannelRights, PersonInChannel } from '../../../ports/chat-platform.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import { fieldAt, listAt, textAt } from '../../payload-field.ts';
import { openDirect } from '../send/reach.ts';
import type { SlackLine } from '../send/slack-line.ts';
import type { Moderators } from './create-moderators.ts';

export interface Rights {
  /** What somebody may in a channel, and what keeps the bot from posting there. @throws PlatformError */
  rightsIn(where: PersonInChannel, signal: AbortSignal): Promise<ChannelRights>;
}

/** Only what is granted is kept: who is refused may be invited the next moment. */
const KEPT_MS = 60_000;
const MAX_KEPT = 1000;

const NOTHING = { mayCreate: false, mayManage: false } as const;

/**
 * Who is in a channel may have digests there; who made it, and who runs the workspace, may change everybody's. Where
 * Slack does not let us ask nobody may.
 */
export function createRights(
  line: Pick<SlackLine, 'api' | 'clock' | 'log'>,
  moderators: Moderators,
): Rights {
  const known = new Map<string, { readonly rights: ChannelRights; readonly untilMs: number }>();
  return {
    async rightsIn(where, signal) {
      const now = line.clock.now();
      const name = `${where.channel}/${where.person}`;
      const before = known.get(name);
      if (before !== undefined && before.untilMs > now) return before.rights;
      const rights = where.channel.startsWith('D')
        ? await askInDirect(line, where, signal)
        : await askInChannel(line, { where, moderators }, signal);
      if (!rights.mayCreate || rights.hindrance !== undefined) return rights;
      if (known.size >= MAX_KEPT) known.clear();
      known.set(name, { rights, untilMs: now + KEPT_MS });
      return rights;
    },
  };
}

type Asking = Pick<SlackLine, 'api' | 'log'>;

/** Of direct messages only one's own with the bot count. */
async function askInDirect(
  line: Asking,
  { channel, person }: PersonInChannel,
  signal: AbortSignal,
): Promise<ChannelRights> {
  const own = await unlessRefused(line, () => openDirect(line, person, signal));
  if (own !== channel) return { ...NOTHING, hindrance: 'no-such-channel' };
  return { mayCreate: true, mayManage: true, channelName: 'direct messages' };
}

/** https://docs.slack.dev/reference/methods/conversations.info */
async function askInChannel(
  line: Asking,
  { where, moderators }: { readonly where: PersonInChannel; readonly moderators: Moderators },
  signal: AbortSignal,
): Promise<ChannelRights> {
  const { channel, person } = where;
  const options = { signal, isRepeatable: true };
  const answer = await unlessRefused(line, () =>
    line.api.call('conversations.info', { channel }, options),
  );
  if (answer === undefined) return { ...NOTHING, hindrance: 'no-such-channel' };
  const info = fieldAt(answer, 'channel');
  const [isMember, runsAll] = await Promise.all([
    isIn(line, { channel, person, isPrivate: fieldAt(info, 'is_private') === true }, signal),
    moderators.ask(person, signal),
  ]);
  const name = textAt(info, 'name');
  return {
    mayCreate: isMember,
    // Who made a channel and has left it sees nothing of it any more.
    mayManage: runsAll || (isMember && textAt(info, 'creator') === person),
    ...findHindrance(info),
    ...(name === '' ? {} : { channelName: `#${name}` }),
  };
}

function findHindrance(info: unknown): Pick<ChannelRights, 'hindrance'> {
  // Nobody writes there any more, and no invitation helps.
  if (fieldAt(info, 'is_archived') === true) return { hindrance: 'no-such-channel' };
  return fieldAt(info, 'is_member') === true ? {} : { hindrance: 'no-member' };
}

const PAGE = 999;
/** Ours: whoever is in more channels than that is asked for in vain. */
const MAX_PAGES = 5;

interface Membership {
  readonly channel: string;
  readonly person: string;
  readonly isPrivate: boolean;
}

/**
 * Whether a person is in a channel: looked for among the person's channels, of which there are fewer than a channel
 * has members. https://docs.slack.dev/reference/methods/users.conversations
 */
async function isIn(line: Asking, one: Membership, signal: AbortSignal): Promise<boolean> {
  const { channel, person, isPrivate } = one;
  const types = isPrivate ? 'private_channel' : 'public_channel';
  let cursor = '';
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const args = { user: person, types, limit: PAGE, ...(cursor === '' ? {} : { cursor }) };
    const answer = await unlessRefused(line, () =>
      line.api.call('users.conversations', args, { signal, isRepeatable: true }),
    );
    if (listAt(answer, 'channels').some((its) => textAt(its, 'id') === channel)) return true;
    cursor = textAt(answer, 'response_metadata', 'next_cursor');
    if (cursor === '') return false;
  }
  line.log.warn({ channel }, 'somebody is in more channels than are looked through');
  return false;
}

/** `undefined` where Slack does not let us see it. @throws PlatformError where it does not answer */
export async function unlessRefused<T>(
  { log }: Pick<SlackLine, 'log'>,
  ask: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    const isRefused =
      error instanceof PlatformError && (error.code === 'not-allowed' || error.code === 'gone');
    if (!isRefused) throw error;
    log.info({ cause: String(error) }, 'Slack does not tell');
    return undefined;
  }
}
