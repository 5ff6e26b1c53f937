import { isJson } from '../json.ts';
import type { FaultList } from './faults-list.ts';

export interface TextRule {
  readonly max: number;
  /** Slack says of each place whether it takes mrkdwn. */
  readonly plainOnly?: boolean;
  readonly isRequired?: boolean;
}

/** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export function checkTextObject(
  faults: FaultList,
  at: string,
  { value, rule }: { readonly value: unknown; readonly rule: TextRule },
): void {
  if (value === undefined) {
    if (rule.isRequired === true) faults.add(at, 'missing required field: text');
    return;
  }
  if (!isJson(value)) {
    faults.add(at, 'must provide an object');
    return;
  }
  const type = value['type'];
  if (type !== 'plain_text' && (type !== 'mrkdwn' || rule.plainOnly === true)) {
    faults.add(`${at}/type`, `unsupported type: ${String(type)}`);
  }
  faults.onlyKeys(at, value, type === 'mrkdwn' ? 'type text verbatim' : 'type text emoji');
  const text = value['text'];
  if (typeof text !== 'string' || text.length === 0) {
    faults.add(`${at}/text`, 'must be more than 0 characters');
    return;
  }
  faults.maxChars(`${at}/text`, text, rule.max);
}
