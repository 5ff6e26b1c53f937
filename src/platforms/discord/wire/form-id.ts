import type { FormAbout } from '../../../ports/digest.ts';

const FORM = 'digest';
const AGAIN = 'again';

/** The name of a form, which comes back with it: what it is about. A digest's name is short enough for Discord's 100. */
export function writeFormId(about: FormAbout): string {
  return `${FORM}:${aboutText(about)}`;
}

/** Of a button that opens the form once more, with what was typed. */
export function writeAgainId(about: FormAbout): string {
  return `${AGAIN}:${aboutText(about)}`;
}

/** `undefined` where the form is none of ours. */
export function findFormAbout(customId: string): FormAbout | undefined {
  return findAbout(customId, FORM);
}

export function findAgainAbout(customId: string): FormAbout | undefined {
  return findAbout(customId, AGAIN);
}

function aboutText(about: FormAbout): string {
  switch (about.kind) {
    case 'create':
      return about.kind;
    case 'edit':
      return `${about.kind}:${about.name}`;
    case 'redraft':
      return `${about.kind}:${about.key}`;
  }
}

function findAbout(customId: string, prefix: string): FormAbout | undefined {
  const [, head, kind, rest = ''] = /^(\w+):(\w+)(?::([^]*))?$/u.exec(customId) ?? [];
  if (head !== prefix) return undefined;
  if (kind === 'create') return { kind };
  if (kind === 'edit' && rest !== '') return { kind, name: rest };
  return kind === 'redraft' && rest !== '' ? { kind, key: rest } : undefined;
}
