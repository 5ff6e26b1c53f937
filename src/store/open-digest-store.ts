import type { Kysely } from 'kysely';
import type { DigestStore } from '../ports/digest-store.ts';
import {
  endDelivery,
  listDeliveries,
  listPosted,
  putPicked,
  startDelivery,
} from './digest-delivery-rows.ts';
import {
  findDraft,
  findDue,
  findPlan,
  findPlanById,
  listPlans,
  putDraft,
  putPlan,
  removePlan,
  takeDraft,
} from './digest-plan-rows.ts';
import {
  claim,
  endRun,
  holdLonger,
  insertRun,
  letGo,
  listRuns,
  postponeRun,
  takeRuns,
} from './digest-run-rows.ts';
import { endTelling, forgetTelling, startTelling } from './digest-telling-rows.ts';
import { eraseDigests } from './erase-digests.ts';
import type { Tables } from './tables.ts';

/** The rows of digests, in a database that is open. */
export function openDigestStore(database: Kysely<Tables>): DigestStore {
  return {
    putPlan: (plan, nextSlotMs) => putPlan(database, plan, nextSlotMs),
    findPlan: (where) => findPlan(database, where),
    findPlanById: (id) => findPlanById(database, id),
    listPlans: (where) => listPlans(database, where),
    removePlan: (id) => removePlan(database, id),
    putDraft: (draft) => putDraft(database, draft),
    findDraft: (key) => findDraft(database, key),
    takeDraft: (key) => takeDraft(database, key),
    findDue: (nowMs, among) => findDue(database, nowMs, among),
    claim: (claims) => claim(database, claims),
    insertRun: (run) => insertRun(database, run),
    takeRuns: (holding, among) => takeRuns(database, holding, among),
    holdLonger: (holding) => holdLonger(database, holding),
    letGo: (holder) => letGo(database, holder),
    putPicked: (holder, picked) => putPicked(database, holder, picked),
    listDeliveries: (runId) => listDeliveries(database, runId),
    startDelivery: (key, holding) => startDelivery(database, key, holding),
    endDelivery: (key, end) => endDelivery(database, key, end),
    endRun: (holder, runId, end) => endRun(database, holder, { runId, ...end }),
    postponeRun: (runId, untilMs) => postponeRun(database, runId, untilMs),
    listRuns: (planId, limit) => listRuns(database, planId, limit),
    listPosted: (where) => listPosted(database, where),
    startTelling: (telling) => startTelling(database, telling),
    endTelling: (planId, what) => endTelling(database, planId, what),
    forgetTelling: (planId, what) => forgetTelling(database, planId, what),
    eraseDigests: (scope) => eraseDigests(database, scope),
  };
}
