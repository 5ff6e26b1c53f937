import { printableName } from '../../post/printable.ts';
import type { DigestPlan } from '../../ports/digest.ts';
import { editDistance } from '../schedule/edit-distance.ts';
import type { KnownPlan } from './list-known-plans.ts';

export type FoundKnown =
  | { readonly status: 'found'; readonly known: KnownPlan }
  | { readonly status: 'failed'; readonly sentence: string };

const MAX_NAMED = 10;
/** Ours: no name is longer, and what is compared is bounded. */
const MAX_NAME_CHARS = 200;

/** A plan by its name, letter case aside, or by `platform/channel/name` where several have it. */
export function findKnownPlan(known: readonly KnownPlan[], given: string): FoundKnown {
  const typed = folded(given);
  const named = known.filter(({ plan }) => folded(plan.name) === typed);
  const [only] =
    named.length > 0 ? named : known.filter(({ plan }) => folded(fullName(plan)) === typed);
  if (only === undefined) return { status: 'failed', sentence: unknownSentence(known, given) };
  if (named.length <= 1) return { status: 'found', known: only };
  const all = listed(named.map(({ plan }) => fullName(plan)));
  return {
    status: 'failed',
    sentence: `${named.length} digests are called “${only.plan.name}”; say which: ${all}.`,
  };
}

function fullName({ platform, channel, name }: DigestPlan): string {
  return `${platform}/${channel}/${name}`;
}

function unknownSentence(known: readonly KnownPlan[], given: string): string {
  const typed = folded(given);
  const none = `There is no digest “${printableName(given)}”`;
  if (known.length === 0) return `${none}, and no other.`;
  const [nearest] = known
    .map(({ plan }) => ({ plan, distance: editDistance(typed, folded(plan.name)) }))
    .sort((one, other) => one.distance - other.distance);
  const isNear = nearest !== undefined && nearest.distance <= Math.max(2, typed.length / 3);
  if (isNear) return `${none}; did you mean “${nearest.plan.name}”?`;
  return `${none}; there are: ${listed([...new Set(known.map(({ plan }) => plan.name))])}.`;
}

function listed(names: readonly string[]): string {
  const more = names.length - MAX_NAMED;
  const some = names.slice(0, MAX_NAMED).join(', ');
  return more > 0 ? `${some} and ${more} more` : some;
}

function folded(name: string): string {
  return name
    .slice(0, MAX_NAME_CHARS)
    .normalize('NFKC')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}
