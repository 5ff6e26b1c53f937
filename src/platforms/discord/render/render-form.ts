import { ComponentType, SelectMenuDefaultValueType, TextInputStyle } from 'discord.js';
import type { DigestFields, Form, FormField } from '../../../ports/digest.ts';
import { DIGEST_CHANNELS } from '../connect/digest-command.ts';
import { writeFormId } from '../wire/form-id.ts';
import { cleanText } from './clean-text.ts';

/** Discord's. https://discord.com/developers/docs/components/reference */
const MAX_FIELDS = 5;
const MAX_TITLE_CHARS = 45;
const MAX_LABEL_CHARS = 45;
const MAX_HINT_CHARS = 100;
const MAX_INPUT_CHARS = 4000;
const MAX_CHOICES = 25;
const MAX_CHOICE_CHARS = 100;

/**
 * A form as a modal: its first five fields, filled with what is typed or known. A value that is longer than the field can
 * be is not shown to be cut: without the field it stays as it is.
 */
export function renderForm({ title, fields, about }: Form, typed: DigestFields) {
  const shown = fields
    .map((field) => ({ field, value: typed[field.name] ?? field.value ?? '' }))
    .filter(({ field, value }) => value.length <= maxCharsOf(field))
    .slice(0, MAX_FIELDS);
  return {
    custom_id: writeFormId(about),
    title: within(title, MAX_TITLE_CHARS),
    components: shown.map(({ field, value }) => ({
      type: ComponentType.Label,
      label: within(field.label, MAX_LABEL_CHARS),
      ...(field.hint === undefined ? {} : { description: within(field.hint, MAX_HINT_CHARS) }),
      component: renderField(field, value),
    })),
  };
}

export type Modal = ReturnType<typeof renderForm>;

function renderField({ name, shape, isRequired }: FormField, value: string) {
  const common = { custom_id: name, required: isRequired };
  const few = { min_values: isRequired ? 1 : 0, max_values: 1 };
  switch (shape.kind) {
    case 'choice':
      return {
        ...common,
        ...few,
        type: ComponentType.StringSelect,
        options: shape.choices.slice(0, MAX_CHOICES).map((choice) => ({
          label: within(choice.label, MAX_CHOICE_CHARS),
          value: choice.value,
          ...(choice.value === value ? { default: true } : {}),
        })),
      };
    case 'channel':
      return {
        ...common,
        ...few,
        type: ComponentType.ChannelSelect,
        channel_types: DIGEST_CHANNELS,
        ...(value === ''
          ? {}
          : { default_values: [{ id: value, type: SelectMenuDefaultValueType.Channel }] }),
      };
    default:
      return {
        ...common,
        type: ComponentType.TextInput,
        style: shape.kind === 'line' ? TextInputStyle.Short : TextInputStyle.Paragraph,
        max_length: Math.min(shape.maxChars, MAX_INPUT_CHARS),
        ...(value === '' ? {} : { value: value.toWellFormed() }),
      };
  }
}

function maxCharsOf({ shape }: FormField): number {
  return 'maxChars' in shape ? Math.min(shape.maxChars, MAX_INPUT_CHARS) : Infinity;
}

function within(text: string, maxChars: number): string {
  const clean = cleanText(text);
  return clean.length <= maxChars ? clean : `${clean.slice(0, maxChars - 1).toWellFormed()}…`;
}
