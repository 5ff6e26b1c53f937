import { renderFile, storeFile, type FileFixture } from '../files.ts';
import type { Hub } from '../hub.ts';
import { isJson, listOf, textOf, type Json } from '../json.ts';
import type { OpenView } from '../world.ts';

/** What is filled in, by block id: a text, an option's value, several of them, or files. */
export type Filled = Readonly<Record<string, string | readonly string[] | readonly FileFixture[]>>;

/** The state of a view as it is handed in; what Slack's form would not let through throws. */
export function fillView(hub: Hub, { view, user }: OpenView, filled: Filled): Json {
  const inputs = listOf(view, 'blocks')
    .filter(isJson)
    .filter((one) => one['type'] === 'input');
  const known = new Set(inputs.map((block) => textOf(block, 'block_id')));
  for (const id of Object.keys(filled)) if (!known.has(id)) throw new Error(`no input block ${id}`);
  return Object.fromEntries(
    inputs.map((block) => {
      const id = textOf(block, 'block_id');
      const element = isJson(block['element']) ? block['element'] : {};
      const given = filled[id];
      const state = stateOf(hub, { element, given, user });
      const isEmpty =
        given === '' ||
        (given === undefined && !Object.keys(element).some((key) => key.startsWith('initial_')));
      if (isEmpty && block['optional'] !== true) throw new Error(`${id} must be filled in`);
      return [id, { [textOf(element, 'action_id')]: { type: element['type'], ...state } }];
    }),
  );
}

interface Filling {
  readonly element: Json;
  readonly given: Filled[string] | undefined;
  readonly user: string;
}

function stateOf(hub: Hub, { element, given, user }: Filling): Json {
  const type = textOf(element, 'type');
  if (type === 'file_input') return { files: handIn(hub, user, { element, given }) };
  if (type === 'checkboxes' || type.startsWith('multi_')) {
    const values = Array.isArray(given) ? given : [];
    const chosen = values.map((value) => optionOf(element, value));
    return { selected_options: given === undefined ? listOf(element, 'initial_options') : chosen };
  }
  if (type === 'static_select' || type === 'radio_buttons') {
    const initial = element['initial_option'] ?? null;
    return { selected_option: given === undefined ? initial : optionOf(element, given) };
  }
  if (/^(?:users|channels|conversations)_select$/u.test(type)) {
    const what = type.replace('s_select', '');
    if (what === 'conversation' && given !== undefined) checkSeen(hub, { element, given, user });
    return { [`selected_${what}`]: given ?? element[`initial_${what}`] ?? null };
  }
  // What was emptied is nothing, whatever stood there before.
  const text = given === '' ? null : (given ?? element['initial_value'] ?? null);
  const max = typeof element['max_length'] === 'number' ? element['max_length'] : 3000;
  if (typeof text === 'string' && text.length > max) throw new Error(`more than ${max} characters`);
  if (type === 'url_text_input' && typeof text === 'string' && !URL.canParse(text)) {
    throw new Error('the form asks for an address');
  }
  return { value: text };
}

/** Offered is what the person is in, or could join, and the filter lets through. */
function checkSeen(hub: Hub, { element, given, user }: Filling): void {
  const id = typeof given === 'string' ? given : '';
  const channel = hub.world.channels.get(id);
  const filter = isJson(element['filter']) ? element['filter'] : {};
  const include = filter['include'] === undefined ? undefined : listOf(filter, 'include');
  const isSeen = channel?.kind === 'public' || channel?.members.has(user) === true;
  if (channel === undefined || !isSeen || include?.includes(channel.kind) === false) {
    throw new Error(`${id} is not offered`);
  }
}

function optionOf(element: Json, value: unknown): Json {
  const option = listOf(element, 'options').find((one) => isJson(one) && one['value'] === value);
  if (!isJson(option)) throw new Error(`no option ${String(value)}`);
  return option;
}

function handIn(
  hub: Hub,
  user: string,
  { element, given }: Omit<Filling, 'user'>,
): readonly Json[] {
  const fixtures = (Array.isArray(given) ? given : []) as readonly FileFixture[];
  const max = typeof element['max_files'] === 'number' ? element['max_files'] : 10;
  if (fixtures.length > max) throw new Error(`more than ${max} files`);
  const types = listOf(element, 'filetypes');
  return fixtures.map((fixture) => {
    const ending = fixture.name.split('.').at(-1);
    if (types.length > 0 && !types.includes(ending)) throw new Error(`no ${ending} files here`);
    const file = { ...storeFile(hub, user, fixture), handedIn: true };
    hub.world.files.set(file.id, file);
    return renderFile(hub.filesOrigin(), file);
  });
}
