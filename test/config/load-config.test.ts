import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'dotenv';
import type { LoadedConfig } from '../../src/config/config.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { makeFolder } from '../cli/temp-folder.ts';

type Files = Readonly<Record<string, string>>;

function load(env: Readonly<Record<string, string>>, files: Files = {}): LoadedConfig {
  const folder = makeFolder(files);
  try {
    return loadConfig({ env, cwd: folder.path });
  } finally {
    folder.remove();
  }
}

function faults(loaded: LoadedConfig): readonly string[] {
  return loaded.status === 'faulty' ? loaded.faults : [];
}

describe('loadConfig', () => {
  it('has the limits of the project when nothing is said', () => {
    expect(load({})).toEqual({
      status: 'valid',
      config: {
        engine: { readingDeadlineMs: 10_000, maxWaiting: 100, idleMs: 10_000 },
        fetch: { connectMs: 10_000, totalMs: 20_000, maxBytes: 5_242_880, maxRedirects: 5 },
        files: { maxBytes: 5_242_880, maxPdfBytes: 20_971_520 },
        batch: { maxLineBytes: 12_582_912 },
        allowedPrivateHosts: [],
        proxy: {},
      },
    });
  });

  it('takes single settings from a file of one’s own', () => {
    const loaded = load(
      { NUTGRAF_CONFIG: 'mine.yaml' },
      { 'mine.yaml': 'engine:\n  workers: 3\n' },
    );
    expect(loaded).toMatchObject({ config: { engine: { workers: 3, readingDeadlineMs: 10_000 } } });
  });

  it('takes an empty file for no settings', () => {
    expect(load({ NUTGRAF_CONFIG: 'mine.yaml' }, { 'mine.yaml': '# later\n' }).status).toBe(
      'valid',
    );
  });

  it('reads hosts and proxies from the environment, the lower spelling first', () => {
    const loaded = load({
      NUTGRAF_ALLOW_PRIVATE_HOSTS: 'localhost:8080, [::1]:80,',
      HTTPS_PROXY: 'http://upper.example:1',
      https_proxy: 'http://lower.example:1',
      HTTP_PROXY: 'http://upper.example:2',
      no_proxy: '',
      NO_PROXY: '.quay.example',
    });
    expect(loaded).toMatchObject({
      config: {
        allowedPrivateHosts: ['localhost:8080', '[::1]:80'],
        proxy: {
          https: 'http://lower.example:1',
          http: 'http://upper.example:2',
          except: '.quay.example',
        },
      },
    });
  });

  it('reads .env in the working folder, and the environment goes before it', () => {
    const files = { '.env': 'HTTP_PROXY=http://file.example\nHTTPS_PROXY=http://file.example\n' };
    expect(load({ HTTP_PROXY: 'http://env.example' }, files)).toMatchObject({
      config: { proxy: { http: 'http://env.example', https: 'http://file.example' } },
    });
  });

  it('tells all faults at once, each with its place', () => {
    const yaml =
      'engine:\n  workers: lots\n  speed: 1\nfetch: 3\nfiles:\n  maxBytes: 1.5\nfoo: 2\n';
    const env = { NUTGRAF_CONFIG: 'mine.yaml', NUTGRAF_ALLOW_PRIVATE_HOSTS: 'localhost,a:99999' };
    expect(faults(load(env, { 'mine.yaml': yaml }))).toEqual([
      'NUTGRAF_ALLOW_PRIVATE_HOSTS: “localhost” must be a host and its port, such as localhost:8080',
      'NUTGRAF_ALLOW_PRIVATE_HOSTS: “a:99999” must be a host and its port, such as localhost:8080',
      'mine.yaml, line 2: engine.workers must be auto or a whole number from 1 to 64',
      'mine.yaml, line 3: there is no setting engine.speed',
      'mine.yaml, line 4: fetch must be a list of settings',
      'mine.yaml, line 6: files.maxBytes must be a whole number from 1 to 104857600',
      'mine.yaml, line 7: there is no setting foo',
    ]);
  });

  it.each([
    ['engine: [1', /^mine\.yaml, line 1: /u],
    ['- 1\n', /^mine\.yaml: the file must be a list of settings$/u],
  ])('says what is wrong with a file that is %j', (yaml, fault) => {
    const found = faults(load({ NUTGRAF_CONFIG: 'mine.yaml' }, { 'mine.yaml': yaml }));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(fault);
  });

  it('says that a file is not there', () => {
    expect(faults(load({ NUTGRAF_CONFIG: 'absent.yaml' }))).toEqual([
      'absent.yaml: the file cannot be read (it is not there)',
    ]);
  });

  it('says that a file is none of settings', () => {
    expect(faults(load({ NUTGRAF_CONFIG: '/dev/null' }))).toEqual([
      '/dev/null: the file cannot be read (it is no ordinary file)',
    ]);
    expect(faults(load({ NUTGRAF_CONFIG: '.' }))).toEqual([
      '.: the file cannot be read (it is a folder)',
    ]);
  });

  it('does not unfold aliases of aliases', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [one, other] of ['ab', 'bc', 'cd', 'de', 'ef']) {
      bomb.push(`${other}: &${other} [${Array(9).fill(`*${one}`).join(', ')}]`);
    }
    const loaded = load({ NUTGRAF_CONFIG: 'mine.yaml' }, { 'mine.yaml': bomb.join('\n') });
    expect(faults(loaded)).toContain('mine.yaml: its aliases make too much of it');
  });

  it('knows every variable of .env.example', () => {
    const example = readFileSync(resolve(import.meta.dirname, '../../.env.example'), 'utf8');
    const names = Object.keys(parse(example.replaceAll(/^# (?=[A-Z_]+=)/gmu, '')));
    expect(names.sort()).toEqual([
      'DATABASE_URL',
      'DISCORD_API_URL',
      'DISCORD_MESSAGE_CONTENT',
      'DISCORD_TOKEN',
      'HTTPS_PROXY',
      'HTTP_PROXY',
      'LOG_LEVEL',
      'NO_PROXY',
      'NUTGRAF_ALLOW_PRIVATE_HOSTS',
      'NUTGRAF_CONFIG',
      'NUTGRAF_DIGESTS',
      'PLAYGROUND',
      'PLAYGROUND_HOST',
      'PLAYGROUND_PASSWORD',
      'PLAYGROUND_PORT',
      'PORT',
      'SLACK_API_URL',
      'SLACK_APP_TOKEN',
      'SLACK_BOT_TOKEN',
      'SLACK_SIGNING_SECRET',
    ]);
  });

  it('does not mind how the bot is set up', () => {
    const loaded = load(
      { NUTGRAF_CONFIG: 'mine.yaml', PORT: 'harbour', SLACK_APP_TOKEN: 'xoxb-1' },
      { 'mine.yaml': 'bot:\n  freshMinutes: never\n' },
    );
    expect(loaded.status).toBe('valid');
  });
});
