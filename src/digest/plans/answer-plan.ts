import { problemAnswer, type Answer } from '../../bot/answer.ts';
import { planListPost, planPost, removalPost } from '../../post/digest/plan-post.ts';
import { runLine } from '../../post/digest/run-line.ts';
import type { Post } from '../../post/post.ts';
import { textPost } from '../../post/text-post.ts';
import type { DigestAsk, DigestPlan } from '../../ports/digest.ts';
import type { DigestRequest } from '../../ports/request.ts';
import { localTime } from '../schedule/local-time.ts';
import type { Drafting } from './answer-draft.ts';
import type { DigestParts } from './digest-parts.ts';
import { findNamedPlan, findOwnPlan } from './find-own-plan.ts';
import { nextSlotOf } from './plan-slots.ts';
import { shownPlan } from './shown-plan.ts';

type PlanAsk = Exclude<DigestAsk, { readonly kind: 'create' | 'edit' | 'redraft' }>;
type NamedAsk = Exclude<PlanAsk, { readonly kind: 'list' }>;

const RUNS_SHOWN = 5;
/** Ours: so long a removal can be confirmed. */
const DRAFT_KEPT_MS = 60 * 60 * 1000;

/** Answers what is asked of plans that are kept. */
export async function answerPlan(
  parts: DigestParts,
  { request, ask }: { readonly request: DigestRequest; readonly ask: PlanAsk },
  drafting: Drafting,
): Promise<Answer> {
  if (ask.kind === 'list') return list(parts, request);
  const named = { request, name: ask.name };
  const found =
    ask.kind === 'show'
      ? await findNamedPlan(parts, named)
      : await findOwnPlan(parts, named, drafting);
  // A plan of the file is nobody's to change, and everybody's to see.
  const isLook = ask.kind === 'preview' || ask.kind === 'run';
  if (found.status === 'failed') {
    const isOfFile = found.problem.code === 'digest-in-file';
    if (!isOfFile || !isLook) return problemAnswer(found.problem);
    return answerOfFile(parts, { request, ask }, drafting);
  }
  return answerNamed(parts, { request, ask, plan: found.plan }, drafting);
}

/** What is posted by the file's plans is looked at and run by who manages the channel. */
async function answerOfFile(
  parts: DigestParts,
  { request, ask }: { readonly request: DigestRequest; readonly ask: NamedAsk },
  drafting: Drafting,
): Promise<Answer> {
  const found = await findNamedPlan(parts, { request, name: ask.name });
  if (found.status === 'failed') return problemAnswer(found.problem);
  const { channel, place, name } = found.plan;
  const where = { channel, place, person: request.person };
  const { mayManage } = await drafting.platform.rightsIn(where, drafting.signal);
  return mayManage
    ? answerNamed(parts, { request, ask, plan: found.plan }, drafting)
    : problemAnswer({ code: 'digest-not-allowed', name });
}

async function list(
  { store, clock }: DigestParts,
  { platform, place }: DigestRequest,
): Promise<Answer> {
  const plans = await store.listPlans({ platform, place });
  if (plans.length === 0) return problemAnswer({ code: 'no-digests' });
  return said(planListPost(plans.map(({ plan }) => shownPlan(plan, clock.now()))));
}

interface Named {
  readonly request: DigestRequest;
  readonly ask: NamedAsk;
  readonly plan: DigestPlan;
}

async function answerNamed(
  parts: DigestParts,
  { request, ask, plan }: Named,
  { key, signal }: Drafting,
): Promise<Answer> {
  const { store, clock } = parts;
  const nowMs = clock.now();
  const { person } = request;
  switch (ask.kind) {
    case 'show': {
      const runs = await store.listRuns(plan.id, RUNS_SHOWN);
      const lines = runs.map((run) => runLine(run, localTime(run.slotMs, plan.timezone)));
      return said(planPost(shownPlan(plan, nowMs), lines));
    }
    case 'pause':
      return setStatus(parts, plan, 'paused');
    case 'resume':
      return setStatus(parts, plan, 'active');
    case 'run': {
      // Delivered twice it is one run.
      const run = { id: key, plan, slotMs: nowMs, kind: 'extra', askedBy: person } as const;
      await store.insertRun(run);
      parts.wake();
      const where = plan.channelName ?? 'the channel';
      return said(
        textPost(
          `I look for what is new in the sources of “${plan.name}”, and post it to ${where}.`,
        ),
      );
    }
    case 'preview': {
      const post = await parts.preview(plan, signal);
      return said(withNextTimes(post, shownPlan(plan, nowMs).next));
    }
    case 'remove': {
      const untilMs = nowMs + DRAFT_KEPT_MS;
      await store.putDraft({ key, intent: 'remove', plan, person, untilMs });
      return said(removalPost(shownPlan(plan, nowMs)));
    }
  }
}

async function setStatus(
  { store, clock }: DigestParts,
  plan: DigestPlan,
  status: DigestPlan['status'],
): Promise<Answer> {
  const { name, timezone } = plan;
  const nowMs = clock.now();
  if (plan.status !== status) {
    const changed = { ...plan, status, revision: plan.revision + 1, sinceMs: nowMs };
    const put = await store.putPlan(changed, nextSlotOf(changed, nowMs));
    if (put !== 'put') return problemAnswer({ code: 'digest-outdated', name });
  }
  if (status === 'paused')
    return said(textPost(`“${name}” is paused; /digest resume has it go on.`));
  const next = nextSlotOf({ ...plan, status }, nowMs);
  const when =
    next === undefined
      ? 'its time never comes again'
      : `the next one comes ${localTime(next, timezone)}`;
  return said(textPost(`“${name}” goes on: ${when}.`));
}

/** What would be posted, and when the next ones come. */
function withNextTimes(post: Post, next: readonly string[]): Post {
  if (next.length === 0) return { ...post, actions: [] };
  const times = {
    parts: [
      { kind: 'heading', text: 'Next times' } as const,
      ...next.map((text) => ({ kind: 'bullet', text }) as const),
    ],
    notes: [],
  };
  return { sections: [...post.sections, times], actions: [] };
}

function said(post: Post): Answer {
  return { kind: 'post', post, audience: 'person' };
}
