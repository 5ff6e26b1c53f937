import { deflateSync } from 'node:zlib';

/** A run of lines set one below the other; `y` is the first baseline, counted from the top of the page. */
export interface Block {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly font?: Font;
  /** From baseline to baseline; 1.2 times the size unless told. */
  readonly leading?: number;
  /** Degrees, counter-clockwise. */
  readonly turn?: number;
  readonly lines: readonly string[];
}

export type Font =
  'Times-Roman' | 'Times-Bold' | 'Times-Italic' | 'Helvetica' | 'Helvetica-Bold' | 'Unicode';

/** A document as it is laid out: what `writePdf` sets. */
export interface Layout {
  readonly info?: Readonly<Record<string, string>>;
  readonly width?: number;
  readonly height?: number;
  readonly pages: readonly (readonly Block[])[];
  /** Puts an encryption dictionary in whose password is not the empty one. */
  readonly encrypted?: boolean;
  readonly compressed?: boolean;
}

const FONTS: readonly Font[] = [
  'Times-Roman',
  'Times-Bold',
  'Times-Italic',
  'Helvetica',
  'Helvetica-Bold',
  'Unicode',
];

/** Codes in the simple fonts for letters that Latin-1 lacks. */
const SPECIAL_GLYPHS: ReadonlyMap<string, readonly [code: number, glyph: string]> = new Map([
  ['\uFB01', [1, 'fi']],
  ['\uFB02', [2, 'fl']],
  ['\u2019', [3, 'quoteright']],
  ['\u201C', [4, 'quotedblleft']],
  ['\u201D', [5, 'quotedblright']],
  ['\u2013', [6, 'endash']],
  ['\u2014', [7, 'emdash']],
  ['\u2022', [8, 'bullet']],
  ['\u201E', [11, 'quotedblbase']],
]);

/** Writes a PDF file (ISO 32000-1) with these texts at these places, in fonts that every reader knows. */
export function writePdf(layout: Layout): Uint8Array {
  const objects = new Map<number, Buffer>();
  const pageIds = layout.pages.map((_, index) => 20 + index * 2);
  const size = `${layout.width ?? 612} ${layout.height ?? 792}`;
  objects.set(1, Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'));
  const kids = pageIds.map((id) => `${id} 0 R`).join(' ');
  objects.set(2, Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${pageIds.length} >>`));
  objects.set(3, Buffer.from(renderInfo(layout.info ?? {})));
  FONTS.forEach((font, index) => objects.set(4 + index, Buffer.from(renderFont(font))));
  objects.set(10, Buffer.from(DESCENDANT));
  objects.set(11, renderStream(Buffer.from(TO_UNICODE), false));
  const fonts = FONTS.map((_, index) => `/F${index} ${4 + index} 0 R`).join(' ');
  layout.pages.forEach((blocks, index) => {
    const id = 20 + index * 2;
    const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size}] /Contents ${id + 1} 0 R`;
    objects.set(id, Buffer.from(`${page} /Resources << /Font << ${fonts} >> >> >>`));
    const content = blocks.map((block) => renderBlock(block, layout.height ?? 792)).join('\n');
    objects.set(id + 1, renderStream(Buffer.from(content, 'latin1'), layout.compressed ?? false));
  });
  return assemblePdf(objects, layout.encrypted === true ? ENCRYPTION : '');
}

/** Puts numbered objects, the table of where they are and the trailer together. */
export function assemblePdf(objects: ReadonlyMap<number, Buffer>, trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  let at = parts[0]?.length ?? 0;
  const places: string[] = [];
  for (const [id, body] of objects) {
    places.push(`${id} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
    const whole = Buffer.concat([Buffer.from(`${id} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    parts.push(whole);
    at += whole.length;
  }
  const last = Math.max(...objects.keys()) + 1;
  const end = `trailer\n<< /Size ${last} /Root 1 0 R /Info 3 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`;
  parts.push(Buffer.from(`xref\n0 1\n0000000000 65535 f \n${places.join('')}${end}`));
  return new Uint8Array(Buffer.concat(parts));
}

/** A stream object, deflated or as it is. */
export function renderStream(content: Buffer, compressed: boolean): Buffer {
  const data = compressed ? deflateSync(content) : content;
  const filter = compressed ? ' /Filter /FlateDecode' : '';
  return Buffer.concat([
    Buffer.from(`<< /Length ${data.length}${filter} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
}

function renderInfo(info: Readonly<Record<string, string>>): string {
  const entries = Object.entries(info).map(([key, value]) => {
    const hex = Buffer.from(`\uFEFF${value}`, 'utf16le').swap16().toString('hex');
    return `/${key} <${hex}>`;
  });
  return `<< ${entries.join(' ')} >>`;
}

function renderFont(font: Font): string {
  if (font === 'Unicode') {
    return '<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /DescendantFonts [10 0 R] /ToUnicode 11 0 R >>';
  }
  const glyphs = [...SPECIAL_GLYPHS.values()].map(([code, glyph]) => `${code} /${glyph}`).join(' ');
  const encoding = `<< /BaseEncoding /WinAnsiEncoding /Differences [${glyphs}] >>`;
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding ${encoding} >>`;
}

function renderBlock(block: Block, pageHeight: number): string {
  const font = block.font ?? 'Times-Roman';
  const angle = ((block.turn ?? 0) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle).toFixed(4), Math.sin(angle).toFixed(4)];
  const lines = block.lines.map((line, index) => {
    const y = pageHeight - block.y - index * (block.leading ?? block.size * 1.2);
    const shown = font === 'Unicode' ? encodeUnicode(line) : encodeLatin(line);
    return `${cos} ${sin} -${sin} ${cos} ${block.x} ${y.toFixed(2)} Tm ${shown} Tj`;
  });
  return `BT /F${FONTS.indexOf(font)} ${block.size} Tf\n${lines.join('\n')}\nET`;
}

function encodeLatin(line: string): string {
  const codes = Array.from(
    line,
    (letter) => SPECIAL_GLYPHS.get(letter)?.[0] ?? letter.codePointAt(0),
  );
  return `<${Buffer.from(codes.map((code) => code ?? 0)).toString('hex')}>`;
}

function encodeUnicode(line: string): string {
  return `<${Buffer.from(line, 'utf16le').swap16().toString('hex')}>`;
}

/** Every code is its own letter; 600 units wide, which suits letters of most alphabets. */
const DESCENDANT =
  '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /DW 600 ' +
  '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> ' +
  '/FontDescriptor << /Type /FontDescriptor /FontName /Any /Flags 4 /ItalicAngle 0 /Ascent 750 ' +
  '/Descent -250 /CapHeight 700 /StemV 80 /FontBBox [0 -250 1000 750] >> >>';

const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Any def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${renderRanges()}
endcmap end end`;

/** Standard security handler, 40 bits; the password is nobody's. */
const ENCRYPTION = `/ID [<${'ab'.repeat(16)}> <${'ab'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`;

/** A range may not leave the codes that share its first byte, and a section holds 100 at most. */
function renderRanges(): string {
  const ranges = Array.from({ length: 256 }, (_, high) => {
    const byte = high.toString(16).padStart(2, '0');
    return `<${byte}00> <${byte}FF> <${byte}00>`;
  });
  const sections = [0, 100, 200].map((start) => ranges.slice(start, start + 100));
  return sections
    .map((section) => `${section.length} beginbfrange ${section.join(' ')} endbfrange`)
    .join('\n');
}
