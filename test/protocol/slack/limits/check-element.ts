import { isJson, type Json } from '../json.ts';
import { checkTextObject } from './check-text-object.ts';
import type { FaultList } from './faults-list.ts';

/** Of an element's `action_id`. */
const maxActionIdChars = 255;
/** An option's label and value: https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
const maxOptionChars = 75;
const maxPlaceholderChars = 150;

const inputKeys = 'type action_id placeholder focus_on_load';
const selectKeys = `${inputKeys} initial_option confirm options option_groups`;
const pickKeys = 'type action_id options initial_option initial_options confirm focus_on_load';

const keysOf: Readonly<Record<string, string>> = {
  button: 'type action_id text value url style confirm accessibility_label',
  static_select: selectKeys,
  multi_static_select: `${selectKeys} initial_options max_selected_items`,
  users_select: `${inputKeys} initial_user confirm`,
  channels_select: `${inputKeys} initial_channel confirm response_url_enabled`,
  conversations_select: `${inputKeys} initial_conversation default_to_current_conversation confirm response_url_enabled filter`,
  overflow: 'type action_id options confirm',
  radio_buttons: pickKeys,
  checkboxes: pickKeys,
  datepicker: `${inputKeys} initial_date confirm`,
  timepicker: `${inputKeys} initial_time confirm timezone`,
  plain_text_input: `${inputKeys} initial_value multiline min_length max_length dispatch_action_config`,
  url_text_input: `${inputKeys} initial_value dispatch_action_config`,
  number_input: `${inputKeys} is_decimal_allowed initial_value min_value max_value dispatch_action_config`,
  file_input: 'type action_id filetypes max_files',
  image: 'type image_url slack_file alt_text',
};

const inActions =
  'button static_select users_select channels_select conversations_select overflow radio_buttons checkboxes datepicker timepicker'.split(
    ' ',
  );
const inSection = [...inActions, 'multi_static_select', 'image'];
const inInput = [
  ...inSection.filter((one) => !['button', 'overflow', 'image'].includes(one)),
  'plain_text_input',
  'url_text_input',
  'number_input',
  'file_input',
];

const allowed = { actions: inActions, section: inSection, input: inInput } as const;

/** https://docs.slack.dev/reference/block-kit/block-elements */
export function checkElement(
  faults: FaultList,
  at: string,
  { element, within }: { readonly element: unknown; readonly within: keyof typeof allowed },
): void {
  if (!isJson(element)) {
    faults.add(at, 'must provide an object');
    return;
  }
  const type = String(element['type']);
  const keys = keysOf[type];
  if (keys === undefined || !allowed[within].includes(type)) {
    faults.add(`${at}/type`, `unsupported type: ${type}`);
    return;
  }
  faults.onlyKeys(at, element, keys);
  faults.maxChars(`${at}/action_id`, element['action_id'], maxActionIdChars);
  if (element['action_id'] === '') faults.add(`${at}/action_id`, 'must be more than 0 characters');
  checkTextObject(faults, `${at}/placeholder`, {
    value: element['placeholder'],
    rule: { max: maxPlaceholderChars, plainOnly: true },
  });
  checkConfirm(faults, `${at}/confirm`, element['confirm']);
  if (type === 'button') checkButton(faults, at, element);
  else if (type === 'image') checkImage(faults, at, element);
  else if (type === 'plain_text_input') checkTextInput(faults, at, element);
  else if (type === 'file_input') checkRange(faults, `${at}/max_files`, element['max_files'], 10);
  else if (type === 'conversations_select') checkConversations(faults, at, element);
  else checkOptions(faults, at, element);
}

const kinds = ['im', 'mpim', 'private', 'public'];

/** https://docs.slack.dev/reference/block-kit/composition-objects/conversation-filter-object */
function checkConversations(faults: FaultList, at: string, element: Json): void {
  const { filter, initial_conversation: initial } = element;
  const id = typeof initial === 'string' ? initial : '';
  if (initial !== undefined && !/^[CDG][A-Z0-9]+$/u.test(id)) {
    faults.add(`${at}/initial_conversation`, 'must be the id of a conversation');
  }
  if (filter === undefined) return;
  faults.onlyKeys(
    `${at}/filter`,
    filter,
    'include exclude_external_shared_channels exclude_bot_users',
  );
  if (!isJson(filter) || Object.keys(filter).length === 0) {
    faults.add(`${at}/filter`, 'must have at least one field');
    return;
  }
  const { include } = filter;
  if (include === undefined) return;
  const isList = Array.isArray(include) && include.length > 0;
  if (!isList || !include.every((kind) => kinds.includes(String(kind)))) {
    faults.add(`${at}/filter/include`, `must be some of: ${kinds.join(', ')}`);
  }
}

