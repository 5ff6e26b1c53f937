import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDigestFile, type DigestFile } from '../../src/config/read-digest-file.ts';
import { makeFolder } from '../cli/temp-folder.ts';

function read(text: string | Uint8Array): DigestFile {
  const folder = makeFolder({ 'digests.yaml': text });
  try {
    return readDigestFile(join(folder.path, 'digests.yaml'), 'config/digests.yaml');
  } finally {
    folder.remove();
  }
}

function faults(text: string | Uint8Array): readonly string[] {
  const file = read(text);
  return file.status === 'faulty' ? file.faults : [];
}

const whole = [
  'digests:',
  '  - name: Harbour',
  '    platform: slack',
  '    channel: C0HARBOUR',
  '    sources: [quay.example, https://eels.example/feed]',
  '    schedule: weekdays at 9:00',
].join('\n');

describe('readDigestFile', () => {
  it('reads what people would type, by the fields of a chat', () => {
    const file = read(
      `${whole}\n    stories: 3\n    include: [eel, harbour]\n    exclude: tram, bus\n    nothing: say\n`,
    );
    expect(file).toMatchObject({
      status: 'read',
      digests: [
        {
          platform: 'slack',
          channel: 'C0HARBOUR',
          fields: {
            name: 'Harbour',
            source: 'quay.example\nhttps://eels.example/feed',
            schedule: 'weekdays at 9:00',
            stories: '3',
            include: 'eel, harbour',
            exclude: 'tram, bus',
            nothing: 'say',
          },
        },
      ],
    });
  });

  it('takes a number for a name', () => {
    const file = read(whole.replace('Harbour', '2031'));
    expect(file).toMatchObject({ digests: [{ fields: { name: '2031' } }] });
  });

  it('knows where everything stands', () => {
    const file = read(whole);
    const [digest] = file.status === 'read' ? file.digests : [];
    expect(digest?.placeOf('schedule')).toBe('config/digests.yaml, line 6');
    expect(digest?.placeOf('source')).toBe('config/digests.yaml, line 5');
    // What is not said is missing from the entry.
    expect(digest?.placeOf('timezone')).toBe('config/digests.yaml, line 2');
  });

  it.each(['', '# nothing yet\n', 'digests:\n', 'digests: []\n'])('reads %j as none', (text) => {
    expect(read(text)).toEqual({ status: 'read', digests: [] });
  });

  it.each([
    ['5', 'config/digests.yaml: the file must begin with digests: and list them below'],
    ['digests: 5', 'config/digests.yaml, line 1: digests must be a list of digests'],
    ['digests:\n  - 5', 'config/digests.yaml, line 2: digests.0 must be a digest'],
    ['plans: []', 'config/digests.yaml, line 1: there is no setting plans'],
    [`${whole}\n    colour: red`, 'line 7: there is no setting digests.0.colour'],
    [`${whole}\n    name: Eels`, 'line 7: Map keys must be unique'],
    [whole.replace('slack', 'irc'), 'line 3: digests.0.platform must be discord or slack'],
    [whole.replace('C0HARBOUR', '1122334455667788990'), 'line 4: digests.0.channel must be the'],
    [whole.replace('C0HARBOUR', '"#harbour"'), 'line 4: digests.0.channel must be the channel’s'],
    [whole.replace('Harbour', 'true'), 'line 2: digests.0.name must be a text'],
    [whole.replace('quay.example', '{}'), 'line 5: digests.0.sources must be a text or a list'],
    [whole.replace(/ {4}schedule.*/u, ''), 'line 2: digests.0.schedule is missing'],
    ['digests: [', 'config/digests.yaml, line 1: '],
    ['digests:\n  - name: "Harbour\n', 'config/digests.yaml, line '],
  ])('finds what is wrong with %j and nothing else', (text, sentence) => {
    const found = faults(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(sentence);
  });

  it('names everything that is wrong at once', () => {
    const text = `${whole}\n  - name: Trams\n    platform: irc\n`;
    expect(faults(text).map((fault) => fault.replace('config/digests.yaml, ', ''))).toEqual([
      'line 8: digests.1.platform must be discord or slack',
      'line 7: digests.1.channel is missing',
      'line 7: digests.1.sources is missing',
      'line 7: digests.1.schedule is missing',
    ]);
  });

  it('reads no file that is larger than a file of digests can be', () => {
    const text = `${whole}\n${`# ${'tide '.repeat(20)}\n`.repeat(12_000)}`;
    expect(faults(text)).toEqual([
      'config/digests.yaml: the file cannot be read (it is larger than 1 MB)',
    ]);
  });

  it('says so where there is none', () => {
    expect(readDigestFile('/nowhere/digests.yaml', 'mine.yaml')).toEqual({
      status: 'faulty',
      faults: ['mine.yaml: the file cannot be read (it is not there)'],
    });
  });

  it('is not taken in by aliases of aliases', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [one, before] of ['b a', 'c b', 'd c', 'e d', 'f e', 'g f', 'h g'].map((two) =>
      two.split(' '),
    ))
      bomb.push(`${one}: &${one} [${`*${before}, `.repeat(9)}*${before}]`);
    expect(faults(bomb.join('\n'))).toHaveLength(1);
  });

  it('finds words for whatever stands in a file', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.uint8Array(), fc.json()), (text) => {
        const file = read(text);
        if (file.status === 'faulty') expect(file.faults.join('')).toMatch(/\S/u);
        else expect(file.digests).toEqual([]);
      }),
    );
  });
});
