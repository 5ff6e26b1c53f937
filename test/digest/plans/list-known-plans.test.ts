import { describe, expect, it } from '@jest/globals';
import { listKnownPlans } from '../../../src/digest/plans/list-known-plans.ts';
import { usualPlan } from '../../../src/digest/plans/new-plan.ts';
import type { FilePlan } from '../../../src/digest/plans/read-file-plans.ts';
import type { DigestPlan } from '../../../src/ports/digest.ts';

const nowMs = Date.UTC(2031, 5, 2);

const planOf = (name: string, change: Partial<DigestPlan> = {}): DigestPlan => ({
  ...usualPlan({ graceMs: 1 }),
  id: name,
  name,
  origin: { kind: 'file' },
  platform: 'slack',
  place: 'ostvik',
  channel: 'C0HARBOUR',
  sources: ['https://quay.example/'],
  schedule: 'every day at 09:00',
  timezone: 'UTC',
  ...change,
});

/** As the file has it: of its place nothing is known there. */
const inFile = (name: string, change: Partial<DigestPlan> = {}): FilePlan => ({
  plan: planOf(name, { ...change, place: '' }),
  at: 'digests.yaml, line 2',
});

describe('listKnownPlans', () => {
  it('takes a plan that is as the database has it from there', () => {
    const kept = { plan: planOf('Eels', { revision: 4, sinceMs: 5 }), nextSlotMs: nowMs + 1 };
    const known = listKnownPlans([kept], { plans: [inFile('Eels')], faults: [] }, nowMs);
    expect(known).toEqual([{ ...kept, at: 'digests.yaml, line 2', isTakenUp: true }]);
  });

  it('shows a plan that was changed as the file has it, in the place that is known', () => {
    const kept = { plan: planOf('Eels', { revision: 4 }), nextSlotMs: nowMs + 1 };
    const changed = inFile('Eels', { schedule: 'every day at 07:00' });
    const known = listKnownPlans([kept], { plans: [changed], faults: [] }, nowMs);
    expect(known).toMatchObject([
      {
        plan: { schedule: 'every day at 07:00', place: 'ostvik', revision: 4 },
        nextSlotMs: Date.UTC(2031, 5, 2, 7),
        isTakenUp: false,
      },
    ]);
  });

  it('leaves out what is in the file no more, unless something is wrong with it', () => {
    const kept = [
      { plan: planOf('Eels') },
      { plan: planOf('Trams', { origin: { kind: 'chat', maker: 'tilde' } }) },
    ];
    const namesBeside = (faults: readonly string[]): readonly string[] =>
      listKnownPlans(kept, { plans: [], faults }, nowMs).map(({ plan }) => plan.name);
    expect(namesBeside([])).toEqual(['Trams']);
    expect(namesBeside(['digests.yaml, line 9: no'])).toEqual(['Eels', 'Trams']);
  });
});
