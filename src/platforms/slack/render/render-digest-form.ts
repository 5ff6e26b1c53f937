import type { Form, FormField } from '../../../ports/digest.ts';
import type { Json } from '../../../ports/json.ts';
import { cutText } from './clean-text.ts';
import { FIELD_ACTION } from './render-form.ts';
import { plain, type Block } from './slack-block.ts';

export const DIGEST_FORM_ID = 'digest_form';

/** Slack's for titles and buttons of a view: https://docs.slack.dev/reference/views/modal-views */
const MAX_TITLE_CHARS = 24;
/** Slack's for a text field. */
const MAX_INPUT_CHARS = 3000;
/** Slack's for the label and the hint of a field. */
const MAX_LABEL_CHARS = 2000;
/** Slack's for an option of a menu, and how many one may have. */
const MAX_OPTION_CHARS = 75;
const MAX_OPTIONS = 100;
const KEPT_HINT = 'Too long to be shown here; leave it empty and it stays as it is.';

export interface DrawnForm {
  readonly form: Form;
  /** Comes back with the submission; ≤ 3000. */
  readonly context: string;
}

/** A form for a digest; every block is called as its field. */
export function renderDigestForm({ form, context }: DrawnForm): Json {
  return {
    type: 'modal',
    callback_id: DIGEST_FORM_ID,
    private_metadata: context,
    title: plain(cutText(form.title, MAX_TITLE_CHARS)),
    submit: plain(cutText(form.submitLabel, MAX_TITLE_CHARS)),
    close: plain('Cancel'),
    blocks: form.fields.map(renderField),
  };
}

/** Whether a value has no room in its field: it is left as it is where nothing is put in its place. */
export function isTooLong({ value, shape }: FormField): boolean {
  const isText = shape.kind === 'line' || shape.kind === 'lines';
  return isText && value !== undefined && value.length > roomOf(shape.maxChars);
}

function renderField(field: FormField): Block {
  const isKept = isTooLong(field);
  const hint = isKept ? KEPT_HINT : field.hint;
  return {
    type: 'input',
    block_id: field.name,
    optional: isKept || !field.isRequired,
    label: plain(cutText(field.label, MAX_LABEL_CHARS)),
    element: { ...elementOf(field), action_id: FIELD_ACTION },
    ...(hint === undefined ? {} : { hint: plain(cutText(hint, MAX_LABEL_CHARS)) }),
  };
}

function elementOf(field: FormField) {
  const { shape, value } = field;
  switch (shape.kind) {
    case 'line':
    case 'lines':
      return {
        type: 'plain_text_input',
        multiline: shape.kind === 'lines',
        max_length: roomOf(shape.maxChars),
        ...(value === undefined || value === '' || isTooLong(field)
          ? {}
          : { initial_value: value }),
      };
    case 'choice': {
      const options = shape.choices.slice(0, MAX_OPTIONS).map((choice) => ({
        text: plain(cutText(choice.label, MAX_OPTION_CHARS)),
        value: choice.value,
      }));
      const initial = options.find((option) => option.value === value);
      return {
        type: 'static_select',
        options,
        ...(initial === undefined ? {} : { initial_option: initial }),
      };
    }
    case 'channel':
      return channelSelect(value);
  }
}

/**
 * Its response URL answers the person alone, also where we are no member, for longer than the command's does. Direct
 * messages are offered only where the form is opened in them.
 */
function channelSelect(value = '') {
  const isDirect = value.startsWith('D');
  return {
    type: 'conversations_select',
    filter: { include: ['public', 'private', ...(isDirect ? ['im'] : [])] },
    response_url_enabled: true,
    ...(value === '' ? { default_to_current_conversation: true } : { initial_conversation: value }),
  };
}

function roomOf(maxChars: number): number {
  return Math.min(maxChars, MAX_INPUT_CHARS);
}
