import { problemAnswer, type Answer } from '../../bot/answer.ts';
import { draftPost } from '../../post/digest/plan-post.ts';
import { faultsPost } from '../../post/digest/faults-post.ts';
import { hindranceSentence } from '../../post/digest/hindrance-sentence.ts';
import { printableName } from '../../post/printable.ts';
import type { ChannelRights, ChatPlatform } from '../../ports/chat-platform.ts';
import type { DeliveryKey } from '../../ports/destination.ts';
import type { DigestAsk, DigestPlan } from '../../ports/digest.ts';
import type { DigestRequest } from '../../ports/request.ts';
import { bareAddress } from './bare-address.ts';
import type { DigestParts } from './digest-parts.ts';
import { draftPlan, type PlanBase } from './draft-plan.ts';
import { findOwnPlan, isOwn } from './find-own-plan.ts';
import { newPlan } from './new-plan.ts';
import { shownPlan } from './shown-plan.ts';

/** Ours: so long what was understood can be confirmed. */
const DRAFT_KEPT_MS = 24 * 60 * 60 * 1000;

type DraftAsk = Extract<DigestAsk, { readonly kind: 'create' | 'edit' | 'redraft' }>;

export interface Drafting {
  readonly platform: ChatPlatform;
  readonly signal: AbortSignal;
  /** Of the answer: by it what was understood is confirmed. */
  readonly key: DeliveryKey;
}

/** Says back what was understood of a digest; it counts once that is confirmed. */
export async function answerDraft(
  parts: DigestParts,
  { request, ask }: { readonly request: DigestRequest; readonly ask: DraftAsk },
  drafting: Drafting,
): Promise<Answer> {
  const base = await findBase(parts, { request, ask }, drafting);
  if ('kind' in base) return base;
  const drafted = draftPlan(ask.fields, base);
  if (drafted.status === 'faulty')
    return alone(faultsPost(drafted.faults.map(({ sentence }) => sentence)));
  const rights = await rightsFor(drafted.plan, request.person, drafting);
  const isAllowed =
    parts.allowedChannels.length === 0 || parts.allowedChannels.includes(drafted.plan.channel);
  if (!isAllowed) return problemAnswer({ code: 'channel-not-allowed' });
  if (rights.hindrance === 'no-such-channel')
    return alone(faultsPost([hindranceSentence(rights.hindrance)]));
  if (!isOwn(drafted.plan, request.person, rights))
    return problemAnswer({ code: 'digest-not-allowed' });
  const looked = await lookAtSources(parts, drafted.plan.sources, drafting.signal);
  const hindrance = rights.hindrance === undefined ? [] : [hindranceSentence(rights.hindrance)];
  const { channelName } = rights;
  const plan = { ...drafted.plan, ...(channelName === undefined ? {} : { channelName }) };
  const { key } = drafting;
  const nowMs = parts.clock.now();
  const draft = {
    key,
    intent: 'put',
    plan,
    person: request.person,
    untilMs: nowMs + DRAFT_KEPT_MS,
  } as const;
  await parts.store.putDraft(draft);
  // What was typed is not lost: the form comes back with it.
  if (looked.faults.length > 0) return alone({ ...faultsPost(looked.faults), actions: ['change'] });
  // The form that it had before is still shown somewhere, and counts no longer.
  if (ask.kind === 'redraft') await parts.store.takeDraft(ask.key);
  const isNew = plan.revision === 1;
  const warnings = [...hindrance, ...looked.warnings];
  return alone(draftPost(shownPlan(plan, nowMs), { isNew, warnings }));
}

/** What the fields change: a plan as it is when nobody says, one that is kept, or an earlier draft. */
async function findBase(
  parts: DigestParts,
  { request, ask }: { readonly request: DigestRequest; readonly ask: DraftAsk },
  { platform, signal }: Drafting,
): Promise<PlanBase | Answer> {
  switch (ask.kind) {
    case 'create': {
      const timezone = ask.fields.timezone ?? (await timezoneFor(request.person, platform, signal));
      return newPlan(parts, { request, ...(timezone === undefined ? {} : { timezone }) });
    }
    case 'edit': {
      const found = await findOwnPlan(parts, { request, name: ask.name }, { platform, signal });
      if (found.status === 'failed') return problemAnswer(found.problem);
      return { ...found.plan, revision: found.plan.revision + 1 };
    }
    case 'redraft': {
      const draft = await parts.store.findDraft(ask.key);
      if (draft?.person !== request.person) return problemAnswer({ code: 'draft-gone' });
      return draft.plan;
    }
  }
}

/** Where a person lives; nothing where that cannot be asked for now. */
async function timezoneFor(
  person: string,
  platform: ChatPlatform,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    return await platform.timezoneOf(person, signal);
  } catch {
    signal.throwIfAborted();
    // The settings have one, and what was understood is said back.
    return undefined;
  }
}

function rightsFor(
  { channel, place }: DigestPlan,
  person: string,
  { platform, signal }: Drafting,
): Promise<ChannelRights> {
  return platform.rightsIn({ channel, place, person }, signal);
}

interface Looked {
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
}

/** Whether feeds stand where somebody says. */
async function lookAtSources(
  { sources }: DigestParts,
  addresses: readonly string[],
  signal: AbortSignal,
): Promise<Looked> {
  const found = await Promise.all(
    addresses.map(async (address) => ({ address, ...(await sources.find(address, signal)) })),
  );
  const failed = found.flatMap((one) =>
    one.status === 'failed'
      ? [{ ...one, told: `${printableName(bareAddress(one.address), 200)}: ${one.sentence}` }]
      : [],
  );
  const sentences = (isFirm: boolean): readonly string[] =>
    failed.filter((one) => one.isFirm === isFirm).map(({ told }) => told);
  return { faults: sentences(true), warnings: sentences(false) };
}

function alone(post: Extract<Answer, { readonly kind: 'post' }>['post']): Answer {
  return { kind: 'post', post, audience: 'person' };
}
