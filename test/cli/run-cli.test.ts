import { describe, expect, it } from '@jest/globals';
import { run } from './run.ts';
import { makeFolder } from './temp-folder.ts';

describe('runCli', () => {
  it.each([
    ['--help', /^Usage: nutgraf \[options\] \[command\][^]*Examples:/u],
    ['read --help', /^Usage: nutgraf read \[options\] <source>[^]*Examples:/u],
    ['batch --help', /^Usage: nutgraf batch \[options\][^]*Examples:/u],
    ['help read', /^Usage: nutgraf read/u],
    ['--version', /^\d+\.\d+\.\d+\n$/u],
  ])('answers %s', async (argv, expected) => {
    const { exitCode, out, err } = await run(argv.split(' '));
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(out).toMatch(expected);
  });

  it.each([
    '',
    'write x',
    'read',
    'read a b',
    'read x --nonsense',
    'read x --json --markdown',
    'batch --only verse',
    'batch x',
  ])('calls “%s” wrong usage and says so on stderr alone', async (argv) => {
    const { exitCode, out, err } = await run(argv.split(' ').filter((word) => word !== ''));
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toContain('nutgraf');
  });

  it.each([
    ['EPIPE', 0, ''],
    ['ENOSPC', 1, 'The output cannot be written (ENOSPC).\n'],
  ])('ends with an output that says %s', async (code, exitCode, err) => {
    const error = Object.assign(new Error('no more'), { code });
    const ran = await run(['batch'], { stdin: '{"id": 1}\n', outputError: error });
    expect(ran).toEqual({ exitCode, out: '', err });
  });

  it('lists all that is wrong with the settings', async () => {
    const folder = makeFolder({
      'mine.yaml': 'engine:\n  workers: many\n',
      '.env': 'NUTGRAF_CONFIG=mine.yaml',
    });
    const ran = await run(['read', '-'], {
      cwd: folder.path,
      env: { NUTGRAF_ALLOW_PRIVATE_HOSTS: 'quay' },
    });
    folder.remove();
    expect(ran.exitCode).toBe(2);
    expect(ran.err.split('\n')).toEqual([
      'The settings are not right:',
      '  NUTGRAF_ALLOW_PRIVATE_HOSTS: “quay” must be a host and its port, such as localhost:8080',
      '  mine.yaml, line 2: engine.workers must be auto or a whole number from 1 to 64',
      '',
    ]);
  });
});
