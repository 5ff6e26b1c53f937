import { ComponentType } from 'discord-api-types/v10';
import { select, selectTypes } from './check-components.ts';
import { both, fault, flag, isRecord, listAt, listOf, oneOf, shape, text, whole } from './shape.ts';
import type { Check } from './shape.ts';

/** https://discord.com/developers/docs/components/reference#text-input */
const textInputFields = {
  type: oneOf([ComponentType.TextInput]),
  custom_id: text({ min: 1, max: 100 }),
  style: oneOf([1, 2]),
  min_length: whole({ max: 4000 }),
  max_length: whole({ min: 1, max: 4000 }),
  required: flag,
  value: text({ max: 4000 }),
  placeholder: text({ max: 100 }),
};

/** What is filled in beforehand is no longer than what can be typed. */
const valueWithin: Check = (value, path) => {
  const text = isRecord(value) ? value['value'] : undefined;
  const most = isRecord(value) ? Number(value['max_length'] ?? 4000) : 4000;
  return typeof text === 'string' && text.length > most
    ? fault([...path, 'value'], 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`)
    : [];
};

const labelledTextInput = both(
  shape(textInputFields, ['type', 'custom_id', 'style']),
  valueWithin,
  (value, path) =>
    isRecord(value) && value['label'] !== undefined
      ? fault(
          [...path, 'label'],
          'LABEL_NOT_ALLOWED',
          'Inside a label component a text input has no label of its own',
        )
      : [],
);

const rowedTextInput = shape({ ...textInputFields, label: text({ min: 1, max: 45 }) }, [
  'type',
  'custom_id',
  'style',
  'label',
]);

const fileUpload = shape(
  {
    type: oneOf([ComponentType.FileUpload]),
    custom_id: text({ min: 1, max: 100 }),
    min_values: whole({ max: 10 }),
    max_values: whole({ min: 1, max: 10 }),
    required: flag,
  },
  ['type', 'custom_id'],
);

const inLabel: Check = (value, path) => {
  const type = isRecord(value) ? value['type'] : undefined;
  if (type === ComponentType.TextInput) return labelledTextInput(value, path);
  if (type === ComponentType.FileUpload) return fileUpload(value, path);
  if (selectTypes.includes(type)) return select(value, path);
  return fault(
    [...path, 'type'],
    'UNION_TYPE_CHOICES',
    'Value of field "type" must be one of (3, 4, 5, 6, 7, 8, 19).',
  );
};

const label = shape(
  {
    type: oneOf([ComponentType.Label]),
    label: text({ min: 1, max: 45 }),
    description: text({ max: 100 }),
    component: inLabel,
  },
  ['type', 'label', 'component'],
);

const inModal: Check = (value, path) => {
  const type = isRecord(value) ? value['type'] : undefined;
  if (type === ComponentType.Label) return label(value, path);
  if (type === ComponentType.TextDisplay)
    return shape({ content: text({ min: 1, max: 4000 }) }, ['content'])(value, path);
  return shape(
    {
      type: oneOf([ComponentType.ActionRow]),
      components: listOf(rowedTextInput, { min: 1, max: 1 }),
    },
    ['type', 'components'],
  )(value, path);
};

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal */
export const checkModal: Check = both(
  shape(
    {
      custom_id: text({ min: 1, max: 100 }),
      title: text({ min: 1, max: 45 }),
      components: listOf(inModal, { min: 1, max: 5 }),
    },
    ['custom_id', 'title', 'components'],
  ),
  (value, path) => {
    const ids = listAt(value, 'components')
      .map(fieldId)
      .filter((id) => id !== undefined);
    return new Set(ids).size < ids.length
      ? fault(
          [...path, 'components'],
          'COMPONENT_CUSTOM_ID_DUPLICATED',
          'Component custom id cannot be duplicated',
        )
      : [];
  },
);

function fieldId(value: unknown): unknown {
  const field = isRecord(value)
    ? (value['component'] ?? listAt(value, 'components')[0])
    : undefined;
  return isRecord(field) ? field['custom_id'] : undefined;
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-autocomplete */
export const checkChoices: Check = shape(
  {
    choices: listOf(
      shape(
        {
          name: text({ min: 1, max: 100 }),
          value: (value, path) =>
            typeof value === 'number' ? [] : text({ min: 1, max: 100 })(value, path),
        },
        ['name', 'value'],
      ),
      { max: 25 },
    ),
  },
  ['choices'],
);