function checkButton(faults: FaultList, at: string, button: Json): void {
  const rule = { max: 75, plainOnly: true, isRequired: true };
  checkTextObject(faults, `${at}/text`, { value: button['text'], rule });
  faults.maxChars(`${at}/value`, button['value'], 2000);
  faults.maxChars(`${at}/url`, button['url'], 3000);
  faults.maxChars(`${at}/accessibility_label`, button['accessibility_label'], 75);
  const style = button['style'];
  if (style !== undefined && style !== 'primary' && style !== 'danger') {
    faults.add(`${at}/style`, 'must be one of: primary, danger');
  }
}

export function checkImage(faults: FaultList, at: string, image: Json): void {
  faults.maxChars(`${at}/image_url`, image['image_url'], 3000);
  if (typeof image['alt_text'] !== 'string') faults.add(at, 'missing required field: alt_text');
  faults.maxChars(`${at}/alt_text`, image['alt_text'], 2000);
  if (image['image_url'] === undefined && image['slack_file'] === undefined) {
    faults.add(at, 'missing required field: image_url');
  }
}

function checkTextInput(faults: FaultList, at: string, input: Json): void {
  checkRange(faults, `${at}/max_length`, input['max_length'], 3000);
  const max = typeof input['max_length'] === 'number' ? input['max_length'] : 3000;
  faults.maxChars(`${at}/initial_value`, input['initial_value'], max);
}

function checkRange(faults: FaultList, at: string, ...[value, max]: [unknown, number]): void {
  if (value === undefined) return;
  if (typeof value !== 'number' || value < 1 || value > max) {
    faults.add(at, `must be between 1 and ${max}`);
  }
}

function checkOptions(faults: FaultList, at: string, element: Json): void {
  const options = element['options'];
  const type = String(element['type']);
  const isChoice = /static_select|radio|checkboxes|overflow/u.test(type);
  if (!isChoice || (options === undefined && element['option_groups'] !== undefined)) return;
  const max = type.endsWith('select') ? 100 : type === 'overflow' ? 5 : 10;
  faults.maxItems(`${at}/options`, options, max);
  checkInitial(faults, at, element);
  const plainOnly = type !== 'radio_buttons' && type !== 'checkboxes';
  for (const [index, option] of (Array.isArray(options) ? options : []).entries()) {
    const place = `${at}/options/${index}`;
    if (!isJson(option)) {
      faults.add(place, 'must provide an object');
      continue;
    }
    faults.onlyKeys(place, option, 'text value description url');
    const rule = { max: maxOptionChars, plainOnly, isRequired: true };
    checkTextObject(faults, `${place}/text`, { value: option['text'], rule });
    checkTextObject(faults, `${place}/description`, {
      value: option['description'],
      rule: { max: maxOptionChars, plainOnly },
    });
    if (typeof option['value'] !== 'string') faults.add(place, 'missing required field: value');
    faults.maxChars(`${place}/value`, option['value'], maxOptionChars);
  }
}

/** What is chosen at first is one of the options, to the letter. */
function checkInitial(faults: FaultList, at: string, element: Json): void {
  const { options, initial_option: one, initial_options: several } = element;
  const all = Array.isArray(options) ? options.map((option) => JSON.stringify(option)) : [];
  const more: readonly unknown[] = Array.isArray(several) ? several : [];
  const chosen = one === undefined ? more : [one, ...more];
  if (element['option_groups'] !== undefined) return;
  if (!chosen.every((option) => all.includes(JSON.stringify(option)))) {
    faults.add(`${at}/initial_option`, 'must be one of the options');
  }
}

/** https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
function checkConfirm(faults: FaultList, at: string, confirm: unknown): void {
  if (confirm === undefined) return;
  faults.onlyKeys(at, confirm, 'title text confirm deny style');
  if (!isJson(confirm)) return;
  for (const [part, max] of [
    ['title', 100],
    ['text', 300],
    ['confirm', 30],
    ['deny', 30],
  ] as const) {
    const rule = { max, plainOnly: part !== 'text', isRequired: true };
    checkTextObject(faults, `${at}/${part}`, { value: confirm[part], rule });
  }
}
