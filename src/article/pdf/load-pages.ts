import { getDocumentProxy } from 'unpdf';
import { cleanText } from './clean-text.ts';
import { isInflationBounded } from './inflation.ts';
import type { Piece, TextPage } from './text-page.ts';

/** Ours: far more than an article has; a book is read up to here. */
const MAX_PAGES = 200;
const MAX_PIECES_PER_PAGE = 12_000;
const MAX_CHARS = 1_500_000;
/** Ours: pdf.js would give a gigabyte of text for a small file that repeats it. */
const MAX_PIECES = 120_000;

/** Nothing of these settings runs code of the document, draws it or goes out for fonts and tables. */
const SETTINGS = {
  verbosity: 0,
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  enableXfa: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  disableAutoFetch: true,
  disableRange: true,
  disableStream: true,
} as const;

export interface LoadedPages {
  readonly pages: readonly TextPage[];
  /** From the document's information; often a file name or a template's. */
  readonly title: string;
  readonly author: string;
  /** There were more pages or more text than the limits, or a page that could not be read. */
  readonly truncated: boolean;
}

export type Loading =
  | { readonly status: 'loaded'; readonly loaded: LoadedPages }
  | { readonly status: 'failed'; readonly because: 'damaged' | 'encrypted' };

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** Takes the placed text out of a PDF file with pdf.js. `bytes` stay as they are. */
export async function loadPages(bytes: Uint8Array): Promise<Loading> {
  if (!isInflationBounded(bytes)) return { status: 'failed', because: 'damaged' };
  let document: PdfDocument;
  try {
    // A copy, for pdf.js takes the buffer away from its owner.
    document = await getDocumentProxy(new Uint8Array(bytes), SETTINGS);
  } catch (error) {
    // Anything pdf.js stumbles over is the file's fault; only a password has a name of its own.
    const encrypted = error instanceof Error && error.name === 'PasswordException';
    return { status: 'failed', because: encrypted ? 'encrypted' : 'damaged' };
  }
  try {
    return { status: 'loaded', loaded: await readDocument(document) };
  } catch {
    // Same: a document whose outer structure cannot be read.
    return { status: 'failed', because: 'damaged' };
  } finally {
    await document.destroy();
  }
}

async function readDocument(document: PdfDocument): Promise<LoadedPages> {
  const pages: TextPage[] = [];
  let truncated = document.numPages > MAX_PAGES;
  let pieces = 0;
  let chars = 0;
  for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number += 1) {
    const read = await readPage(document, number);
    pages.push(read.page);
    pieces += read.page.pieces.length;
    for (const piece of read.page.pieces) chars += piece.text.length;
    truncated ||= read.broken;
    if (pieces > MAX_PIECES || chars > MAX_CHARS) {
      truncated = true;
      break;
    }
  }
  return { pages, ...(await readInfo(document)), truncated };
}

async function readInfo(document: PdfDocument): Promise<Pick<LoadedPages, 'title' | 'author'>> {
  try {
    const { info } = await document.getMetadata();
    const { Title, Author } = info as Record<string, unknown>;
    return { title: textOf(Title), author: textOf(Author) };
  } catch {
    // Broken information about a document says nothing about its pages.
    return { title: '', author: '' };
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? cleanText(value.slice(0, 1000)).trim() : '';
}

const EMPTY_PAGE: TextPage = { width: 0, height: 0, pieces: [], turned: [] };

async function readPage(
  document: PdfDocument,
  number: number,
): Promise<{ readonly page: TextPage; readonly broken: boolean }> {
  try {
    const page = await document.getPage(number);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const { items, broken } = await collectItems(page);
    page.cleanup();
    const placed = items.map((item) => placeItem(item, transform));
    const pieces = placed.filter(({ upright }) => upright).map(({ piece }) => piece);
    const turned = placed
      .filter(({ upright, piece }) => !upright && piece.text.trim() !== '')
      .map(({ piece }) => ({ ...piece, text: piece.text.trim() }));
    const isMirrored = isRightToLeft(items);
    const read = (all: readonly Piece[]) =>
      isMirrored ? all.map((piece) => mirror(piece, width)) : all;
    return {
      page: { width, height, pieces: read(pieces), turned: read(turned) },
      broken,
    };
  } catch {
    // One broken page does not lose the others; the article then says that it is not whole.
    return { page: EMPTY_PAGE, broken: true };
  }
}

interface Item {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

/** Reads the page's stream of items up to the limit, so that an endless page ends. */
async function collectItems(
  page: PdfPage,
): Promise<{ readonly items: readonly Item[]; readonly broken: boolean }> {
  const reader = page.streamTextContent().getReader() as ReadableStreamDefaultReader<{
    readonly items: readonly (Item | { readonly type: string })[];
  }>;
  const items: Item[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { items, broken: false };
    for (const item of value.items) if ('str' in item && item.str !== '') items.push(item);
    if (items.length > MAX_PIECES_PER_PAGE) {
      await reader.cancel(new Error('more text than a page has'));
      return { items: items.slice(0, MAX_PIECES_PER_PAGE), broken: true };
    }
  }
}

function mirror(piece: Piece, pageWidth: number): Piece {
  return { ...piece, x: pageWidth - piece.x - piece.width };
}

/** Into the page as it is shown, from the top left. */
function placeItem(
  item: Item,
  view: readonly number[],
): { readonly piece: Piece; readonly upright: boolean } {
  const [a = 0, b = 0, , , e = 0, f = 0] = item.transform;
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = view;
  // The direction of writing, in the page as it is shown.
  const dx = a * va + b * vc;
  const dy = a * vb + b * vd;
  const size = Math.hypot(dx, dy);
  const x = e * va + f * vc + ve;
  const y = e * vb + f * vd + vf;
  const width = Math.max(item.width, 0);
  const placed = size > 0 && Number.isFinite(size + x + y + width);
  return {
    piece: { text: cleanText(item.str), x, y, width, size, font: item.fontName },
    upright: placed && Math.abs(dy) <= 0.1 * size && dx > 0,
  };
}

function isRightToLeft(items: readonly Item[]): boolean {
  let balance = 0;
  for (const item of items) {
    if (item.str.trim() !== '') balance += item.dir === 'rtl' ? item.str.length : -item.str.length;
  }
  return balance > 0;
}
