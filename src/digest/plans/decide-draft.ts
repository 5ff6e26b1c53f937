import { problemAnswer, type Answer, type Replaced } from '../../bot/answer.ts';
import type { BotProblem } from '../../post/bot-problem.ts';
import type { Post } from '../../post/post.ts';
import { textPost } from '../../post/text-post.ts';
import type { ChatPlatform } from '../../ports/chat-platform.ts';
import type { DigestDraft } from '../../ports/digest-store.ts';
import type { DigestPlan } from '../../ports/digest.ts';
import type { FollowUpRequest } from '../../ports/request.ts';
import { localTime } from '../schedule/local-time.ts';
import type { DigestParts } from './digest-parts.ts';
import { isOwn } from './find-own-plan.ts';
import { nextSlotOf } from './plan-slots.ts';

export interface Decision {
  readonly request: FollowUpRequest;
  readonly decision: 'confirm' | 'discard';
}

/** What was understood counts now, or never will; either is said in the place of the question. */
export async function decideDraft(
  parts: DigestParts,
  { request, decision }: Decision,
  { platform, signal }: { readonly platform: ChatPlatform; readonly signal: AbortSignal },
): Promise<Answer> {
  const key = 'key' in request.about ? request.about.key : '';
  const draft = await parts.store.findDraft(key);
  if (draft?.person !== request.person)
    return inPlace(request, key, problemAnswer({ code: 'draft-gone' }));
  if (decision === 'discard') {
    await parts.store.takeDraft(key);
    return inPlace(request, key, said(textPost('Then it stays as it was.')));
  }
  const { plan, person } = draft;
  const { channel, place } = plan;
  const rights = await platform.rightsIn({ channel, place, person }, signal);
  if (!isOwn(plan, person, rights))
    return inPlace(request, key, problemAnswer({ code: 'digest-not-allowed' }));
  const done = await carryOut(parts, draft);
  // Only now: what a crash interrupts is done again.
  if (done.status === 'done') await parts.store.takeDraft(key);
  const answer = done.status === 'done' ? said(done.post) : problemAnswer(done.problem);
  return inPlace(request, key, answer);
}

type Done =
  | { readonly status: 'done'; readonly post: Post }
  | { readonly status: 'failed'; readonly problem: BotProblem };

async function carryOut(parts: DigestParts, { intent, plan }: DigestDraft): Promise<Done> {
  const { name } = plan;
  if (intent === 'remove') {
    await parts.store.removePlan(plan.id);
    const text = `“${name}” is removed; what it has posted stays.`;
    return { status: 'done', post: textPost(text) };
  }
  const problem = await findTooMany(parts, plan);
  if (problem !== undefined) return { status: 'failed', problem };
  const nowMs = parts.clock.now();
  const current = { ...plan, sinceMs: nowMs };
  const nextSlotMs = nextSlotOf(current, nowMs);
  const put = await parts.store.putPlan(current, nextSlotMs);
  if (put === 'taken') return { status: 'failed', problem: { code: 'digest-name-taken', name } };
  if (put === 'outdated') {
    const kept = await parts.store.findPlanById(plan.id);
    // An earlier try got so far before it was interrupted.
    const isDone = kept?.plan.revision === plan.revision && isSame(kept.plan, plan);
    if (!isDone) return { status: 'failed', problem: { code: 'digest-outdated', name } };
  }
  return { status: 'done', post: textPost(setSentence(current, nextSlotMs)) };
}

function isSame(one: DigestPlan, other: DigestPlan): boolean {
  return JSON.stringify({ ...one, sinceMs: 0 }) === JSON.stringify({ ...other, sinceMs: 0 });
}

async function findTooMany(
  { store, settings: { maxPerPlace } }: DigestParts,
  { platform, place, revision }: DigestPlan,
): Promise<BotProblem | undefined> {
  if (revision > 1) return undefined;
  const plans = await store.listPlans({ platform, place });
  return plans.length >= maxPerPlace ? { code: 'too-many-digests', limit: maxPerPlace } : undefined;
}

function setSentence(
  { name, timezone, status }: DigestPlan,
  nextSlotMs: number | undefined,
): string {
  if (status === 'paused') return `“${name}” is set, and stays paused.`;
  return nextSlotMs === undefined
    ? `“${name}” is set, but its time never comes again.`
    : `“${name}” is set: the next one comes ${localTime(nextSlotMs, timezone)}.`;
}

function said(post: Post): Answer {
  return { kind: 'post', post, audience: 'person' };
}

/** In the place of the message that was clicked; after a reply in words there is none to be replaced. */
function inPlace({ from }: FollowUpRequest, key: string, answer: Answer): Answer {
  if (answer.kind !== 'post' || from.kind !== 'button') return answer;
  const replaces: Replaced = { key, message: from.message };
  return { ...answer, replaces };
}
