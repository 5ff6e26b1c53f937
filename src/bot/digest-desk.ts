import type { FormQuery, OpenedForm, Scope, Suggestion } from '../ports/core.ts';
import type { Choice, DigestAsk, FieldFault } from '../ports/digest.ts';
import type { DigestRequest, FollowUpRequest } from '../ports/request.ts';
import type { Answer } from './answer.ts';
import type { Asked } from './asked.ts';

/** Whatever plans digests for people. */
export interface DigestDesk {
  /** Answers `/digest …`, to the person alone. @param key of the answer, by which what was shown can be confirmed */
  answer(request: DigestRequest, asked: Asked & { readonly key: string }): Promise<Answer>;
  /** What becomes of a digest that was shown as it was understood. */
  decide(request: FollowUpRequest, decision: 'confirm' | 'discard', asked: Asked): Promise<Answer>;
  suggest(query: Suggestion): Promise<readonly Choice[]>;
  form(query: FormQuery): Promise<OpenedForm>;
  /** What is wrong in a form for sure, without asking anybody. */
  findFaults(ask: DigestAsk): readonly FieldFault[];
  /** Resolves to how many digests went. */
  left(scope: Scope): Promise<number>;
}
