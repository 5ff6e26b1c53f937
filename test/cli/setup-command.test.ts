import { describe, expect, it } from '@jest/globals';
import { discordInvite, findApplicationId } from '../../src/cli/discord-invite.ts';
import { run } from './run.ts';

const ID = '1122334455667788990';
const TOKEN = `${Buffer.from(ID).toString('base64url')}.Gquay0.tide-and-mooring`;

const SERVER_LINK = `https://discord.com/oauth2/authorize?client_id=${ID}&integration_type=0&permissions=309237730304&scope=bot+applications.commands`;
const USER_LINK = `https://discord.com/oauth2/authorize?client_id=${ID}&integration_type=1&scope=applications.commands`;

describe('discordInvite', () => {
  it('asks for the least permissions', () => {
    expect(discordInvite(ID)).toEqual({ server: SERVER_LINK, user: USER_LINK });
  });
});

describe('findApplicationId', () => {
  it('reads the id in a token', () => {
    expect(findApplicationId(TOKEN)).toBe(ID);
  });

  it.each(['', '.', 'quay.side', 'MTIz.a.b', Buffer.from('1'.repeat(40)).toString('base64')])(
    'finds none in “%s”',
    (token) => {
      expect(findApplicationId(token)).toBeUndefined();
    },
  );
});

describe('nutgraf setup discord', () => {
  it('prints the steps and both links for the application of the token, whatever else is wrong', async () => {
    const env = { DISCORD_TOKEN: TOKEN, PORT: 'harbour' };
    const { exitCode, out, err } = await run(['setup', 'discord'], { env });
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(out).toContain(`${SERVER_LINK}\n`);
    expect(out).toContain(`${USER_LINK}\n`);
    expect(out).not.toContain(TOKEN);
    expect(out.match(/^\d+(?=\. )/gmu)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  it('prints the links for the application that is named', async () => {
    const env = { DISCORD_TOKEN: TOKEN };
    const argv = ['setup', 'discord', '--application-id', '998877665544332211'];
    const { out } = await run(argv, { env });
    expect(out).toContain('client_id=998877665544332211&');
    expect(out).not.toContain(ID);
  });

  it.each([{}, { DISCORD_TOKEN: 'no-id-in-it' }])(
    'prints the steps and how to come by the links with %j',
    async (env) => {
      const { exitCode, out } = await run(['setup', 'discord'], { env });
      expect(exitCode).toBe(0);
      expect(out).toContain('--application-id');
      expect(out).not.toContain('client_id');
    },
  );
});

describe('nutgraf setup slack', () => {
  it('prints the steps and the manifest for Socket Mode', async () => {
    const { exitCode, out, err } = await run(['setup', 'slack']);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(out.match(/^\d+(?=\. )/gmu)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(out).toContain('SLACK_APP_TOKEN');
    const manifest: unknown = JSON.parse(out.slice(out.indexOf('\n{')));
    expect(manifest).toMatchObject({ settings: { socket_mode_enabled: true } });
  });

  it.each([
    ['https://nutgraf.example.org', 'https://nutgraf.example.org/slack/events'],
    ['https://quay.example/bots/', 'https://quay.example/bots/slack/events'],
    ['https://quay.example/slack/events', 'https://quay.example/slack/events'],
  ])('prints the steps and the manifest for HTTP at %s', async (url, events) => {
    const { out } = await run(['setup', 'slack', '--url', url]);
    expect(out.match(/^\d+(?=\. )/gmu)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(out).toContain('SLACK_SIGNING_SECRET');
    const manifest: unknown = JSON.parse(out.slice(out.indexOf('\n{')));
    expect(manifest).toMatchObject({
      settings: { socket_mode_enabled: false, event_subscriptions: { request_url: events } },
    });
  });

  it('prints the manifest alone', async () => {
    const { out } = await run(['setup', 'slack', '--manifest']);
    expect(JSON.parse(out)).toHaveProperty('display_information.name', 'Nutgraf');
  });
});

describe('nutgraf setup', () => {
  it.each([
    ['setup', 'nutgraf setup discord'],
    ['setup telegraph', 'telegraph'],
    ['setup discord --application-id quay', 'It must be a number of 15 to 22 digits.'],
    ['setup slack --url http://quay.example', 'It must be an address such as https://'],
    ['setup slack --url quay', 'It must be an address such as https://'],
    ['doctor now', 'too many arguments'],
  ])('calls “%s” wrong usage and says what is meant', async (argv, sentence) => {
    const { exitCode, out, err } = await run(argv.split(' '));
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toContain(sentence);
  });
});
