import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LoadedBotConfig } from '../../src/config/bot-config.ts';
import { loadBotConfig } from '../../src/config/load-bot-config.ts';
import { secretsOf } from '../../src/config/secrets-of.ts';
import { makeFolder } from '../cli/temp-folder.ts';

type Variables = Readonly<Record<string, string>>;

const discord = { DISCORD_TOKEN: 'MTEyMjMzNDQ1NTY2Nzc4ODk5MA.Gquay0.tide-and-mooring' };
const socket = { SLACK_BOT_TOKEN: 'xoxb-11-quay', SLACK_APP_TOKEN: 'xapp-1-A1-quay' };
const http = { SLACK_BOT_TOKEN: 'xoxb-11-quay', SLACK_SIGNING_SECRET: 'c0ffee', PORT: '3000' };

function load(env: Variables, yaml = ''): LoadedBotConfig & { readonly cwd: string } {
  const folder = makeFolder({ 'mine.yaml': yaml });
  try {
    const surroundings = { env: { NUTGRAF_CONFIG: 'mine.yaml', ...env }, cwd: folder.path };
    return { ...loadBotConfig(surroundings), cwd: folder.path };
  } finally {
    folder.remove();
  }
}

function sentences(env: Variables, yaml = ''): readonly string[] {
  const loaded = load(env, yaml);
  return loaded.status === 'faulty' ? loaded.faults.map(({ sentence }) => sentence) : [];
}

