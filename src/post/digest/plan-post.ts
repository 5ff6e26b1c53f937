import type { DigestPlan } from '../../ports/digest.ts';
import type { Part, Post, Section } from '../post.ts';

/** A plan in words that can be shown: its channel as people call it, its sources without what is before their names. */
export interface ShownPlan extends Pick<
  DigestPlan,
  | 'name'
  | 'channel'
  | 'sources'
  | 'schedule'
  | 'timezone'
  | 'stories'
  | 'length'
  | 'include'
  | 'exclude'
  | 'missed'
  | 'whenNothing'
> {
  /** How late it may be made up for: `6 hours`. */
  readonly grace: string;
  readonly isPaused: boolean;
  readonly isOfFile: boolean;
  /** Moments in local time, the next first. */
  readonly next: readonly string[];
}

/** A plan as it was understood, to be confirmed. */
export function draftPost(
  plan: ShownPlan,
  { isNew, warnings }: { readonly isNew: boolean; readonly warnings: readonly string[] },
): Post {
  const title = isNew ? `${plan.name}: is this what you mean?` : `${plan.name}: is it to be so?`;
  return {
    sections: [{ title: { text: title }, parts: planParts(plan), notes: warnings }],
    actions: ['confirm', 'change', 'discard'],
  };
}

/** A plan that is kept, with what became of its last runs. */
export function planPost(plan: ShownPlan, runs: readonly string[]): Post {
  const history: readonly Part[] =
    runs.length === 0
      ? []
      : [
          { kind: 'heading', text: 'Last times' },
          ...runs.map((text): Part => ({ kind: 'bullet', text })),
        ];
  const notes = plan.isOfFile ? ['It stands in the file of digests, and is changed there.'] : [];
  return {
    sections: [{ title: { text: plan.name }, parts: [...planParts(plan), ...history], notes }],
    actions: [],
  };
}

/** A plan that is to go, to be confirmed. */
export function removalPost(plan: ShownPlan): Post {
  const title = { text: `Remove ${plan.name}?` };
  return {
    sections: [{ title, parts: [{ kind: 'bullet', text: planLine(plan) }], notes: [] }],
    actions: ['confirm', 'discard'],
  };
}

/** The plans of a place, a line or two each. */
export function planListPost(plans: readonly ShownPlan[]): Post {
  const sections: readonly Section[] = [
    {
      title: { text: plans.length === 1 ? 'One digest' : `${plans.length} digests` },
      parts: plans.map((plan): Part => ({ kind: 'bullet', text: planLine(plan) })),
      notes: [],
    },
  ];
  return { sections, actions: [] };
}

function planLine(plan: ShownPlan): string {
  const { name, schedule, timezone, channel, next, isPaused, isOfFile } = plan;
  const [soonest] = next;
  const when = isPaused ? 'paused' : soonest === undefined ? 'never again' : `next ${soonest}`;
  const file = isOfFile ? '; from the file' : '';
  return `${name}: ${schedule} (${timezone}), in ${channel}; ${when}${file}`;
}

/** At most so many sources are named. */
const MAX_NAMED = 12;

function planParts(plan: ShownPlan): readonly Part[] {
  const lines = [
    `When: ${plan.schedule}, time zone ${plan.timezone}${plan.isPaused ? '; paused' : ''}`,
    `Where: ${plan.channel}`,
    `From: ${namesOf(plan.sources)}`,
    `What: up to ${plan.stories === 1 ? 'one story' : `${plan.stories} stories`}, each with a ${plan.length} summary in the thread`,
    ...(plan.include.length === 0 ? [] : [`Only stories with: ${plan.include.join(', ')}`]),
    ...(plan.exclude.length === 0 ? [] : [`No stories with: ${plan.exclude.join(', ')}`]),
    ...(plan.whenNothing === 'say' ? ['When there is nothing new, I say so'] : []),
    plan.missed === 'skip'
      ? 'If I am down at that time, it is left out'
      : `If I am down at that time, the latest is made up for within ${plan.grace}`,
  ];
  const times: readonly Part[] =
    plan.isPaused || plan.next.length === 0
      ? []
      : [
          { kind: 'heading', text: 'Next times' },
          ...plan.next.map((text): Part => ({ kind: 'bullet', text })),
        ];
  return [...lines.map((text): Part => ({ kind: 'bullet', text })), ...times];
}

function namesOf(sources: readonly string[]): string {
  const more = sources.length - MAX_NAMED;
  const named = sources.slice(0, MAX_NAMED).join(', ');
  return more > 0 ? `${named} and ${more} more` : named;
}
