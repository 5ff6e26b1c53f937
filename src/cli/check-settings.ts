import type { BotConfig, LoadedBotConfig } from '../config/bot-config.ts';
import type { Check } from '../ports/chat-platform.ts';

/** What `doctor` tells about the settings: each fault, or what is set up. */
export function checkSettings(loaded: LoadedBotConfig): readonly Check[] {
  const what = 'settings';
  if (loaded.status === 'valid') {
    return [{ what, outcome: { status: 'good', detail: summaryOf(loaded.config) } }];
  }
  return loaded.faults.map(({ sentence, without }) => ({
    what,
    outcome: { status: 'bad', mend: sentence, without },
  }));
}

function summaryOf({ discord, slack, playground, server }: BotConfig): string {
  const content = discord?.messageContent === true ? 'with' : 'without';
  const way = slack?.mode.kind === 'http' ? 'HTTP' : 'Socket Mode';
  return [
    ...(discord === undefined ? [] : [`Discord ${content} message content`]),
    ...(slack === undefined ? [] : [`Slack over ${way}`]),
    ...(playground === undefined ? [] : [`the playground at ${playground.host}`]),
    server.port === undefined ? 'no port' : `port ${server.port}`,
  ].join(', ');
}
