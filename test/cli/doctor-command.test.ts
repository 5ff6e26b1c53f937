import { afterEach, describe, expect, it } from '@jest/globals';
import { PassThrough, Writable } from 'node:stream';
import { runDoctor, type CheckProducer, type DoctorTask } from '../../src/cli/doctor-command.ts';
import type { Check } from '../../src/ports/chat-platform.ts';
import { startDiscordServer } from '../protocol/discord/start-discord-server.ts';
import { startSlackServer } from '../protocol/slack/start-slack-server.ts';
import { run } from './run.ts';
import { makeFolder } from './temp-folder.ts';

const good: Check = { what: 'quay', outcome: { status: 'good', detail: 'eleven boats' } };
const bad: Check = {
  what: 'tide',
  outcome: { status: 'bad', mend: 'wait six hours', without: 'sailing' },
};
const unseen: Check = { what: 'fog', outcome: { status: 'unseen', look: 'out of the window' } };

const closing: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

function producer(...checks: readonly Check[]): CheckProducer {
  return { what: 'harbour', check: () => Promise.resolve(checks) };
}

async function examine(
  task: Partial<DoctorTask>,
  signal: AbortSignal = new AbortController().signal,
): Promise<{ readonly exitCode: number; readonly out: string }> {
  const parts: string[] = [];
  const stdout = new Writable({
    write(chunk: Buffer, _encoding, done) {
      parts.push(chunk.toString());
      done();
    },
  });
  const io = { argv: [], env: {}, cwd: '/', stdin: new PassThrough(), stderr: stdout };
  const exitCode = await runDoctor(
    { ...io, stdout, signal },
    { options: {}, producers: [], ...task },
  );
  return { exitCode, out: parts.join('') };
}

describe('runDoctor', () => {
  it('tells of each what works, how to mend it, or where to look', async () => {
    const { exitCode, out } = await examine({
      producers: [producer(good, bad), producer(unseen)],
    });
    expect(exitCode).toBe(1);
    expect(out).toBe(
      [
        '✓ quay: eleven boats',
        '✗ tide',
        '    to mend it: wait six hours',
        '    until then without: sailing',
        '? fog',
        '    only you can see it: out of the window',
        '',
        '1 good, 1 to mend, 1 to look at yourself.',
        '',
      ].join('\n'),
    );
  });

  it('is content with what only people can see', async () => {
    const { exitCode, out } = await examine({ producers: [producer(good, unseen)] });
    expect(exitCode).toBe(0);
    expect(out).toContain('\n1 good, 0 to mend, 1 to look at yourself.\n');
  });

  it('tells it as JSON', async () => {
    const { exitCode, out } = await examine({
      options: { json: true },
      producers: [producer(good), producer(bad)],
    });
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toEqual({ good: false, checks: [good, bad] });
  });

  it('tells them in their order, whoever is first', async () => {
    const first = Promise.withResolvers<readonly Check[]>();
    const last: CheckProducer = {
      what: 'tide',
      check: () => {
        first.resolve([good]);
        return Promise.resolve([unseen]);
      },
    };
    const { out } = await examine({
      producers: [{ what: 'quay', check: () => first.promise }, last],
    });
    expect(out.indexOf('quay')).toBeLessThan(out.indexOf('fog'));
  });

  it('goes on where one fails, and says so', async () => {
    const failing: CheckProducer = {
      what: 'Harbour office',
      check: () => Promise.reject(new Error('the door is stuck')),
    };
    const { exitCode, out } = await examine({ producers: [failing, producer(good)] });
    expect(exitCode).toBe(1);
    expect(out).toContain('✗ Harbour office\n');
    expect(out).toContain('the door is stuck');
    expect(out).toContain('✓ quay');
  });

  it('does not wait for ever for one that does not answer', async () => {
    const silent: CheckProducer = { what: 'Lighthouse', check: () => new Promise(() => undefined) };
    const { exitCode, out } = await examine({ producers: [silent], limitMs: 10 });
    expect(exitCode).toBe(1);
    expect(out).toContain('✗ Lighthouse\n    to mend it: it did not answer within 0.01 s');
  });

  it('stops when it is told to', async () => {
    const stopping = new AbortController();
    const silent: CheckProducer = {
      what: 'Lighthouse',
      check: () => {
        stopping.abort(new Error('enough'));
        return new Promise(() => undefined);
      },
    };
    await expect(examine({ producers: [silent] }, stopping.signal)).rejects.toThrow('enough');
  });

  it('prints nothing that a terminal takes for a command', async () => {
    const hostile: Check = {
      what: 'team\u001B[2J',
      outcome: { status: 'good', detail: 'one\n✓ two\u202E' },
    };
    const { out } = await examine({ producers: [producer(hostile)] });
    expect(out).toContain('✓ team[2J: one ✓ two\n');
  });
});

describe('nutgraf doctor', () => {
  it('looks at settings, machine and database, and says all that is wrong with the settings', async () => {
    const folder = makeFolder({ '.env': 'SLACK_BOT_TOKEN=xoxp-1\nPORT=harbour\n' });
    closing.push(() => folder.remove());
    const { exitCode, out, err } = await run(['doctor'], { cwd: folder.path });
    expect({ exitCode, err }).toEqual({ exitCode: 1, err: '' });
    expect(out).toContain('to mend it: SLACK_BOT_TOKEN: must begin with xoxb-');
    expect(out).toContain('to mend it: SLACK_APP_TOKEN: is not set');
    expect(out).toContain('to mend it: PORT: must be a whole number');
    expect(out).toContain(`✓ Node.js: ${process.versions.node}\n`);
    expect(out).toMatch(/^✓ clock: it is \d{4}-\d\d-\d\d \d\d:\d\d UTC$/mu);
    expect(out).toMatch(/^✓ database: .*nutgraf\.db$/mu);
  });

  it('says what is the matter with the database', async () => {
    const folder = makeFolder({ data: 'a file where a folder should be' });
    closing.push(() => folder.remove());
    const { exitCode, out } = await run(['doctor', '--json'], { cwd: folder.path });
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      checks: expect.arrayContaining([
        { what: 'database', outcome: expect.objectContaining({ status: 'bad' }) as unknown },
      ]) as unknown,
    });
  });

  it('asks Discord', async () => {
    const server = await startDiscordServer();
    closing.push(() => server.close());
    const folder = makeFolder({});
    closing.push(() => folder.remove());
    const { out } = await run(['doctor'], {
      cwd: folder.path,
      env: { DISCORD_TOKEN: server.token, DISCORD_API_URL: server.apiUrl },
    });
    expect(out).toMatch(/^✓ Discord: /mu);
    expect(out).not.toContain(server.token);
  });

  it('asks Slack', async () => {
    const server = await startSlackServer();
    closing.push(() => server.close());
    const folder = makeFolder({});
    closing.push(() => folder.remove());
    const { out } = await run(['doctor'], {
      cwd: folder.path,
      env: {
        SLACK_BOT_TOKEN: server.botToken,
        SLACK_APP_TOKEN: server.appToken,
        SLACK_API_URL: server.apiUrl,
      },
    });
    expect(out).toContain('✓ settings: Slack over Socket Mode, no port\n');
    expect(out).toMatch(/^✓ Slack: SLACK_BOT_TOKEN: /mu);
    expect(out).toContain('✓ Slack: SLACK_APP_TOKEN: Socket Mode connects\n');
    expect(out).not.toContain(server.botToken);
  });
});
