import { describe, expect, it } from '@jest/globals';
import { parseLine } from '../../src/engine/parse-line.ts';

const parse = (line: string) => parseLine(Buffer.from(line));

describe('parseLine', () => {
  it.each(['html', 'text', 'path'])('takes a line with %s', (kind) => {
    expect(
      parse(JSON.stringify({ id: 7, [kind]: 'x', url: 'https://quay.example/', more: [1] })),
    ).toEqual({
      status: 'source',
      id: 7,
      kind,
      content: 'x',
      known: { url: 'https://quay.example/' },
    });
  });

  it.each([
    ['{"id": 1, "text"', null, 'is no JSON'],
    ['[1]', null, 'is no JSON object'],
    ['null', null, 'is no JSON object'],
    ['{"text": "x"}', null, 'has no id, which must be a string or a number'],
    ['{"id": "a"}', 'a', 'must have one of html, text and path, and only one'],
    [
      '{"id": "a", "text": "x", "html": "y"}',
      'a',
      'must have one of html, text and path, and only one',
    ],
    ...['12345678901234567890', '1e400', '-0'].map(
      (id) =>
        [
          `{"id": ${id}, "text": "x"}`,
          null,
          'has a number for its id that JSON readers change; make it a string',
        ] as const,
    ),
    ['{"id": 2, "html": 3}', 2, 'has a value for html that is no string'],
    ['{"id": 2, "html": "x", "url": 3}', 2, 'has a value for url that is no string'],
    ['{"id": 2, "html": "x", "title": {}}', 2, 'has a value for title that is no string'],
  ])('says what is wrong with %s', (line, id, reason) => {
    expect(parse(line)).toEqual({ status: 'bad', id, reason });
  });

  it('takes null for nothing', () => {
    expect(parse('{"id": 1, "html": null, "text": "x", "url": null, "title": null}')).toMatchObject(
      { status: 'source', kind: 'text', known: {} },
    );
  });

  it.each(['javascript:alert(1)', 'not an address', 'file:///x'])(
    'leaves out the url %s',
    (url) => {
      expect(parse(JSON.stringify({ id: 1, text: 'x', url }))).toMatchObject({ known: {} });
    },
  );
});
