import type { Hub } from '../hub.ts';
import { identity } from '../identity.ts';
import { isJson, listOf, textOf, type Json } from '../json.ts';
import { checkView } from '../limits/check-view.ts';
import { nameBlocks } from '../post-message.ts';
import type { OpenView } from '../world.ts';
import { needScope, SlackRefusal, type Methods } from './method.ts';

/** So many views may lie on each other: https://docs.slack.dev/surfaces/modals */
const maxStack = 3;

export const viewsMethods: Methods = {
  'views.open': {
    scopes: [],
    run(hub, args) {
      const view = checkedView(hub, args['view'], 'views.open');
      const { user } = exchange(hub, args);
      return { view: renderView(openView(hub, { user, view })) };
    },
  },
  'views.push': {
    scopes: [],
    run(hub, args) {
      const view = checkedView(hub, args['view'], 'views.push');
      const { user } = exchange(hub, args);
      const top = topView(hub, user);
      if (!top) throw new SlackRefusal('not_found');
      return { view: renderView(pushView(hub, top, view)) };
    },
  },
  'views.update': {
    scopes: [],
    run(hub, args) {
      const view = checkedView(hub, args['view'], 'views.update');
      const named = textOf(args, 'external_id');
      const old =
        hub.world.views.get(textOf(args, 'view_id')) ??
        [...hub.world.views.values()].find(
          (one) => named !== '' && one.view['external_id'] === named,
        );
      if (!old) throw new SlackRefusal('not_found');
      const hash = args['hash'];
      if (hash !== undefined && hash !== old.hash) throw new SlackRefusal('hash_conflict');
      return { view: renderView(updateView(hub, old, view)) };
    },
  },
};

function exchange(hub: Hub, args: Json): { readonly user: string } {
  const result = hub.triggers.exchange(textOf(args, 'trigger_id'));
  if ('error' in result) {
    hub.records.violations.push({ where: 'views', what: result.error });
    throw new SlackRefusal(result.error);
  }
  return result;
}

/** A view within all limits; one with a file field needs `files:read`. */
export function checkedView(hub: Hub, view: unknown, where: string): Json {
  const refusal = checkView(view);
  if (refusal || !isJson(view)) {
    const messages = refusal?.messages ?? [];
    const error = refusal?.error ?? 'invalid_arguments';
    hub.records.violations.push({ where, what: [error, ...messages].join(' ') });
    throw new SlackRefusal(error, { response_metadata: { messages } });
  }
  const takesFiles = listOf(view, 'blocks').some(
    (block) => isJson(block) && textOf(block['element'], 'type') === 'file_input',
  );
  if (takesFiles) needScope(hub, ['files:read']);
  return { ...view, blocks: nameBlocks(hub, listOf(view, 'blocks') as readonly Json[]) };
}

export function openView(
  hub: Hub,
  { user, view, below }: { readonly user: string; readonly view: Json; readonly below?: OpenView },
): OpenView {
  const id = hub.ids.next('V');
  const opened: OpenView = {
    id,
    user,
    view,
    hash: hub.ids.ts(),
    rootId: below?.rootId ?? id,
    ...(below ? { previousId: below.id } : {}),
  };
  hub.world.views.set(id, opened);
  hub.changed();
  return opened;
}

export function pushView(hub: Hub, top: OpenView, view: Json): OpenView {
  const stack = [...hub.world.views.values()].filter((one) => one.rootId === top.rootId);
  if (stack.length >= maxStack) throw new SlackRefusal('push_limit_reached');
  return openView(hub, { user: top.user, view, below: top });
}

export function updateView(hub: Hub, old: OpenView, view: Json): OpenView {
  const updated = { ...old, view, hash: hub.ids.ts() };
  hub.world.views.set(old.id, updated);
  hub.changed();
  return updated;
}

/** The view that a person has before them. */
export function topView(hub: Hub, user: string): OpenView | undefined {
  return [...hub.world.views.values()].filter((one) => one.user === user).at(-1);
}

/** https://docs.slack.dev/reference/views */
export function renderView({ id, hash, view, rootId, previousId }: OpenView): Json {
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    submit: null,
    close: null,
    clear_on_close: false,
    notify_on_close: false,
    state: { values: {} },
    ...view,
    id,
    hash,
    team_id: identity.teamId,
    root_view_id: rootId,
    previous_view_id: previousId ?? null,
    app_id: identity.appId,
    app_installed_team_id: identity.teamId,
    bot_id: identity.botId,
  };
}
