import type { DigestAsk, DigestFields, FieldFault, FormAbout } from '../../../ports/digest.ts';
import { DIGEST_FIELDS, type DigestField } from '../../../ports/digest-fields.ts';
import type { DigestRequest } from '../../../ports/request.ts';
import { fieldAt, listAt, textAt } from '../../payload-field.ts';
import { FIELD_ACTION } from '../render/render-form.ts';
import { RESPONSE_LIFE_MS } from './read-responding.ts';
import { askedOf, parseCaller, type Caller } from './read-slash.ts';

/** What a form for a digest carries. */
export interface DigestFormContext {
  readonly caller: Caller;
  readonly about: FormAbout;
  /** Fields whose value had no room: left empty they stay as they are. */
  readonly kept: readonly DigestField[];
}

export function writeDigestFormContext(context: DigestFormContext): string {
  return JSON.stringify(context);
}

/** So long a response URL must still live to be answered through. */
const ENOUGH_MS = 5 * 60_000;

/**
 * A form for a digest that was handed in. It is answered where the command was typed, to the person alone; where the
 * form was open for so long that this way has ended, in the channel that was chosen.
 * https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
 */
export function readDigestForm(payload: unknown, nowMs: number): DigestRequest {
  const context: unknown = JSON.parse(textAt(payload, 'view', 'private_metadata') || '{}');
  const caller = {
    ...parseCaller(fieldAt(context, 'caller')),
    user: textAt(payload, 'user', 'id'),
  };
  const kept = listAt(context, 'kept').map(String);
  return {
    kind: 'digest',
    ...askedOf(withOpenReply(caller, payload, nowMs), true),
    id: `view:${textAt(payload, 'view', 'id')}`,
    ask: askOf(fieldAt(context, 'about'), readFields(payload, kept)),
  };
}

function withOpenReply(caller: Caller, ...[payload, nowMs]: readonly [unknown, number]): Caller {
  const fresh = textAt(listAt(payload, 'response_urls')[0], 'response_url');
  const isOpen = caller.responseUrl !== '' && caller.responseUntilMs - nowMs >= ENOUGH_MS;
  if (isOpen || fresh === '') return caller;
  return { ...caller, responseUrl: fresh, responseUntilMs: nowMs + RESPONSE_LIFE_MS };
}

/** Only we can write what a form carries. */
function askOf(about: unknown, fields: DigestFields): DigestAsk {
  switch (textAt(about, 'kind')) {
    case 'edit':
      return { kind: 'edit', name: textAt(about, 'name'), fields };
    case 'redraft':
      return { kind: 'redraft', key: textAt(about, 'key'), fields };
    default:
      return { kind: 'create', fields };
  }
}

function readFields(payload: unknown, kept: readonly string[]): DigestFields {
  const values = fieldAt(payload, 'view', 'state', 'values');
  const fields: Partial<Record<DigestField, string>> = {};
  for (const name of DIGEST_FIELDS) {
    const state = fieldAt(values, name, FIELD_ACTION);
    const value = readValue(state);
    if (value === undefined || (value === '' && kept.includes(name))) continue;
    fields[name] = value;
  }
  return fields;
}

/** A text field that is empty says so; a menu in which nothing was chosen says nothing. */
function readValue(state: unknown): string | undefined {
  switch (textAt(state, 'type')) {
    case 'plain_text_input':
      return textAt(state, 'value');
    case 'static_select':
      return textAt(state, 'selected_option', 'value') || undefined;
    case 'conversations_select':
      return textAt(state, 'selected_conversation') || undefined;
    default:
      return undefined;
  }
}

/** What stands below the fields, by block id; what is wrong with a field that is not in the form stands at its first. */
export function writeFaults(
  payload: unknown,
  faults: readonly FieldFault[],
): Readonly<Record<string, string>> {
  const blocks = listAt(payload, 'view', 'blocks').map((block) => textAt(block, 'block_id'));
  const written: Record<string, string> = {};
  for (const { field, sentence } of faults) {
    const at = blocks.includes(field) ? field : (blocks[0] ?? field);
    written[at] = written[at] === undefined ? sentence : `${written[at]} ${sentence}`;
  }
  return written;
}
