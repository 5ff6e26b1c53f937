import type { Fault, PlaygroundConfig } from './bot-config.ts';
import type { Environment } from './config.ts';
import { filled } from './filled.ts';

export interface PlaygroundEnv {
  /** Absent where it is off, or something is wrong with it. */
  readonly config?: PlaygroundConfig;
  /** Whether it is wanted, right or wrong. */
  readonly isOn: boolean;
  readonly faults: readonly Fault[];
}

/** This machine alone. */
const LOOPBACK = /^(?:localhost|::1|127(?:\.\d{1,3}){3})$/u;
const MIN_PASSWORD_CHARS = 8;
const without = 'the playground in the browser';

/** PLAYGROUND, PLAYGROUND_PORT, PLAYGROUND_HOST, PLAYGROUND_PASSWORD. On where nothing else is set up, unless it says no. */
export function readPlaygroundEnv(env: Environment, isElseSet: boolean): PlaygroundEnv {
  const wanted = (filled(env['PLAYGROUND']) ?? String(!isElseSet)).toLowerCase();
  if (wanted === 'false') return { isOn: false, faults: [] };
  if (wanted !== 'true') return off('PLAYGROUND: must be true or false');
  const host = filled(env['PLAYGROUND_HOST']) ?? '127.0.0.1';
  const password = filled(env['PLAYGROUND_PASSWORD']);
  const port = filled(env['PLAYGROUND_PORT']);
  if (password === undefined && !LOOPBACK.test(host))
    return off(
      'PLAYGROUND_HOST: lets others in, and so PLAYGROUND_PASSWORD must be set as well; without both the page is for this machine alone',
    );
  if (password !== undefined && password.length < MIN_PASSWORD_CHARS)
    return off(`PLAYGROUND_PASSWORD: must have at least ${MIN_PASSWORD_CHARS} characters`);
  if (port !== undefined && !(/^\d{1,5}$/u.test(port) && Number(port) <= 65_535))
    return off('PLAYGROUND_PORT: must be a whole number from 0 to 65535, such as 3000');
  return {
    isOn: true,
    config: {
      host,
      ...(port === undefined ? {} : { port: Number(port) }),
      ...(password === undefined ? {} : { password }),
    },
    faults: [],
  };
}

function off(sentence: string): PlaygroundEnv {
  return { isOn: true, faults: [{ sentence, without }] };
}
