import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readLines } from '../../src/cli/read-lines.ts';

async function linesOf(
  text: string,
  cuts: readonly number[],
  limitBytes = 1000,
): Promise<string[]> {
  const bytes = Buffer.from(text);
  const places = [
    0,
    ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b),
    bytes.length,
  ];
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let index = 1; index < places.length; index += 1) {
      yield await Promise.resolve(bytes.subarray(places[index - 1], places[index]));
    }
  }
  const lines: string[] = [];
  for await (const line of readLines(chunks(), limitBytes)) {
    lines.push(line.kind === 'line' ? Buffer.from(line.bytes).toString() : line.kind);
  }
  return lines;
}

describe('readLines', () => {
  it('gives the same lines wherever the stream is cut', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '港', ' ', '\n', '\r\n') });
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat()), async (stream, cuts) => {
        const expected = stream.split('\n').filter((line) => line.trim() !== '');
        expect(await linesOf(stream, cuts)).toEqual(expected);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('leaves the byte order mark out', async () => {
    expect(await linesOf('\uFEFFa\nb', [])).toEqual(['a', 'b']);
  });

  it('says that a line is too long, wherever it is cut, and reads on', async () => {
    expect(await linesOf('abc\nabcd\nabc', [], 3)).toEqual(['abc', 'too-long', 'abc']);
    expect(await linesOf('abcdefghij', [2, 4, 6], 3)).toEqual(['too-long']);
  });
});
