import type { Json } from '../../../ports/json.ts';
import type { Block } from './slack-block.ts';
import { plain } from './slack-block.ts';

export const FORM_ID = 'summarize_form';

/** The block ids of the form's fields; errors are shown by them. */
export const FIELDS = {
  link: 'link',
  text: 'text',
  file: 'file',
  length: 'length',
  quotes: 'quotes',
  audience: 'audience',
} as const;

/** Every field has one element, of this `action_id`. */
export const FIELD_ACTION = 'value';

/** Slack's for a text field; what is longer comes as a file. */
const MAX_INPUT_CHARS = 3000;

export interface FormOptions {
  /** Comes back with the submission; ≤ 3000. */
  readonly context: string;
  /** Without `files:read` Slack refuses a form with a file field. */
  readonly takesFiles: boolean;
}

/** The form that `/summarize` opens where nothing stands behind it: https://docs.slack.dev/surfaces/modals */
export function renderForm({ context, takesFiles }: FormOptions): Json {
  return {
    type: 'modal',
    callback_id: FORM_ID,
    private_metadata: context,
    title: plain('Summarize'),
    submit: plain('Summarize'),
    close: plain('Cancel'),
    blocks: [
      input(FIELDS.link, 'A link', { type: 'plain_text_input', placeholder: plain('https://…') }),
      input(
        FIELDS.text,
        'or a text',
        { type: 'plain_text_input', multiline: true, max_length: MAX_INPUT_CHARS },
        'Up to 3,000 characters; a longer one as a file, or as a message with “Summarize” from its menu.',
      ),
      ...(takesFiles
        ? [input(FIELDS.file, 'or a file', { type: 'file_input', max_files: 1 })]
        : []),
      input(FIELDS.length, 'How long', select(LENGTHS)),
      input(FIELDS.quotes, 'Key quotes, at most', select(COUNTS)),
      input(FIELDS.audience, 'Who sees it', {
        type: 'checkboxes',
        options: [{ text: plain('Only I see the answer'), value: 'private' }],
      }),
    ],
  };
}

const LENGTHS = [
  ['Short', 'brief'],
  ['Standard', 'standard'],
  ['Long', 'detailed'],
] as const;

const COUNTS = Array.from({ length: 11 }, (_, count) => [String(count), String(count)] as const);

function select(options: readonly (readonly [string, string])[]): Json {
  return {
    type: 'static_select',
    placeholder: plain('As usual'),
    options: options.map(([text, value]) => ({ text: plain(text), value })),
  };
}

function input(id: string, label: string, ...[element, hint]: readonly [Json, string?]): Block {
  return {
    type: 'input',
    block_id: id,
    optional: true,
    label: plain(label),
    element: { ...(element as object), action_id: FIELD_ACTION },
    ...(hint === undefined ? {} : { hint: plain(hint) }),
  };
}
