import type { Hub } from './hub.ts';
import { textOf, type Json } from './json.ts';
import { reviewPost } from './limits/review-post.ts';
import { tellDeleted, tellEdited, tellPosted } from './message-events.ts';
import { contentOf, postMessage } from './post-message.ts';
import type { ResponseTarget } from './response-urls.ts';
import { findMessage, replaceMessage, type SlackMessage } from './world.ts';

export interface HookAnswer {
  readonly status: number;
  readonly text: string;
}

/** Carries out what the app sent to a response URL. Slack says `ok` and never which message it became. */
export function answerResponseUrl(hub: Hub, path: string, body: Json): HookAnswer {
  const target = hub.responseUrls.use(path);
  const where = 'response_url';
  if ('error' in target) {
    hub.records.violations.push({ where, what: target.error });
    return { status: 404, text: JSON.stringify({ ok: false, error: target.error }) };
  }
  if (body['delete_original'] === true) return deleteOriginal(hub, target);
  const refusal = reviewPost(hub, where, body);
  if (refusal) return { status: refusal.error === 'no_text' ? 500 : 400, text: refusal.error };
  if (body['replace_original'] === true && target.originalTs !== undefined) {
    return replaceOriginal(hub, target, body);
  }
  showResponse(hub, target, body);
  return { status: 200, text: 'ok' };
}

/** Posts a response for all or, unless it says otherwise, for the one who asked. */
export function showResponse(hub: Hub, target: ResponseTarget, body: Json): void {
  const isForAll = body['response_type'] === 'in_channel';
  const threadTs = textOf(body, 'thread_ts');
  const message = postMessage(
    hub,
    {
      channel: target.channel,
      viaResponseUrl: true,
      ...(threadTs === '' ? {} : { threadTs }),
      ...(isForAll ? {} : { onlyFor: target.user }),
    },
    body,
  );
  void tellPosted(hub, message);
}

function deleteOriginal(hub: Hub, target: ResponseTarget): HookAnswer {
  const original = findMessage(hub.world, target.channel, target.originalTs ?? '');
  if (!original) return { status: 404, text: 'message_not_found' };
  replaceMessage(hub.world, original, undefined);
  hub.changed();
  void tellDeleted(hub, original);
  return { status: 200, text: 'ok' };
}

function replaceOriginal(hub: Hub, target: ResponseTarget, body: Json): HookAnswer {
  const original = findMessage(hub.world, target.channel, target.originalTs ?? '');
  if (!original) return { status: 404, text: 'message_not_found' };
  const edited = { user: original.user ?? '', ts: hub.ids.ts() };
  const bare = { ...original };
  delete bare.blocks;
  delete bare.attachments;
  const now: SlackMessage = { ...bare, ...contentOf(hub, body), edited };
  replaceMessage(hub.world, original, now);
  hub.changed();
  void tellEdited(hub, now, original);
  return { status: 200, text: 'ok' };
}
