import type { Source, SummarizeRequest } from '../../../ports/request.ts';
import type { Length } from '../../../summary/summary.ts';
import { FIELDS, FIELD_ACTION } from '../render/render-form.ts';
import { fieldAt, listAt, textAt } from '../../payload-field.ts';
import { askedOf, parseCaller, type Caller } from './read-slash.ts';
import { readFiles } from './read-file.ts';
import { readTypedSources } from './read-typed-sources.ts';

export type FormReading =
  | { readonly kind: 'request'; readonly request: SummarizeRequest }
  /** What stands below the fields, by block id. */
  | { readonly kind: 'faults'; readonly faults: Readonly<Record<string, string>> };

const LENGTHS: readonly Length[] = ['brief', 'standard', 'detailed'];

/** The channel and the open reply of the command that opened the form, as the form carries them. */
export function writeFormContext(caller: Caller): string {
  return JSON.stringify(caller);
}

/**
 * A form that was handed in. The view is its name, so that handing it in twice asks once.
 * https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
 */
export function readForm(payload: unknown): FormReading {
  const values = fieldAt(payload, 'view', 'state', 'values');
  const [first, ...more] = readGiven(values);
  if (first === undefined) return fault(FIELDS.link, 'Give me a link, a text or a file.');
  const extra = more[0];
  if (extra !== undefined)
    return fault(extra.field, 'One thing at a time: a link, a text or a file.');
  if ('fault' in first) return fault(first.field, first.fault);
  const context: unknown = JSON.parse(textAt(payload, 'view', 'private_metadata') || '{}');
  const caller = { ...parseCaller(context), user: textAt(payload, 'user', 'id') };
  const isPrivate = listAt(values, FIELDS.audience, FIELD_ACTION, 'selected_options').length > 0;
  const length = LENGTHS.find((one) => one === chosen(values, FIELDS.length));
  const quotes = chosen(values, FIELDS.quotes);
  const request: SummarizeRequest = {
    kind: 'summarize',
    ...askedOf(caller, isPrivate),
    id: `view:${textAt(payload, 'view', 'id')}`,
    sources: first.sources,
    ...(length === undefined ? {} : { length }),
    ...(quotes === '' ? {} : { maxQuotes: Number(quotes) }),
  };
  return { kind: 'request', request };
}

type Given = { readonly field: string } & (
  { readonly sources: readonly Source[] } | { readonly fault: string }
);

function readGiven(values: unknown): readonly Given[] {
  const link = textAt(values, FIELDS.link, FIELD_ACTION, 'value').trim();
  const text = textAt(values, FIELDS.text, FIELD_ACTION, 'value').trim();
  const files = readFiles(fieldAt(values, FIELDS.file, FIELD_ACTION, 'files'));
  const given: Given[] = [];
  if (link !== '') given.push({ field: FIELDS.link, ...readLink(link) });
  if (text !== '') given.push({ field: FIELDS.text, sources: [{ kind: 'text', text }] });
  if (files.length > 0)
    given.push({ field: FIELDS.file, sources: files.map((file) => ({ kind: 'file', file })) });
  return given;
}

function readLink(link: string) {
  const sources = readTypedSources(link);
  return sources.every((source) => source.kind === 'link')
    ? { sources }
    : { fault: 'That is no link that I can open; give me one that begins with https://.' };
}

function chosen(values: unknown, field: string): string {
  return textAt(values, field, FIELD_ACTION, 'selected_option', 'value');
}

function fault(field: string, sentence: string): FormReading {
  return { kind: 'faults', faults: { [field]: sentence } };
}
