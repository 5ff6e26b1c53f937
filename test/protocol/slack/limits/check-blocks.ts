import { isJson, textOf, type Json } from '../json.ts';
import { checkElement, checkImage } from './check-element.ts';
import { checkTextObject } from './check-text-object.ts';
import { createFaultList, type FaultList } from './faults-list.ts';

export type Surface = 'message' | 'modal';

export interface Refusal {
  readonly error: string;
  readonly messages: readonly string[];
}

const maxBlocks = { message: 50, modal: 100 } as const;
const maxBlockIdChars = 255;
/** Slack names no number; posts were refused from about here on: slackapi/bolt-js issues 2509 and 2867. */
const maxCharsInAll = 11_000;

type Check = (faults: FaultList, at: string, block: Json) => void;

const checks: Readonly<Record<string, { readonly keys: string; readonly check: Check }>> = {
  section: { keys: 'text fields accessory expand', check: checkSection },
  header: {
    keys: 'text',
    check: (faults, at, { text }) =>
      checkTextObject(faults, `${at}/text`, {
        value: text,
        rule: { max: 150, plainOnly: true, isRequired: true },
      }),
  },
  divider: { keys: '', check: () => undefined },
  context: { keys: 'elements', check: checkContext },
  actions: { keys: 'elements', check: checkActions },
  image: { keys: 'image_url slack_file alt_text title', check: checkImage },
  input: { keys: 'label element hint optional dispatch_action', check: checkInput },
  rich_text: {
    keys: 'elements',
    check: (faults, at, { elements }) => faults.maxItems(`${at}/elements`, elements, Infinity),
  },
  markdown: {
    keys: 'text',
    check: (faults, at, { text }) => faults.maxChars(`${at}/text`, text, 12_000),
  },
};

/** What Slack would refuse of blocks, or nothing: https://docs.slack.dev/reference/block-kit/blocks */
export function checkBlocks(blocks: unknown, surface: Surface): Refusal | undefined {
  if (!Array.isArray(blocks)) {
    return { error: 'invalid_blocks_format', messages: ['[ERROR] must provide an array'] };
  }
  const faults = createFaultList();
  const max = maxBlocks[surface];
  if (blocks.length > max) faults.add('/blocks', `no more than ${max} items allowed`);
  if (surface === 'modal' && blocks.length === 0) {
    faults.add('/blocks', 'no less than 1 items allowed');
  }
  blocks.forEach((block: unknown, index) => checkBlock(faults, `/blocks/${index}`, block));
  checkUniqueIds(faults, blocks);
  if (faults.messages.length > 0) return { error: 'invalid_blocks', messages: faults.messages };
  if (surface === 'message' && countChars(blocks) > maxCharsInAll) {
    return { error: 'msg_blocks_too_long', messages: [] };
  }
  return undefined;
}

function checkBlock(faults: FaultList, at: string, block: unknown): void {
  if (!isJson(block)) {
    faults.add(at, 'must provide an object');
    return;
  }
  const rule = checks[String(block['type'])];
  if (!rule) {
    faults.add(`${at}/type`, `unsupported type: ${String(block['type'])}`);
    return;
  }
  faults.onlyKeys(at, block, `type block_id ${rule.keys}`);
  faults.maxChars(`${at}/block_id`, block['block_id'], maxBlockIdChars);
  rule.check(faults, at, block);
}

function checkUniqueIds(faults: FaultList, blocks: readonly unknown[]): void {
  const seen = new Set<string>();
  blocks.forEach((block, index) => {
    const id = textOf(block, 'block_id');
    if (id !== '' && seen.has(id)) {
      faults.add(`/blocks/${index}/block_id`, `block_id already exists: ${id}`);
    }
    seen.add(id);
  });
}

function checkSection(faults: FaultList, at: string, block: Json): void {
  const { text, fields, accessory } = block;
  if (fields === undefined && text === undefined) faults.add(at, 'missing required field: text');
  checkTextObject(faults, `${at}/text`, { value: text, rule: { max: 3000 } });
  if (fields !== undefined) faults.maxItems(`${at}/fields`, fields, 10);
  (Array.isArray(fields) ? fields : []).forEach((value: unknown, index) =>
    checkTextObject(faults, `${at}/fields/${index}`, {
      value,
      rule: { max: 2000, isRequired: true },
    }),
  );
  if (accessory === undefined) return;
  checkElement(faults, `${at}/accessory`, { element: accessory, within: 'section' });
}

function checkContext(faults: FaultList, at: string, { elements }: Json): void {
  faults.maxItems(`${at}/elements`, elements, 10);
  (Array.isArray(elements) ? elements : []).forEach((value: unknown, index) => {
    const place = `${at}/elements/${index}`;
    if (isJson(value) && value['type'] === 'image') {
      checkImage(faults, place, value);
      return;
    }
    checkTextObject(faults, place, { value, rule: { max: 3000, isRequired: true } });
  });
}

function checkActions(faults: FaultList, at: string, { elements }: Json): void {
  faults.maxItems(`${at}/elements`, elements, 25);
  const seen = new Set<string>();
  (Array.isArray(elements) ? elements : []).forEach((element: unknown, index) => {
    const place = `${at}/elements/${index}`;
    checkElement(faults, place, { element, within: 'actions' });
    const id = textOf(element, 'action_id');
    if (id !== '' && seen.has(id)) faults.add(place, `action_id already exists: ${id}`);
    seen.add(id);
  });
}

function checkInput(faults: FaultList, at: string, block: Json): void {
  const plain = { max: 2000, plainOnly: true };
  checkTextObject(faults, `${at}/label`, {
    value: block['label'],
    rule: { ...plain, isRequired: true },
  });
  checkTextObject(faults, `${at}/hint`, { value: block['hint'], rule: plain });
  checkElement(faults, `${at}/element`, { element: block['element'], within: 'input' });
}

/** All text that stands anywhere in blocks, in UTF-16 units; ids and values count too. */
function countChars(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + countChars(one), 0);
  if (!isJson(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, one]) => (key === 'type' ? sum : sum + countChars(one)),
    0,
  );
}
