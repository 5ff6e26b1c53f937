// Draws the README's picture: runs the README's command as a terminal would show it and sets the output as SVG.
//   npm run picture
import { writeFileSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import stringWidth from 'string-width';
import { runCli } from '../src/cli/run-cli.ts';

const columns = 88;
const maxLines = 30;
const fontPx = 14;
const linePx = 20;
const charPx = 8.43;
const marginPx = 20;
const titleBarPx = 34;
const argv = ['summarize', 'examples/harbour.html'];
const command = `npm run nutgraf -- ${argv.join(' ')}`;

async function terminalLines(): Promise<readonly string[]> {
  const written: string[] = [];
  const terminal = Object.assign(
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        written.push(chunk.toString());
        done();
      },
    }),
    { isTTY: true, columns },
  );
  const exitCode = await runCli({
    argv,
    env: {},
    cwd: process.cwd(),
    stdin: Readable.from([]),
    stdout: terminal,
    stderr: new Writable({ write: (_chunk, _encoding, done) => done() }),
    signal: new AbortController().signal,
  });
  if (exitCode !== 0) throw new Error(`nutgraf ${argv.join(' ')} ended with ${exitCode}`);
  return written.join('').trimEnd().split('\n');
}

function renderSvg(all: readonly string[]): string {
  const shown = [`\u001B[32m$\u001B[39m ${command}`, '', ...all.slice(0, maxLines)];
  const widest = Math.max(...shown.map((line) => stringWidth(line)));
  const width = Math.ceil(widest * charPx + marginPx * 2);
  const height = titleBarPx + shown.length * linePx + marginPx * 2;
  const rows = shown.map((line, index) =>
    renderLine(line, titleBarPx + marginPx + index * linePx + fontPx),
  );
  const fade = `<rect y="${height - 70}" width="${width}" height="70" fill="url(#fade)"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(command)} prints what the example article says">
<defs><linearGradient id="fade" x2="0" y2="1"><stop stop-color="#14181f" stop-opacity="0"/><stop offset="1" stop-color="#14181f"/></linearGradient></defs>
<rect width="${width}" height="${height}" rx="10" fill="#14181f"/>
<g fill="#3b4452"><circle cx="22" cy="18" r="6"/><circle cx="42" cy="18" r="6"/><circle cx="62" cy="18" r="6"/></g>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${fontPx}" fill="#d7dde6" xml:space="preserve">
${rows.join('\n')}
</g>
${all.length > maxLines ? fade : ''}
</svg>
`;
}

/** Select Graphic Rendition codes (ECMA-48, 8.3.117) that the command line uses, as SVG attributes. */
const STYLE_OF_CODE: Readonly<Record<string, string>> = {
  '1': 'font-weight="700" fill="#ffffff"',
  '2': 'fill="#8a95a5"',
  '32': 'fill="#7ec699"',
  '33': 'fill="#e2b86b"',
};

function renderLine(line: string, y: number): string {
  const spans = line.split('\u001B[').map((part, index) => {
    if (index === 0) return { style: '', text: part };
    const end = part.indexOf('m');
    return { style: STYLE_OF_CODE[part.slice(0, end)] ?? '', text: part.slice(end + 1) };
  });
  const set = spans
    .filter(({ text }) => text !== '')
    .map(({ style, text }) =>
      style === '' ? escapeXml(text) : `<tspan ${style}>${escapeXml(text)}</tspan>`,
    );
  return `<text x="${marginPx}" y="${y}">${set.join('')}</text>`;
}

function escapeXml(text: string): string {
  return text
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;');
}

const lines = await terminalLines();
writeFileSync(new URL('../docs/summarize.svg', import.meta.url), renderSvg(lines));
