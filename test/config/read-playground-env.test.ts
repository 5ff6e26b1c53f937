import { describe, expect, it } from '@jest/globals';
import { readPlaygroundEnv } from '../../src/config/read-playground-env.ts';

const sentences = (env: Readonly<Record<string, string>>) =>
  readPlaygroundEnv(env, false).faults.map(({ sentence }) => sentence);

describe('readPlaygroundEnv', () => {
  it('is on for this machine alone where nothing else is set up', () => {
    expect(readPlaygroundEnv({}, false).config).toEqual({ host: '127.0.0.1' });
    expect(readPlaygroundEnv({ PLAYGROUND: ' ' }, false).config).toEqual({ host: '127.0.0.1' });
  });

  it('is on beside a platform only where that is said', () => {
    expect(readPlaygroundEnv({}, true)).toEqual({ isOn: false, faults: [] });
    expect(readPlaygroundEnv({ PLAYGROUND: 'True' }, true).config).toBeDefined();
    expect(readPlaygroundEnv({ PLAYGROUND: 'false' }, false)).toEqual({ isOn: false, faults: [] });
  });

  it('lets others in with a password only', () => {
    const env = { PLAYGROUND_HOST: '0.0.0.0', PLAYGROUND_PORT: '8080' };
    expect(sentences(env)).toEqual([expect.stringContaining('PLAYGROUND_PASSWORD must be set')]);
    expect(readPlaygroundEnv(env, false)).not.toHaveProperty('config');
    const config = { host: '0.0.0.0', port: 8080, password: 'tide and mooring' };
    const whole = { ...env, PLAYGROUND_PASSWORD: config.password };
    expect(readPlaygroundEnv(whole, false).config).toEqual(config);
  });

  it('knows this machine by all of its own addresses', () => {
    for (const host of ['127.0.0.2', '::1', 'localhost'])
      expect(readPlaygroundEnv({ PLAYGROUND_HOST: host }, false).config).toEqual({ host });
    expect(sentences({ PLAYGROUND_HOST: '127.evil.example' })).toHaveLength(1);
  });

  it.each([
    [{ PLAYGROUND: 'maybe' }, 'PLAYGROUND: must be true or false'],
    [{ PLAYGROUND_PASSWORD: 'tide' }, 'PLAYGROUND_PASSWORD: must have at least 8 characters'],
    [
      { PLAYGROUND_PORT: '70000' },
      'PLAYGROUND_PORT: must be a whole number from 0 to 65535, such as 3000',
    ],
  ])('says what is wrong with %j', (env, sentence) => {
    expect(sentences(env)).toEqual([sentence]);
  });
});
