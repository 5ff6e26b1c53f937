import { join, resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readDigestFile } from '../../../src/config/read-digest-file.ts';
import { readFilePlans, type FilePlans } from '../../../src/digest/plans/read-file-plans.ts';
import { makeFolder } from '../../cli/temp-folder.ts';

const habits = { timezone: 'Europe/Berlin', graceMs: 3_600_000 };

function read(text: string): FilePlans {
  const folder = makeFolder({ 'digests.yaml': text });
  try {
    const file = readDigestFile(join(folder.path, 'digests.yaml'), 'digests.yaml');
    if (file.status === 'faulty') throw new Error(file.faults.join('\n'));
    return readFilePlans(file.digests, habits);
  } finally {
    folder.remove();
  }
}

const entry = (name: string, more = '', channel = 'C0HARBOUR'): string =>
  `  - name: ${name}\n    platform: slack\n    channel: ${channel}\n    sources: quay.example\n    schedule: weekdays at 9\n${more}`;

describe('readFilePlans', () => {
  it('makes plans of entries, with what is usual where they say nothing', () => {
    const { plans, faults } = read(`digests:\n${entry('Harbour')}`);
    expect(faults).toEqual([]);
    expect(plans).toMatchObject([
      {
        at: 'digests.yaml, line 2',
        plan: {
          name: 'Harbour',
          origin: { kind: 'file' },
          sources: ['https://quay.example/'],
          schedule: 'every weekday at 09:00',
          timezone: 'Europe/Berlin',
          stories: 5,
          length: 'standard',
          missed: 'latest',
          graceMs: 3_600_000,
          whenNothing: 'silence',
          status: 'active',
        },
      },
    ]);
  });

  it('knows a plan again by its name and channel, whatever else is said of it', () => {
    const [one] = read(`digests:\n${entry('Harbour')}`).plans;
    const [other] = read(`digests:\n${entry('HARBOUR', '    stories: 2\n')}`).plans;
    const [moved] = read(`digests:\n${entry('Harbour', '', 'C0MARKET')}`).plans;
    expect(one?.plan.id).toMatch(/^[\w-]{22}$/u);
    expect(other?.plan.id).toBe(one?.plan.id);
    expect(moved?.plan.id).not.toBe(one?.plan.id);
  });

  it('names the line of each thing that is wrong', () => {
    const wrong = [
      '    timezone: Atlantis\n    stories: 99\n    length: endless\n',
      '    missed: never\n    nothing: shout\n',
    ].join('');
    const text = `digests:\n${entry('Harbour', wrong)}${entry('""')}`;
    const lines = read(text).faults.map((fault) => fault.slice(0, fault.indexOf(':')));
    expect(lines).toEqual([
      'digests.yaml, line 7',
      'digests.yaml, line 8',
      'digests.yaml, line 9',
      'digests.yaml, line 10',
      'digests.yaml, line 11',
      'digests.yaml, line 12',
    ]);
  });

  it.each([
    ['schedule: weekdays at 9', 'schedule: now and then', 'line 6'],
    ['schedule: weekdays at 9', 'schedule: every minute', 'line 6'],
    ['sources: quay.example', 'sources: mailto:mira', 'line 5'],
    ['sources: quay.example', 'sources: []', 'line 5'],
  ])('takes no “%s” that is “%s”', (right, wrong, line) => {
    const { plans, faults } = read(`digests:\n${entry('Harbour').replace(right, wrong)}`);
    expect(plans).toEqual([]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`${line}: `);
  });

  it('names the line where a digest is there a second time', () => {
    const { plans, faults } = read(`digests:\n${entry('Harbour')}${entry('harbour')}`);
    expect(plans).toHaveLength(1);
    expect(faults).toEqual(['digests.yaml, line 7: “harbour” is there twice for that channel.']);
  });

  it('takes the same name in another channel', () => {
    const text = `digests:\n${entry('Harbour')}${entry('Harbour', '', 'C0MARKET')}`;
    expect(read(text)).toMatchObject({ plans: [{}, {}], faults: [] });
  });
});

describe('config/digests.example.yaml', () => {
  const example = readFileSync(
    resolve(import.meta.dirname, '../../../config/digests.example.yaml'),
    'utf8',
  );

  it('is nothing as long as its examples are comments', () => {
    expect(read(example)).toEqual({ plans: [], faults: [] });
  });

  it('is right with one mark taken away before every line, and shows every key', () => {
    const { plans, faults } = read(example.replaceAll(/^#/gmu, ''));
    expect(faults).toEqual([]);
    expect(plans.map(({ plan }) => plan.platform)).toEqual(['discord', 'slack']);
    for (const key of [
      'name',
      'platform',
      'channel',
      'sources',
      'schedule',
      'timezone',
      'stories',
      'length',
      'include',
      'exclude',
      'missed',
      'nothing',
    ])
      expect(example).toMatch(new RegExp(`^#  (?:- |  )${key}: `, 'mu'));
  });
});
