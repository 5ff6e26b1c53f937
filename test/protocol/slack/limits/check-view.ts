import { isJson } from '../json.ts';
import { checkBlocks, type Refusal } from './check-blocks.ts';
import { checkTextObject } from './check-text-object.ts';
import { createFaultList } from './faults-list.ts';

const keys =
  'type title blocks close submit private_metadata callback_id clear_on_close notify_on_close external_id submit_disabled';
/** A view's size as JSON, Slack says 250 kB: https://docs.slack.dev/reference/methods/views.open */
const maxViewChars = 250_000;

/** https://docs.slack.dev/reference/views/modal-views */
export function checkView(view: unknown): Refusal | undefined {
  const faults = createFaultList();
  faults.onlyKeys('/view', view, keys);
  if (!isJson(view)) return { error: 'invalid_arguments', messages: faults.messages };
  if (JSON.stringify(view).length > maxViewChars) return { error: 'view_too_large', messages: [] };
  if (view['type'] !== 'modal') faults.add('/view/type', 'unsupported type');
  const short = { max: 24, plainOnly: true };
  checkTextObject(faults, '/view/title', {
    value: view['title'],
    rule: { ...short, isRequired: true },
  });
  checkTextObject(faults, '/view/submit', { value: view['submit'], rule: short });
  checkTextObject(faults, '/view/close', { value: view['close'], rule: short });
  faults.maxChars('/view/private_metadata', view['private_metadata'], 3000);
  faults.maxChars('/view/callback_id', view['callback_id'], 255);
  faults.maxChars('/view/external_id', view['external_id'], 255);
  const blocks = checkBlocks(view['blocks'], 'modal');
  const messages = [...faults.messages, ...(blocks?.messages ?? [])];
  const hasInput =
    Array.isArray(view['blocks']) &&
    view['blocks'].some((block) => isJson(block) && block['type'] === 'input');
  if (hasInput && view['submit'] === undefined) {
    messages.push('[ERROR] missing required field: submit [json-pointer:/view]');
  }
  return messages.length === 0 ? undefined : { error: 'invalid_arguments', messages };
}
