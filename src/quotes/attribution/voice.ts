/** Who a phrase turns out to be. */
export type Voice =
  | {
      readonly kind: 'person';
      readonly person: number;
      readonly nameStart?: number;
      readonly paragraph: number;
    }
  | {
      readonly kind: 'described';
      readonly paragraph: number;
      readonly start: number;
      readonly end: number;
      /** Whether a pronoun may mean it: a spokeswoman, and no statement. */
      readonly isOfPeople: boolean;
    };

/** Whether two voices are one. */
export function isSameVoice(a: Voice | undefined, b: Voice | undefined): boolean {
  if (b === undefined || a?.kind !== b.kind) return false;
  if (a.kind === 'person') return b.kind === 'person' && a.person === b.person;
  return b.kind === 'described' && a.paragraph === b.paragraph && a.start === b.start;
}
