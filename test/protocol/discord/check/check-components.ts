import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import {
  both,
  fault,
  flag,
  isRecord,
  listAt,
  listOf,
  oneOf,
  shape,
  snowflake,
  text,
  webAddress,
  whole,
} from './shape.ts';
import type { Check } from './shape.ts';

/** https://discord.com/developers/docs/components/reference#button */
const button = both(
  shape(
    {
      type: whole(),
      style: oneOf([1, 2, 3, 4, 5, 6]),
      label: text({ max: 80 }),
      custom_id: text({ min: 1, max: 100 }),
      url: webAddress(512, ['http:', 'https:', 'discord:']),
      sku_id: snowflake,
      disabled: flag,
      emoji: shape({ name: text({ max: 100 }), animated: flag }),
    },
    ['type', 'style'],
  ),
  (value, path) => {
    if (!isRecord(value)) return [];
    const isLink = value['style'] === ButtonStyle.Link;
    const needed = isLink ? 'url' : 'custom_id';
    const unfit = isLink ? 'custom_id' : 'url';
    return [
      ...(value[needed] === undefined
        ? fault([...path, needed], 'BASE_TYPE_REQUIRED', 'This field is required')
        : []),
      ...(value[unfit] === undefined
        ? []
        : fault(
            path,
            'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
            'A custom id and url cannot both be specified',
          )),
      ...((value['label'] ?? '') === '' && value['emoji'] === undefined
        ? fault(
            path,
            'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED',
            'A button has a label or an emoji',
          )
        : []),
    ];
  },
);

/** https://discord.com/developers/docs/components/reference#user-select-select-default-value-structure */
const defaultValue = shape({ id: snowflake, type: oneOf(['user', 'role', 'channel']) }, [
  'id',
  'type',
]);

const option = shape(
  {
    label: text({ min: 1, max: 100 }),
    value: text({ min: 1, max: 100 }),
    description: text({ max: 100 }),
    default: flag,
  },
  ['label', 'value'],
);

const selectFields = shape(
  {
    type: whole(),
    custom_id: text({ min: 1, max: 100 }),
    placeholder: text({ max: 150 }),
    min_values: whole({ max: 25 }),
    max_values: whole({ min: 1, max: 25 }),
    options: listOf(option, { min: 1, max: 25 }),
    channel_types: listOf(whole(), { max: 25 }),
    default_values: listOf(defaultValue, { max: 25 }),
    disabled: flag,
    required: flag,
  },
  ['type', 'custom_id'],
);

/** As many defaults as can be chosen, options that differ, and what only some kinds have. */
export const select: Check = both(selectFields, (value, path) => {
  if (!isRecord(value)) return [];
  const options = listAt(value, 'options').filter(isRecord);
  const isOfWords = value['type'] === ComponentType.StringSelect;
  const most = typeof value['max_values'] === 'number' ? value['max_values'] : 1;
  const preset =
    options.filter((one) => one['default'] === true).length +
    listAt(value, 'default_values').length;
  return [
    ...(isOfWords === options.length > 0
      ? []
      : fault([...path, 'options'], 'BASE_TYPE_REQUIRED', 'Options are for string selects')),
    ...(new Set(options.map((one) => one['value'])).size < options.length
      ? fault([...path, 'options'], 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'Values differ')
      : []),
    ...(preset > most
      ? fault(path, 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', 'More defaults than can be chosen')
      : []),
  ];
});

export const selectTypes: readonly unknown[] = [3, 5, 6, 7, 8];

const inRow: Check = (value, path) => {
  const type = isRecord(value) ? value['type'] : undefined;
  if (type === ComponentType.Button) return button(value, path);
  if (selectTypes.includes(type)) return select(value, path);
  return fault(
    [...path, 'type'],
    'UNION_TYPE_CHOICES',
    'Value of field "type" must be one of (2, 3, 5, 6, 7, 8).',
  );
};

const row = both(
  shape({ type: oneOf([ComponentType.ActionRow]), components: listOf(inRow, { min: 1, max: 5 }) }, [
    'type',
    'components',
  ]),
  (value, path) => {
    const components = listAt(value, 'components');
    const selects = components.filter(
      (one) => isRecord(one) && one['type'] !== ComponentType.Button,
    );
    return selects.length > 0 && components.length > 1
      ? fault(path, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'A select menu fills its row')
      : [];
  },
);

/** The rows below a message. https://discord.com/developers/docs/components/reference#action-row */
export const checkComponents: Check = both(listOf(row, { max: 5 }), (value, path) => {
  const seen = new Set<unknown>();
  return (Array.isArray(value) ? value : []).flatMap((one: unknown, rowIndex) =>
    listAt(one, 'components').flatMap((component, index) => {
      const id = isRecord(component) ? component['custom_id'] : undefined;
      if (id === undefined || !seen.has(id)) {
        seen.add(id);
        return [];
      }
      const at = [...path, rowIndex, 'components', index, 'custom_id'];
      return fault(
        at,
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        'Component custom id cannot be duplicated',
      );
    }),
  );
});
