import { describe, expect, it } from '@jest/globals';
import { checkModal } from './check/check-modal.ts';

function modalOf(...fields: readonly object[]): unknown {
  const components = fields.map((component) => ({ type: 18, label: 'A field', component }));
  return { custom_id: 'digest', title: 'A digest', components };
}

function faultsOf(modal: unknown): readonly string[] {
  return checkModal(modal, []).map(({ code }) => code);
}

const options = [
  { label: 'Three', value: '3', default: true },
  { label: 'Five', value: '5' },
];

describe('a form', () => {
  it('has labelled fields, filled in beforehand', () => {
    const text = { type: 4, custom_id: 'name', style: 1, max_length: 60, value: 'Morning' };
    const menu = { type: 3, custom_id: 'stories', options };
    const channel = {
      type: 8,
      custom_id: 'channel',
      channel_types: [0, 5],
      default_values: [{ id: '123456789012345678', type: 'channel' }],
    };
    expect(faultsOf(modalOf(text, menu, channel))).toEqual([]);
  });

  it('is refused where something in it is too much', () => {
    const text = { type: 4, custom_id: 'name', style: 1 };
    expect(faultsOf(modalOf({ ...text, max_length: 3, value: 'four' }))).toEqual([
      'BASE_TYPE_MAX_LENGTH',
    ]);
    const six = Array.from({ length: 6 }, (_, at) => ({ ...text, custom_id: `${at}` }));
    expect(faultsOf(modalOf(...six))).toEqual(['BASE_TYPE_BAD_LENGTH']);
    expect(faultsOf(modalOf(text, text))).toEqual(['COMPONENT_CUSTOM_ID_DUPLICATED']);
  });

  it('is refused where a menu cannot be', () => {
    const menu = { type: 3, custom_id: 'stories' };
    const both = options.map((option) => ({ ...option, default: true }));
    const twice = options.map((option) => ({ ...option, value: '3' }));
    expect(faultsOf(modalOf(menu))).toEqual(['BASE_TYPE_REQUIRED']);
    expect(faultsOf(modalOf({ ...menu, options: both }))).toEqual([
      'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
    ]);
    expect(faultsOf(modalOf({ ...menu, options: twice }))).toEqual([
      'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ]);
    const person = {
      type: 8,
      custom_id: 'channel',
      default_values: [{ id: 'x', type: 'channel' }],
    };
    expect(faultsOf(modalOf(person))).toEqual(['NUMBER_TYPE_COERCE']);
  });
});