describe('loadBotConfig', () => {
  it('needs no more than a token of Discord', () => {
    const loaded = load(discord);
    const path = join(loaded.cwd, 'data/nutgraf.db');
    expect(loaded).toMatchObject({
      status: 'valid',
      config: {
        discord: { token: discord.DISCORD_TOKEN, messageContent: false },
        server: {},
        database: { path, url: pathToFileURL(path).href },
        log: { level: 'info' },
        engine: { maxWaiting: 100 },
        bot: {
          name: 'Nutgraf',
          blockedSites: [],
          allowedChannels: [],
          limits: { perPersonAnHour: 30, perPlaceADay: 500, waitingPerPerson: 5, waiting: 200 },
          keep: {
            articlesMs: 30 * 86_400_000,
            textsMs: 7 * 86_400_000,
            privateAnswersMs: 86_400_000,
          },
          freshMs: 3_600_000,
          graceMs: 20_000,
        },
      },
    });
    expect(loaded).not.toHaveProperty('config.slack');
  });

  it.each([
    ['a socket', socket, { kind: 'socket', appToken: 'xapp-1-A1-quay' }],
    ['HTTP', http, { kind: 'http', signingSecret: 'c0ffee' }],
    ['both', { ...http, ...socket }, { kind: 'socket', appToken: 'xapp-1-A1-quay' }],
  ])('reaches Slack over %s', (_name, env, mode) => {
    expect(load(env)).toMatchObject({ config: { slack: { botToken: 'xoxb-11-quay', mode } } });
  });

  it('takes addresses, the intent, the port, the database and the log from the environment', () => {
    const loaded = load({
      ...discord,
      ...socket,
      DISCORD_MESSAGE_CONTENT: 'True',
      DISCORD_API_URL: 'http://127.0.0.1:8080/api/',
      SLACK_API_URL: 'http://127.0.0.1:8081/api/',
      PORT: '0',
      DATABASE_URL: 'file:///srv/quay%20side.db',
      LOG_LEVEL: 'WARN',
    });
    expect(loaded).toMatchObject({
      config: {
        discord: { messageContent: true, apiUrl: 'http://127.0.0.1:8080/api' },
        slack: { apiUrl: 'http://127.0.0.1:8081/api' },
        server: { port: 0 },
        database: { path: '/srv/quay side.db', url: 'file:///srv/quay%20side.db' },
        log: { level: 'warn' },
      },
    });
  });

  it.each(['kept/quay.db', './kept/quay.db', 'file:kept/quay.db', 'sqlite:kept/quay.db'])(
    'puts the database %s into the working folder',
    (url) => {
      const loaded = load({ ...discord, DATABASE_URL: url });
      const path = join(loaded.cwd, 'kept/quay.db');
      expect(loaded).toMatchObject({ config: { database: { path } } });
    },
  );

  it('finds the file of digests where it usually is, or where it is said to be', () => {
    const usual = load(discord);
    expect(usual).toHaveProperty('config.digestFile', {
      path: join(usual.cwd, 'config/digests.yaml'),
      name: 'config/digests.yaml',
    });
    const own = load({ ...discord, NUTGRAF_DIGESTS: 'mine.yaml' });
    expect(own).toHaveProperty('config.digestFile', {
      path: join(own.cwd, 'mine.yaml'),
      name: 'mine.yaml',
    });
  });

  it('says what is needed where nothing is set', () => {
    expect(sentences({ DISCORD_TOKEN: ' ', PLAYGROUND: 'false' })).toEqual([
      'DISCORD_TOKEN and SLACK_BOT_TOKEN: neither is set and PLAYGROUND is false, and the bot needs one of them in .env; “nutgraf setup discord” and “nutgraf setup slack” say step by step where it comes from',
    ]);
  });

  it('tells everything that is wrong at once, from the environment and from files', () => {
    const env = {
      DISCORD_TOKEN: '1122334455667788990',
      DISCORD_MESSAGE_CONTENT: 'maybe',
      DISCORD_API_URL: 'https://quay.example/api/v10',
      SLACK_APP_TOKEN: 'xoxb-11',
      SLACK_API_URL: 'quay.example',
      PORT: 'harbour',
      DATABASE_URL: 'postgres://me:password@quay.example/nutgraf',
      LOG_LEVEL: 'loud',
      NUTGRAF_ALLOW_PRIVATE_HOSTS: 'quay',
    };
    const yaml = [
      'fetch:\n  maxRedirects: many\nbot:\n  blockedSites:\n    - ledger.example\n    - http://quay.example/',
      '  allowedChannels: [1122334455667788990, "#harbour"]\n  limits:\n    waiting: -1\n  tides: 2\n',
    ].join('\n');
    expect(sentences(env, yaml).map((one) => one.slice(0, 60))).toEqual([
      'DISCORD_TOKEN: is an id and no token; copy the token from ht',
      'DISCORD_API_URL: must stand without the version at its end, ',
      'DISCORD_MESSAGE_CONTENT: must be true or false; true only wh',
      'SLACK_BOT_TOKEN: is not set; put there the Bot User OAuth To',
      'SLACK_APP_TOKEN: is the bot token, which belongs into SLACK_',
      'SLACK_API_URL: must be an address that begins with https:// ',
      'PORT: must be a whole number from 0 to 65535, such as 3000',
      'DATABASE_URL: must be a file for SQLite, such as file:data/n',
      'LOG_LEVEL: must be one of debug, info, warn, error, silent',
      'NUTGRAF_ALLOW_PRIVATE_HOSTS: “quay” must be a host and its p',
      'mine.yaml, line 2: fetch.maxRedirects must be a whole number',
      'mine.yaml, line 6: bot.blockedSites.1 must be the name of a ',
      'mine.yaml, line 7: bot.allowedChannels.0 must be a channel’s',
      'mine.yaml, line 7: bot.allowedChannels.1 must be a channel’s',
      'mine.yaml, line 9: bot.limits.waiting must be a whole number',
      'mine.yaml, line 10: there is no setting bot.tides',
    ]);
  });

  it.each([
    [{ DISCORD_TOKEN: 'Bot abc.def.ghi' }, 'DISCORD_TOKEN: must be the token alone, without “Bot”'],
    [{ DISCORD_TOKEN: 'abc .def' }, 'DISCORD_TOKEN: has a space in it'],
    [{ DISCORD_TOKEN: 'ab'.repeat(32) }, 'DISCORD_TOKEN: is the application’s public key'],
    [{ DISCORD_TOKEN: 'xoxb-1' }, 'DISCORD_TOKEN: is a token of Slack’s'],
    [{ ...discord, DISCORD_API_URL: 'https://a.example/?b' }, 'DISCORD_API_URL: must end with'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN: is not set'],
    [{ ...socket, SLACK_BOT_TOKEN: 'xoxp-1' }, 'SLACK_BOT_TOKEN: must begin with xoxb-'],
    [{ ...socket, SLACK_BOT_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN: is the app-level token'],
    [{ ...socket, SLACK_APP_TOKEN: 'quay' }, 'SLACK_APP_TOKEN: must begin with xapp-'],
    [{ ...socket, DISCORD_MESSAGE_CONTENT: 'yes' }, 'DISCORD_MESSAGE_CONTENT: must be true or'],
    [{ ...socket, DISCORD_API_URL: 'quay' }, 'DISCORD_API_URL: must be an address'],
    [{ ...discord, SLACK_API_URL: 'quay' }, 'SLACK_API_URL: must be an address'],
    [{ ...http, SLACK_SIGNING_SECRET: 'xapp-1' }, 'SLACK_SIGNING_SECRET: is no signing secret'],
    [{ ...http, PORT: '' }, 'PORT: must be set when Slack sends its events over HTTP'],
    [{ ...http, PORT: '65536' }, 'PORT: must be a whole number'],
    [{ ...discord, PORT: '80.5' }, 'PORT: must be a whole number'],
    [{ ...discord, NUTGRAF_DIGESTS: 'no.yaml' }, 'NUTGRAF_DIGESTS: no.yaml is not there'],
    [{ ...discord, DATABASE_URL: ':memory:' }, 'DATABASE_URL: must be a file'],
    [{ ...discord, DATABASE_URL: 'file://quay.example/x.db' }, 'DATABASE_URL: must be a file'],
    [{ ...discord, DATABASE_URL: 'file:///srv/%2Fx.db' }, 'DATABASE_URL: must be a file'],
  ])('finds what is wrong with %j and nothing else', (env, beginning) => {
    const found = sentences(env);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${RegExp.escape(beginning)}`, 'u'));
  });

  it('says for each fault what does not work until then', () => {
    const loaded = load({ ...discord, SLACK_BOT_TOKEN: 'xoxb-1' });
    expect(loaded).toMatchObject({ faults: [{ without: 'everything on Slack' }] });
  });

  it('keeps what is right beside what is wrong', () => {
    const { sound } = load(
      { ...discord, SLACK_BOT_TOKEN: 'xoxb-1' },
      'bot:\n  graceMs: 20001\n',
    ) as {
      readonly sound?: object;
    };
    expect(sound).toMatchObject({ discord: {}, database: {}, engine: {} });
    expect(sound).not.toHaveProperty('slack');
    expect(sound).not.toHaveProperty('bot');
  });

  it('does without what only the other platform would need', () => {
    const unused = { DISCORD_MESSAGE_CONTENT: 'true', DISCORD_API_URL: 'https://quay.example/api' };
    const loaded = load({ ...socket, ...unused });
    expect(loaded.status).toBe('valid');
    expect(loaded).not.toHaveProperty('config.discord');
  });

  it('knows a good token beside a wrong word for the intent', () => {
    const loaded = load({ ...discord, DISCORD_MESSAGE_CONTENT: 'maybe' });
    expect(loaded).toMatchObject({
      status: 'faulty',
      sound: { discord: { token: discord.DISCORD_TOKEN, messageContent: false } },
    });
  });

  it('lifts limits', () => {
    const yaml =
      'bot:\n  limits:\n    requestsPerPersonAnHour: none\n    requestsPerPlaceADay: 0\n    waitingPerPerson: none\n    waiting: 0\n';
    expect(load(discord, yaml)).toHaveProperty('config.bot.limits', {
      waiting: Infinity,
      waitingPerPerson: Infinity,
    });
  });

  it('takes sites as people write them', () => {
    const yaml =
      'bot:\n  blockedSites: [Ledger.Example, "*.quay.example", .tide.example, bücher.example]\n';
    expect(load(discord, yaml)).toHaveProperty('config.bot.blockedSites', [
      'ledger.example',
      'quay.example',
      'tide.example',
      'xn--bcher-kva.example',
    ]);
  });

  it('takes the ids of channels on both platforms', () => {
    const yaml = 'bot:\n  allowedChannels: ["1122334455667788990", C0123ABCD]\n';
    expect(load(discord, yaml)).toHaveProperty('config.bot.allowedChannels', [
      '1122334455667788990',
      'C0123ABCD',
    ]);
  });

  it('never tells a secret, whatever stands there', () => {
    const secret = fc
      .tuple(fc.constantFrom('', 'Bot ', 'xoxb-', 'xapp-', 'xoxp-', 'https://'), fc.uuid())
      .map(([prefix, rest]) => ({ value: `${prefix}${rest}`, rest }));
    const names = [
      'DISCORD_TOKEN',
      'DISCORD_API_URL',
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'SLACK_SIGNING_SECRET',
      'SLACK_API_URL',
      'DATABASE_URL',
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), secret), (given) => {
        const env = Object.fromEntries(
          Object.entries(given).map(([name, { value }]) => [name, value]),
        );
        const told = sentences(env).join('\n');
        for (const { rest } of Object.values(given)) expect(told).not.toContain(rest);
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});

describe('secretsOf', () => {
  it('knows tokens, secrets and passwords of proxies', () => {
    const loaded = load({ ...discord, ...http, HTTPS_PROXY: 'http://me:p%40ss@quay.example:1' });
    expect(loaded.status === 'valid' ? secretsOf(loaded.config) : []).toEqual([
      discord.DISCORD_TOKEN,
      'xoxb-11-quay',
      'c0ffee',
      'p%40ss',
    ]);
  });
});
