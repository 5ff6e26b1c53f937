import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { Problem } from '../../../src/article/problem.ts';
import { readPdf } from '../../../src/article/pdf/read-pdf.ts';
import { assemblePdf, type Layout, renderStream, writePdf } from './write-pdf.ts';

const STORY: Layout = {
  compressed: true,
  pages: [
    [
      {
        x: 72,
        y: 100,
        size: 12,
        lines: ['Forty boats went out before the sun had come up over Tarn.'],
      },
    ],
    [
      {
        x: 72,
        y: 300,
        size: 12,
        lines: ['Thirty-nine of them were back by the evening, said Ada Moe.'],
      },
    ],
  ],
};

describe('readPdf on files that cannot be read', () => {
  it('says that a file is damaged', async () => {
    const good = writePdf(STORY);
    expect(await problemOf(new Uint8Array())).toEqual(damaged);
    expect(await problemOf(Buffer.from('%PDF-1.7\nand nothing more'))).toEqual(damaged);
    expect(await problemOf(Buffer.from('<html><body>Not here</body></html>'))).toEqual(damaged);
    expect(await problemOf(good.slice(0, good.length / 3))).toEqual(damaged);
  });

  it('says that a file has a password', async () => {
    const bytes = writePdf({ ...STORY, encrypted: true });
    expect(await problemOf(bytes)).toEqual({ code: 'unreadable-pdf', because: 'encrypted' });
  });

  it('says that there is no text', async () => {
    const noText = { code: 'unreadable-pdf', because: 'no-text' };
    expect(await problemOf(writePdf({ pages: [[], []] }))).toEqual(noText);
    const stamp = [{ x: 72, y: 100, size: 12, lines: ['Scan 0017'] }];
    expect(await problemOf(writePdf({ pages: [stamp] }))).toEqual(noText);
  });

  it('leaves the bytes to their owner', async () => {
    const bytes = writePdf(STORY);
    const before = Buffer.from(bytes);
    await readPdf(bytes);
    expect(Buffer.from(bytes).equals(before)).toBe(true);
  });

  it('reads a file whose table of places is wrong', async () => {
    const bytes = Buffer.from(writePdf(STORY));
    const broken = Buffer.from(
      bytes.toString('latin1').replace(/startxref\n\d+/u, 'startxref\n7'),
      'latin1',
    );
    const reading = await readPdf(broken);
    expect(reading).toMatchObject({ status: 'read' });
  });

  it('reads the other pages where one is broken, and says so', async () => {
    const text = Buffer.from(writePdf(STORY)).toString('latin1');
    const broken = text.replace('/Kids [20 0 R 22 0 R]', '/Kids [20 0 R 99 0 R]');
    const reading = await readPdf(Buffer.from(broken, 'latin1'));
    expect(reading).toMatchObject({
      article: {
        paragraphs: ['Forty boats went out before the sun had come up over Tarn.'],
        notes: ['truncated'],
      },
    });
  });
});

describe('readPdf on hostile files', () => {
  it('refuses what inflates beyond bounds', async () => {
    const spaces = Buffer.alloc(60 * 1024 * 1024, ' ');
    expect(await problemOf(onePage(renderStream(spaces, true)))).toEqual(damaged);
    const twice = deflateSync(deflateSync(spaces));
    const head = `<< /Length ${twice.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n`;
    const stream = Buffer.concat([Buffer.from(head), twice, Buffer.from('\nendstream')]);
    expect(await problemOf(onePage(stream))).toEqual(damaged);
  });

  it('stops at a page with more text than a page has', async () => {
    const shown = Array.from(
      { length: 15_000 },
      (_, n) => `1 0 0 1 ${(n * 37) % 600} ${(n * 13) % 790} Tm (tide) Tj`,
    );
    const content = Buffer.from(`BT /F0 8 Tf ${shown.join('\n')} ET`);
    const reading = await readPdf(onePage(renderStream(content, true)));
    expect(reading).toMatchObject({ article: { notes: ['truncated'] } });
  });

  it('reads 200 pages and says that there were more', async () => {
    const page = (n: number) => [
      { x: 72, y: 300 + (n % 9) * 20, size: 12, lines: [`${'ab'.repeat(n % 7)} tide came in.`] },
    ];
    const pages = Array.from({ length: 230 }, (_, n) => page(n));
    expect(await readPdf(writePdf({ pages }))).toMatchObject({ article: { notes: ['truncated'] } });
  });

  it.each([
    ['arrays', '['.repeat(200_000)],
    ['dictionaries', '<<'.repeat(200_000)],
    ['a page that is its own form', '/X Do'],
    ['text at no place', 'BT /F0 0 Tf (tide) Tj 9e99 0 0 9e99 1e308 1e308 Tm (tide) Tj ET'],
    ['operators without operands', 'BT Tf Tj Tm ET Q Q Q '.repeat(1000)],
  ])('never throws on %s', async (_name, content) => {
    const reading = await readPdf(onePage(renderStream(Buffer.from(content), true)));
    expect(reading.status).toBe('failed');
  });

  it('never throws on files with broken bytes in fonts and text', async () => {
    const good = writePdf({ ...STORY, compressed: false });
    const text = Buffer.from(good).toString('latin1');
    const places = [
      { from: text.indexOf('3 0 obj'), to: text.indexOf('20 0 obj') },
      { from: text.indexOf('21 0 obj') + 50, to: text.indexOf('22 0 obj') },
    ];
    for (let seed = 1; seed <= 60; seed += 1) {
      const bytes = good.slice();
      let state = seed;
      for (let change = 0; change < 40; change += 1) {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        const { from = 0, to = 0 } = places[change % 2] ?? {};
        bytes[from + (state % (to - from))] = state >>> 24;
      }
      expect(['read', 'failed']).toContain((await readPdf(bytes)).status);
    }
  });
});

const damaged: Problem = { code: 'unreadable-pdf', because: 'damaged' };

async function problemOf(bytes: Uint8Array): Promise<Problem | undefined> {
  const reading = await readPdf(bytes);
  return reading.status === 'failed' ? reading.problem : undefined;
}

/** A document of one page with this content, whose form X draws itself. */
function onePage(content: Buffer): Uint8Array {
  const resources = '/Resources << /Font << /F0 4 0 R >> /XObject << /X 30 0 R >> >>';
  return assemblePdf(
    new Map([
      [1, Buffer.from('<< /Type /Catalog /Pages 2 0 R >>')],
      [2, Buffer.from('<< /Type /Pages /Kids [20 0 R] /Count 1 >>')],
      [3, Buffer.from('<< >>')],
      [4, Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')],
      [
        20,
        Buffer.from(
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 21 0 R ${resources} >>`,
        ),
      ],
      [21, content],
      [
        30,
        Buffer.from(
          `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] ${resources} /Length 5 >>\nstream\n/X Do\nendstream`,
        ),
      ],
    ]),
  );
}
