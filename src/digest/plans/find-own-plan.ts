import type { BotProblem } from '../../post/bot-problem.ts';
import type { ChannelRights, ChatPlatform } from '../../ports/chat-platform.ts';
import type { DigestPlan } from '../../ports/digest.ts';
import type { DigestRequest } from '../../ports/request.ts';
import type { DigestParts } from './digest-parts.ts';

export type FoundPlan =
  | { readonly status: 'found'; readonly plan: DigestPlan }
  | { readonly status: 'failed'; readonly problem: BotProblem };

/** A plan of the place by its name. */
export async function findNamedPlan(
  { store }: DigestParts,
  { request: { platform, place }, name }: NamedPlan,
): Promise<FoundPlan> {
  const kept = await store.findPlan({ platform, place, name });
  return kept === undefined
    ? { status: 'failed', problem: { code: 'no-such-digest', name } }
    : { status: 'found', plan: kept.plan };
}

export interface NamedPlan {
  readonly request: Pick<DigestRequest, 'platform' | 'place' | 'person'>;
  readonly name: string;
}

/** A plan that the person may change: made in chat, and theirs or in a channel that they manage. */
export async function findOwnPlan(
  parts: DigestParts,
  named: NamedPlan,
  { platform, signal }: { readonly platform: ChatPlatform; readonly signal: AbortSignal },
): Promise<FoundPlan> {
  const found = await findNamedPlan(parts, named);
  if (found.status === 'failed') return found;
  const { plan } = found;
  const { name, channel, place } = plan;
  if (plan.origin.kind === 'file')
    return { status: 'failed', problem: { code: 'digest-in-file', name } };
  const { person } = named.request;
  const rights = await platform.rightsIn({ channel, place, person }, signal);
  return isOwn(plan, person, rights)
    ? found
    : { status: 'failed', problem: { code: 'digest-not-allowed', name } };
}

/** Whether somebody may have a plan so. */
export function isOwn({ origin }: DigestPlan, person: string, rights: ChannelRights): boolean {
  const isMaker = origin.kind === 'chat' && origin.maker === person;
  return rights.mayManage || (isMaker && rights.mayCreate);
}
