import { describe, expect, it } from '@jest/globals';
import { run } from './run.ts';
import { makeFolder } from './temp-folder.ts';

describe('runCli', () => {
  it.each([
    ['--help', /^Usage: nutgraf \[options\] \[command\][^]*Examples:/u],
    ['summarize --help', /^Usage: nutgraf summarize \[options\] <source>[^]*Examples:/u],
    ['quotes --help', /^Usage: nutgraf quotes \[options\] <source>[^]*Examples:/u],
    ['read --help', /^Usage: nutgraf read \[options\] <source>[^]*Examples:/u],
    ['batch --help', /^Usage: nutgraf batch \[options\][^]*Examples:/u],
    ['setup --help', /^Usage: nutgraf setup \[options\] \[command\][^]*Examples:/u],
    ['setup discord --help', /^Usage: nutgraf setup discord \[options\]/u],
    ['setup slack --help', /^Usage: nutgraf setup slack \[options\]/u],
    ['digest --help', /^Usage: nutgraf digest \[options\] \[command\][^]*Examples:/u],
    ['digest preview --help', /^Usage: nutgraf digest preview \[options\] \[name\][^]*Examples:/u],
    ['doctor --help', /^Usage: nutgraf doctor \[options\][^]*Examples:/u],
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
    'quotes',
    'summarize x --json --markdown',
    'batch x',
    'digest run',
    'digest preview x --json --markdown',
    'digest preview x --length long',
  ])('calls “%s” wrong usage and says so on stderr alone', async (argv) => {
    const { exitCode, out, err } = await run(argv.split(' ').filter((word) => word !== ''));
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toContain('nutgraf');
  });

  it.each([
    ['summarize x --length long', 'Allowed choices are brief, standard, detailed.'],
    ['summarize x --quotes two', 'It must be a whole number from 0 to 20.'],
    ['summarize x --quotes -1', 'It must be a whole number from 0 to 20.'],
    ['summarize x --quotes 1.5', 'It must be a whole number from 0 to 20.'],
    ['batch --quotes 21', 'It must be a whole number from 0 to 20.'],
    ['batch --length long', 'Allowed choices are brief, standard, detailed.'],
    ['batch --only summary', 'Allowed choices are article, quotes.'],
  ])('says what “%s” may have instead', async (argv, sentence) => {
    const { exitCode, out, err } = await run(argv.split(' '));
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toContain(sentence);
  });

  it('names the main command first', async () => {
    const { out } = await run(['--help']);
    expect(out).toMatch(/Commands:\n {2}summarize /u);
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
