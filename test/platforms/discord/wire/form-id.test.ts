import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FormAbout } from '../../../../src/ports/digest.ts';
import { findMeaning } from '../../../../src/platforms/discord/wire/custom-id.ts';
import {
  findAgainAbout,
  findFormAbout,
  writeAgainId,
  writeFormId,
} from '../../../../src/platforms/discord/wire/form-id.ts';
import { key } from '../a-post.ts';

/** Ours, for a digest's name; Discord's for a form's name is 100. */
const MAX_NAME_CHARS = 60;

const anyAbout: fc.Arbitrary<FormAbout> = fc.oneof(
  fc.constant<FormAbout>({ kind: 'create' }),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: MAX_NAME_CHARS })
    .filter((name) => name.length <= MAX_NAME_CHARS)
    .map((name): FormAbout => ({ kind: 'edit', name })),
  fc.constant<FormAbout>({ kind: 'redraft', key }),
);

describe('the name of a form', () => {
  it('tells what it is about, whatever a digest is called, within what Discord takes', () => {
    fc.assert(
      fc.property(anyAbout, (about) => {
        expect(findFormAbout(writeFormId(about))).toEqual(about);
        expect(findAgainAbout(writeAgainId(about))).toEqual(about);
        expect(writeFormId(about).length).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('is no button of another kind, nor the other way round', () => {
    const about: FormAbout = { kind: 'redraft', key };
    expect(findAgainAbout(writeFormId(about))).toBeUndefined();
    expect(findFormAbout(writeAgainId(about))).toBeUndefined();
    expect(findMeaning(writeAgainId(about))).toBeUndefined();
    expect(findFormAbout(`delete:${key}`)).toBeUndefined();
  });

  it.each([
    '',
    'digest',
    'digest:',
    'digest:edit',
    'digest:edit:',
    'digest:redraft',
    'digest:burn:x',
  ])('is none of ours where it is “%s”', (id) => {
    expect(findFormAbout(id)).toBeUndefined();
  });
});
