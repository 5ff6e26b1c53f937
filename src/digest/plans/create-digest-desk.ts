import type { DigestDesk } from '../../bot/digest-desk.ts';
import { problemPost } from '../../post/problem-post.ts';
import type { FormQuery, OpenedForm } from '../../ports/core.ts';
import type { DigestAsk, FieldFault } from '../../ports/digest.ts';
import { answerDraft } from './answer-draft.ts';
import { answerPlan } from './answer-plan.ts';
import { decideDraft } from './decide-draft.ts';
import { digestForm } from './digest-form.ts';
import type { DigestParts } from './digest-parts.ts';
import { draftPlan } from './draft-plan.ts';
import { newPlan, usualPlan } from './new-plan.ts';
import { suggestFor } from './suggest-for.ts';

/** Plans digests with people: says back what it understood, and writes it down once that is confirmed. */
export function createDigestDesk(parts: DigestParts): DigestDesk {
  return {
    answer(request, { platform, signal, key }) {
      const { ask } = request;
      if (ask.kind === 'create' || ask.kind === 'edit' || ask.kind === 'redraft')
        return answerDraft(parts, { request, ask }, { platform, signal, key });
      return answerPlan(parts, { request, ask }, { platform, signal, key });
    },
    decide: (request, decision, asked) => decideDraft(parts, { request, decision }, asked),
    suggest: (query) => suggestFor(parts, query),
    form: (query) => openForm(parts, query),
    findFaults: (ask) => findFaults(parts, ask),
    left: (scope) => parts.store.eraseDigests(scope),
  };
}

async function openForm(parts: DigestParts, query: FormQuery): Promise<OpenedForm> {
  const { about, platform, place, person } = query;
  switch (about.kind) {
    case 'create':
      return { status: 'form', form: digestForm(about, newPlan(parts, { request: query })) };
    case 'edit': {
      const kept = await parts.store.findPlan({ platform, place, name: about.name });
      if (kept === undefined) return answered({ code: 'no-such-digest', name: about.name });
      const { name, origin } = kept.plan;
      if (origin.kind === 'file') return answered({ code: 'digest-in-file', name });
      return { status: 'form', form: digestForm(about, kept.plan) };
    }
    case 'redraft': {
      const draft = await parts.store.findDraft(about.key);
      if (draft?.person !== person) return answered({ code: 'draft-gone' });
      return { status: 'form', form: digestForm(about, draft.plan) };
    }
  }
}

function answered(problem: Parameters<typeof problemPost>[0]): OpenedForm {
  return { status: 'answered', post: problemPost(problem) };
}

/** What the fields themselves tell; a draft or a plan that they change is not looked up. */
function findFaults({ settings }: DigestParts, ask: DigestAsk): readonly FieldFault[] {
  if (!('fields' in ask)) return [];
  const base = {
    ...usualPlan(settings),
    id: '',
    origin: { kind: 'chat', maker: '' },
    platform: '',
    place: '',
    channel: '',
    timezone: settings.timezone,
    // What a change leaves out is as it was.
    ...(ask.kind === 'create' ? {} : { name: '-', schedule: 'daily at 9', sources: ['-'] }),
  } as const;
  const drafted = draftPlan(ask.fields, base);
  return drafted.status === 'faulty' ? drafted.faults : [];
}
