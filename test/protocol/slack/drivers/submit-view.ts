import type { Hub } from '../hub.ts';
import { isJson, listOf, textOf, without, type Json } from '../json.ts';
import type { Delivery } from '../transport.ts';
import { checkedView, pushView, renderView, updateView } from '../web-api/views.ts';
import type { OpenView } from '../world.ts';
import { renderActor, responseUrlFor } from './interaction.ts';
import { fillView, type Filled } from './view-state.ts';

export interface Submitted {
  readonly delivery: Delivery;
  /** What stands below fields after the app refused them, by block id. */
  readonly errors: Readonly<Record<string, string>>;
  /** What the person has before them now, if anything. */
  readonly shown: OpenView | undefined;
}

/** Somebody hands a form in: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export async function submitView(hub: Hub, view: OpenView, filled: Filled): Promise<Submitted> {
  const open = hub.world.views.get(view.id);
  if (!open) throw new Error(`the view ${view.id} is closed`);
  const values = fillView(hub, open, filled);
  const payload = {
    ...renderActor(hub, open.user),
    type: 'view_submission',
    view: { ...renderView(open), state: { values } },
    response_urls: responseUrls(hub, open, values),
  };
  const delivery = await hub.events.send({ kind: 'interactive', payload });
  const { ack } = delivery;
  // Without an acknowledgement the form stays, with Slack's own "trouble connecting" above it.
  if (ack?.state !== 'acknowledged') return { delivery, errors: {}, shown: open };
  return { delivery, ...respond(hub, open, ack.body) };
}

/** Somebody closes a form; the app hears of it where it asked to. */
export async function closeView(hub: Hub, view: OpenView): Promise<Delivery | undefined> {
  const open = hub.world.views.get(view.id);
  if (!open) throw new Error(`the view ${view.id} is closed`);
  hub.world.views.delete(open.id);
  hub.changed();
  if (open.view['notify_on_close'] !== true) return undefined;
  const actor = without(renderActor(hub, open.user), 'trigger_id');
  const payload = { ...actor, type: 'view_closed', view: renderView(open), is_cleared: false };
  return hub.events.send({ kind: 'interactive', payload });
}

/** https://docs.slack.dev/surfaces/modals#updating_response */
function respond(hub: Hub, open: OpenView, body: unknown): Omit<Submitted, 'delivery'> {
  const action = isJson(body) ? body['response_action'] : undefined;
  const given = isJson(body) ? body['view'] : undefined;
  if (action === 'errors') return { errors: readErrors(hub, open, body as Json), shown: open };
  if (action === 'update') {
    const view = checkedView(hub, given, 'ack');
    return { errors: {}, shown: updateView(hub, open, view) };
  }
  if (action === 'push') {
    return { errors: {}, shown: pushView(hub, open, checkedView(hub, given, 'ack')) };
  }
  if (action === undefined && body !== undefined && body !== '') {
    hub.records.violations.push({
      where: 'ack',
      what: 'a view submission answered with no action',
    });
  }
  const isCleared = action === 'clear';
  for (const one of [...hub.world.views.values()]) {
    if (one.id === open.id || (isCleared && one.rootId === open.rootId))
      hub.world.views.delete(one.id);
  }
  hub.changed();
  return { errors: {}, shown: hub.world.views.get(open.previousId ?? '') };
}

function readErrors(hub: Hub, { view }: OpenView, body: Json): Readonly<Record<string, string>> {
  const errors = isJson(body['errors']) ? body['errors'] : {};
  const inputs = listOf(view, 'blocks').filter((one) => textOf(one, 'type') === 'input');
  const known = new Set(inputs.map((block) => textOf(block, 'block_id')));
  const unknown = Object.keys(errors).filter((id) => !known.has(id));
  if (unknown.length > 0 || Object.keys(errors).length === 0) {
    const what = `errors for what is no input block: ${unknown.join(', ') || 'none at all'}`;
    hub.records.violations.push({ where: 'ack', what });
  }
  return Object.fromEntries(Object.entries(errors).map(([id, error]) => [id, String(error)]));
}

function responseUrls(hub: Hub, open: OpenView, values: Json): readonly Json[] {
  return listOf(open.view, 'blocks')
    .filter(isJson)
    .flatMap((block) => {
      const element = isJson(block['element']) ? block['element'] : {};
      if (element['response_url_enabled'] !== true) return [];
      const block_id = textOf(block, 'block_id');
      const action_id = textOf(element, 'action_id');
      const state = isJson(values[block_id]) ? values[block_id][action_id] : undefined;
      const channel_id =
        textOf(state, 'selected_conversation') || textOf(state, 'selected_channel');
      if (channel_id === '') return [];
      const response_url = responseUrlFor(hub, { channel: channel_id, user: open.user });
      return [{ block_id, action_id, channel_id, response_url }];
    });
}
