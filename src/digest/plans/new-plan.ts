import type { DigestRequest } from '../../ports/request.ts';
import type { DigestParts } from './digest-parts.ts';
import type { PlanBase } from './draft-plan.ts';

const STORIES = 5;

/** A plan of somebody's, as it is when nothing is said of it. */
export function newPlan(
  { newKey, settings }: Pick<DigestParts, 'newKey' | 'settings'>,
  asked: {
    readonly request: Pick<DigestRequest, 'platform' | 'place' | 'channel' | 'person'>;
    readonly timezone?: string;
  },
): PlanBase {
  const { platform, place, channel, person } = asked.request;
  return {
    ...usualPlan(settings),
    id: newKey(),
    origin: { kind: 'chat', maker: person },
    platform,
    place,
    channel,
    timezone: asked.timezone ?? settings.timezone,
  };
}

/** What is so where nobody says otherwise. */
export function usualPlan({ graceMs }: Pick<DigestParts['settings'], 'graceMs'>) {
  return {
    revision: 1,
    stories: STORIES,
    length: 'standard',
    include: [],
    exclude: [],
    missed: 'latest',
    graceMs,
    whenNothing: 'silence',
    status: 'active',
    sinceMs: 0,
  } as const;
}
