import { describe, expect, it } from '@jest/globals';
import { slackManifest } from '../../../../src/platforms/slack/doctor/slack-manifest.ts';

describe('the manifest of the Slack app', () => {
  it('has everything that the bot needs, and nothing more', () => {
    const { features, oauth_config, settings } = slackManifest({ kind: 'socket' }) as Record<string, never>; // prettier-ignore
    expect(features).toMatchObject({
      app_home: { messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      shortcuts: [{ name: 'Summarize', type: 'message', callback_id: 'summarize_message' }],
      slash_commands: [
        { command: '/summarize', should_escape: false },
        { command: '/digest', should_escape: false },
        { command: '/nutgraf', should_escape: false },
      ],
    });
    expect(oauth_config).toEqual({
      scopes: {
        bot: 'commands chat:write app_mentions:read im:history files:read channels:history groups:history channels:read groups:read users:read im:write'.split(' '), // prettier-ignore
      },
    });
    expect(settings).toMatchObject({ interactivity: { is_enabled: true }, socket_mode_enabled: true }); // prettier-ignore
    expect(JSON.stringify(settings)).not.toContain('url');
  });

  it('says over HTTP where everything goes', () => {
    const requestUrl = 'https://bot.example.org/slack/events';
    const manifest = slackManifest({ kind: 'http', requestUrl });
    expect(manifest).toMatchObject({
      features: { slash_commands: [{ url: requestUrl }, { url: requestUrl }, { url: requestUrl }] },
      settings: {
        event_subscriptions: { request_url: requestUrl },
        interactivity: { request_url: requestUrl },
        socket_mode_enabled: false,
      },
    });
  });

  it('keeps the lengths that Slack allows', () => {
    const manifest = slackManifest({ kind: 'socket' }) as unknown as {
      display_information: { name: string; description: string };
      features: {
        shortcuts: { name: string; description: string }[];
        slash_commands: { description: string; usage_hint: string }[];
      };
    };
    const { display_information, features } = manifest;
    expect(display_information.name.length).toBeLessThanOrEqual(35);
    expect(display_information.description.length).toBeLessThanOrEqual(140);
    for (const { name, description } of features.shortcuts) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
    for (const { description, usage_hint } of features.slash_commands) {
      expect(description.length).toBeLessThanOrEqual(2000);
      expect(usage_hint.length).toBeLessThanOrEqual(1000);
    }
  });
});
