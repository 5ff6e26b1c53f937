import { App, type HTTPReceiver, type SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../../ports/log.ts';
import {
  DIGEST_COMMAND,
  HOUSE_COMMAND,
  SHORTCUT_ID,
  SUMMARIZE_COMMAND,
} from '../doctor/slack-manifest.ts';
import { CHANGE_ACTION, OUR_ACTIONS } from '../read/read-click.ts';
import { DIGEST_FORM_ID } from '../render/render-digest-form.ts';
import { FORM_ID } from '../render/render-form.ts';
import { clientOptionsOf } from '../send/slack-api.ts';
import type { BoltLogger } from './bolt-logger.ts';
import type { Intake } from './create-intake.ts';

export interface BoltParts {
  readonly token: string;
  readonly apiUrl?: string;
  readonly receiver: HTTPReceiver | SocketModeReceiver;
  /** As `auth.test` told it. */
  readonly botId: string;
  readonly botUserId: string;
  readonly logger: BoltLogger;
  readonly log: Log;
  readonly intake: Intake;
}

/**
 * Makes the Bolt app. Bolt acknowledges events before any listener runs: they are taken where the receiver hands them
 * over, and passed on once they are written down. Everything else is acknowledged by its listener.
 */
export function startBolt(parts: BoltParts): void {
  const { token, receiver, botId, botUserId, logger, log, intake } = parts;
  const app = new App({
    token,
    botId,
    botUserId,
    receiver,
    logger,
    convoStore: false,
    ignoreSelf: false,
    clientOptions: clientOptionsOf(parts),
  });
  const processEvent = app.processEvent.bind(app);
  app.processEvent = (event) =>
    intake.run(async () => {
      if ('event' in event.body) await intake.takeEvent(event.body);
      await processEvent(event);
    });
  app.error((error) => {
    log.error({ error: `${error.name}: ${error.message}` }, 'Bolt failed over an event');
    return Promise.resolve();
  });
  app.command(SUMMARIZE_COMMAND, ({ body, ack }) => intake.takeSummarize(body, ack));
  app.command(HOUSE_COMMAND, ({ body, ack }) => intake.takeHouse(body, ack));
  app.command(DIGEST_COMMAND, ({ body, ack }) => intake.takeDigest(body, ack));
  app.shortcut(SHORTCUT_ID, ({ body, ack }) => intake.takeShortcut(body, () => ack()));
  app.action(OUR_ACTIONS, ({ body, ack }) => intake.takeClick(body, () => ack()));
  app.action(CHANGE_ACTION, ({ body, ack }) => intake.takeChange(body, () => ack()));
  app.view(FORM_ID, ({ body, ack }) =>
    intake.takeForm(body, (faults) => (faults === undefined ? ack() : ack(refusal(faults)))),
  );
  app.view(DIGEST_FORM_ID, ({ body, ack }) =>
    intake.takeDigestForm(body, (faults) => (faults === undefined ? ack() : ack(refusal(faults)))),
  );
}

/** The form stays, and what is wrong stands below its fields. */
function refusal(faults: Readonly<Record<string, string>>) {
  return { response_action: 'errors' as const, errors: { ...faults } };
}
